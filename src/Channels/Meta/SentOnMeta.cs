using MyCavoodle.Clients.Meta;
using MyCavoodle.Hub;

namespace MyCavoodle.Channels.Meta;

/// <summary>
/// Finds a message that may have been sent. Meta does not give our key back when a conversation is read again, so it is known
/// by its text and its time: ours, the same words, not older than the reply less five seconds.
/// </summary>
static class SentOnMeta
{
    static readonly TimeSpan ClockDifference = TimeSpan.FromSeconds(5);

    public static async Task<IReadOnlyList<string>> FindAsync(MetaClient meta, string account, string platform, Outgoing message, CancellationToken ct)
    {
        var said = await meta.ConversationAsync(account, platform, message.Address, ct);
        return [.. said.Where(m => m.FromId is not null && m.FromId != message.Address
            && m.CreatedAt >= message.WrittenAt - ClockDifference && Plain(m.Text) == Plain(message.Text)).OrderBy(m => m.CreatedAt).Select(m => m.Id)];
    }

    static string Plain(string? text) => (text ?? "").ReplaceLineEndings("\n").Trim();
}
