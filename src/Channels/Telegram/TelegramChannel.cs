using System.Globalization;
using MyCavoodle.Clients.Telegram;
using MyCavoodle.Hub;

namespace MyCavoodle.Channels.Telegram;

/// <summary>
/// Answers on Telegram, as plain text of at most 4,096 UTF-16 units. https://core.telegram.org/bots/api#sendmessage
/// Telegram has no way to look for a message that may have been sent, so after a time-out a reply can come twice.
/// </summary>
/// <remarks>
/// What the answers mean. 200: taken. 400: the chat does not exist or the text is refused, lasting. 401 or 404: the token was
/// revoked. 403: the person blocked the bot, lasting. 429: wait exactly the seconds it says. 5xx or no answer: send again.
/// Set-up: make a bot with @BotFather, its token is <c>Telegram:BotToken</c>; choose a <c>Telegram:SecretToken</c> and register
/// <c>https://…/webhooks/telegram</c> with both. https://core.telegram.org/bots/api#setwebhook
/// </remarks>
public sealed class TelegramChannel(TelegramClient telegram) : IChannel
{
    public string Name => ChannelNames.Telegram;

    public IReadOnlyList<string> Split(string text) => TextSplitter.Split(text, 4_096);

    public async Task<string> SendAsync(Outgoing message, CancellationToken ct)
    {
        var chat = long.Parse(message.Address, CultureInfo.InvariantCulture);
        return TelegramTalk.Key(chat, await telegram.SendMessageAsync(chat, message.Text, ct));
    }

    /// <returns>Null: Telegram cannot be asked.</returns>
    public Task<IReadOnlyList<string>> FindSentAsync(Outgoing message, CancellationToken ct) => Task.FromResult<IReadOnlyList<string>>([]);
}
