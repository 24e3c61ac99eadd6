using System.CommandLine;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MyCavoodle.Bot.Flow;
using MyCavoodle.Hub;

namespace MyCavoodle.Bot.Cli;

/// <summary>
/// <c>chat --channel instagram --from someone</c>: a conversation in the terminal, as that contact on that channel. It is kept
/// like any other and shows in the desk; only the replies leave by the terminal.
/// </summary>
static class Chat
{
    public static Command Verb(string[] settings)
    {
        var channel = new Option<string>("--channel") { Description = "instagram, messenger, email or telegram.", Required = true };
        channel.AcceptOnlyFromAmong([.. ChannelNames.All]);
        var from = new Option<string>("--from") { Description = "Any name; on email an address; on telegram bella, va, josh or an id.", Required = true };
        var once = new Option<string?>("--once") { Description = "Says this, prints the reply and exits." };
        var json = new Option<bool>("--json") { Description = "With --once: the reply and what came of it." };
        var verb = new Command("chat", "A small chat in the terminal.") { channel, from, once, json };
        verb.SetAction((parsed, ct) => RunAsync(
            parsed.GetRequiredValue(channel), parsed.GetRequiredValue(from), parsed.GetValue(once), parsed.GetValue(json), settings, ct));
        return verb;
    }

    static async Task<int> RunAsync(string channel, string from, string? once, bool asJson, string[] settings, CancellationToken ct)
    {
        await using var workshop = await Workshop.OpenAsync(settings, services => services.AddSingleton<IChannel, TerminalDoor>(), ct: ct);
        var talk = new TerminalTalk(workshop.Services, channel, Address(workshop.Services, channel, from), from);
        if (once is not null)
        {
            var (reply, outcome) = await talk.SayAsync(once, ct);
            Console.WriteLine(asJson ? JsonSerializer.Serialize(new { channel, from, text = once, reply, outcome }, Json.Web) : reply ?? $"({outcome})");
            return 0;
        }
        Console.WriteLine($"You are {from} on {ChannelNames.Spoken(channel)}. An empty line ends the chat.");
        while (Prompt() is { Length: > 0 } line)
        {
            var (reply, outcome) = await talk.SayAsync(line, ct);
            Console.WriteLine(reply ?? $"({outcome})");
        }
        return 0;
    }

    static string? Prompt()
    {
        Console.Write("> ");
        return Console.ReadLine();
    }

    static string Address(IServiceProvider services, string channel, string from) =>
        channel == ChannelNames.Telegram && Enum.TryParse<StaffName>(from, ignoreCase: true, out var name)
            ? services.GetRequiredService<IOptions<StaffOptions>>().Value[name].TelegramId
            : from;
}

/// <summary>One contact's side of a terminal chat.</summary>
sealed class TerminalTalk(IServiceProvider services, string channel, string address, string name)
{
    /// <returns>The reply, or null with the reason there is none.</returns>
    public async Task<(string? Reply, string Outcome)> SayAsync(string text, CancellationToken ct)
    {
        await using var hub = await services.GetRequiredService<IDbContextFactory<HubContext>>().CreateDbContextAsync(ct);
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var contact = await hub.ContactAsync(channel, address, channel == ChannelNames.Email ? null : name, now, ct);
        var conversation = await hub.ConversationAsync(contact, channel == ChannelNames.Email ? "terminal" : "", null, now, ct);
        conversation.Contact = contact;
        await hub.SaveChangesAsync(ct);
        var said = new Message
        {
            ConversationId = conversation.Id, Author = Author.Contact, Text = text, At = now, Key = $"terminal:{Guid.NewGuid():n}",
            SenderProven = channel == ChannelNames.Email,
        };
        hub.Messages.Add(said);
        conversation.Hear(now);
        await hub.SaveChangesAsync(ct);
        var outcome = await services.GetRequiredService<Converse>().AnswerAsync(hub, conversation, said, $"turn-terminal-{said.Id}", TerminalDoor.Door, ct);
        await hub.SaveChangesAsync(ct);
        return (await HandOverAsync(hub, conversation.Id, now, ct), outcome);
    }

    static async Task<string?> HandOverAsync(HubContext hub, long conversationId, DateTimeOffset now, CancellationToken ct)
    {
        var items = await hub.Outbox.Where(o => o.ConversationId == conversationId && o.Channel == TerminalDoor.Door && o.State == WorkState.Waiting)
            .OrderBy(o => o.Id).ToListAsync(ct);
        foreach (var item in items) item.Sent($"terminal-{item.Id}", now);
        await hub.SaveChangesAsync(ct);
        return items.Count == 0 ? null : string.Join("\n", items.Select(i => i.Text));
    }
}

/// <summary>The terminal as a way out; the chat prints what it is given.</summary>
sealed class TerminalDoor : IChannel
{
    public const string Door = "terminal";

    public string Name => Door;

    public IReadOnlyList<string> Split(string text) => [text];

    public Task<string> SendAsync(Outgoing message, CancellationToken ct) => Task.FromResult($"terminal-{message.Key}");

    public Task<IReadOnlyList<string>> FindSentAsync(Outgoing message, CancellationToken ct) => Task.FromResult<IReadOnlyList<string>>([]);
}
