using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;
using MyCavoodle.Assistant;
using MyCavoodle.Assistant.Offline;
using MyCavoodle.Bot.Flow;
using MyCavoodle.Bot.Hosting;
using MyCavoodle.Channels.Gmail;
using MyCavoodle.Hub;
using MyCavoodle.Plugins;
using MyCavoodle.Understanding;

namespace MyCavoodle.Tests.Evals;

/// <summary>What one message led to.</summary>
/// <param name="Outcome">As the flow puts it: replied, escalated: Complaint, held by staff.</param>
/// <param name="Reply">As it leaves by the channel; null when nothing was said.</param>
/// <param name="Summary">What the person who takes over reads.</param>
public sealed record Heard(string Outcome, string? Reply, IReadOnlyList<FunctionCallContent> Calls, string? Summary);

/// <summary>
/// The front desk as it runs: the offline model, the real tools over a real hub, the flow with its policy. Only the wires
/// to the providers are left out.
/// </summary>
public sealed class FrontDesk : IDisposable
{
    static readonly string PromptsFolder = Path.Combine(Repository.Path, "prompts");
    static readonly Prompts Prompts = new(PromptsFolder);
    static readonly MessageReader Reader = new(Path.Combine(PromptsFolder, "offline"));
    static readonly OfflineModel Offline = new(PromptsFolder, Reader);
    static readonly Knowledge Written = Knowledge.Load(Path.Combine(PromptsFolder, "knowledge"));
    static readonly IOptions<StaffOptions> Staff = Options.Create(new StaffOptions { Bella = new() { TelegramId = "1001" }, Va = new() { TelegramId = "1002" } });

    readonly SmallShop shop = new();
    readonly Overhearing model = new(Offline);
    readonly DeskClock clock = new();
    readonly Converse converse;
    readonly Script script;
    int said;

    public FrontDesk(Script script)
    {
        this.script = script;
        var hours = Options.Create(new SupportHours());
        var replies = new ReplyWriter([], Prompts, clock);
        var escalations = new Escalations(replies, new StaffLines(shop, Staff, clock), Prompts, hours, Options.Create(new BotOptions()), clock);
        converse = new(new(model, Prompts, clock), new Understand(Reader, new ShopNames(clock)), Prompts, new Toolbox(Written, hours, clock), replies, escalations, Staff, clock);
    }

    public async Task<Heard> HearAsync(string text)
    {
        clock.Tick();
        model.Calls.Clear();
        await using var hub = shop.CreateDbContext();
        var now = clock.GetUtcNow();
        var contact = await hub.ContactAsync(script.Channel, Address, script.Called, now, default);
        var conversation = await hub.ConversationAsync(contact, script.Channel == ChannelNames.Email ? "thread" : "", script.Subject, now, default);
        conversation.Contact = contact;
        await hub.SaveChangesAsync();
        var message = new Message
        {
            ConversationId = conversation.Id, Author = Author.Contact, Text = script.Channel == ChannelNames.Email ? QuotedHistory.Cut(text) : text, At = now, Key = $"said-{++said}", SenderProven = script.Channel == ChannelNames.Email && script.Proven,
        };
        hub.Messages.Add(message);
        conversation.Hear(now);
        await hub.SaveChangesAsync();
        var outcome = await converse.AnswerAsync(hub, conversation, message, $"turn-{said}", null, default);
        await hub.SaveChangesAsync();
        var reply = await hub.Messages.AsNoTracking().SingleOrDefaultAsync(m => m.Key == $"turn-{said}");
        var summary = await hub.Escalations.AsNoTracking().Where(e => e.ConversationId == conversation.Id).OrderByDescending(e => e.Id).Select(e => e.Summary).FirstOrDefaultAsync();
        return new(outcome, reply?.Text, [.. model.Calls], summary);
    }

    string Address => (script.Channel, script.From) switch
    {
        (ChannelNames.Telegram, "bella") => "1001",
        (ChannelNames.Telegram, "va") => "1002",
        var (_, from) => from,
    };

    public void Dispose() => shop.Dispose();

    /// <summary>The model, with its tool calls written down.</summary>
    sealed class Overhearing(IChatClient inner) : DelegatingChatClient(inner)
    {
        public List<FunctionCallContent> Calls { get; } = [];

        public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
        {
            var response = await base.GetResponseAsync(messages, options, cancellationToken);
            Calls.AddRange(response.Messages.SelectMany(m => m.Contents).OfType<FunctionCallContent>());
            return response;
        }
    }

    /// <summary>Stands still but for forty seconds a message.</summary>
    sealed class DeskClock : TimeProvider
    {
        DateTimeOffset now = SmallShop.Now;

        public void Tick() => now += TimeSpan.FromSeconds(40);

        public override DateTimeOffset GetUtcNow() => now;
    }
}
