using System.Diagnostics.Metrics;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using MyCavoodle.Assistant;
using MyCavoodle.Bot.Flow;
using MyCavoodle.Bot.Hosting;
using MyCavoodle.Hub;
using MyCavoodle.Plugins;
using MyCavoodle.Tests.Unit.Assistant;
using MyCavoodle.Tests.Unit.Sandbox;

namespace MyCavoodle.Tests.Unit.Flow;

/// <summary>The flow over a hub of its own, with a model and a provider that do as the test says and a clock that it moves.</summary>
public sealed class FlowBench : IDisposable
{
    public static readonly DateTimeOffset Now = new(2026, 11, 22, 4, 0, 0, TimeSpan.Zero);
    readonly ServiceProvider services = new ServiceCollection().AddMetrics().BuildServiceProvider();

    public FlowBench(StoreProvider store = StoreProvider.Sqlite)
    {
        Hubs = new(store);
        var prompts = new Prompts(PromptsFolder.Path);
        var staff = Options.Create(new StaffOptions { Bella = new() { TelegramId = "1001" } });
        Lines = new(Hubs, staff, Time);
        Replies = new([Door], prompts, Time);
        Escalations = new(Replies, Lines, prompts, Options.Create(new SupportHours()), Options.Create(new BotOptions()), Time);
        var toolbox = new Toolbox(Knowledge.Load(Path.Combine(PromptsFolder.Path, "knowledge")), Options.Create(new SupportHours()), Time);
        Converse = new(new(Model, prompts, Time), new Understand(PromptsFolder.Reader, new ShopNames(Time)), prompts, toolbox, Replies, Escalations, staff, Time);
        var (meter, options) = (new FlowMeter(services.GetRequiredService<IMeterFactory>()), Options.Create(new FlowOptions { Poll = TimeSpan.FromMilliseconds(20) }));
        Turns = new(Hubs, Converse, Escalations, Bell, meter, options, Time, NullLogger<TurnWorker>.Instance);
        Outbox = new(Hubs, [Door], Escalations, Bell, meter, options, Time, NullLogger<OutboxWorker>.Instance);
    }

    public TemporaryHub Hubs { get; }
    public ManualTime Time { get; } = new(Now);
    public WorkBell Bell { get; } = new();
    public ScriptedModel Model { get; } = new();
    public ScriptedDoor Door { get; } = new();
    public StaffLines Lines { get; }
    public ReplyWriter Replies { get; }
    public Escalations Escalations { get; }
    public Converse Converse { get; }
    public TurnWorker Turns { get; }
    public OutboxWorker Outbox { get; }

    /// <summary>Something a contact on Instagram wrote, with the turn that waits for it.</summary>
    public async Task<Turn> HeardAsync(string from, string text)
    {
        await using var hub = Hubs.CreateDbContext();
        var contact = await hub.ContactAsync(ChannelNames.Instagram, from, null, Time.GetUtcNow(), default);
        var conversation = await hub.ConversationAsync(contact, "", null, Time.GetUtcNow(), default);
        await hub.SaveChangesAsync();
        var message = new Message { ConversationId = conversation.Id, Author = Author.Contact, Text = text, At = Time.GetUtcNow(), Key = Guid.NewGuid().ToString() };
        var turn = new Turn { ConversationId = conversation.Id, MessageId = 0, Message = message, Lane = from, CreatedAt = Time.GetUtcNow(), DueAt = Time.GetUtcNow() };
        hub.Turns.Add(turn);
        await hub.SaveChangesAsync();
        return turn;
    }

    /// <summary>A text on its way to a contact on Instagram.</summary>
    public async Task<OutboxItem> WrittenAsync(string to, string key, string channel = ChannelNames.Instagram)
    {
        await using var hub = Hubs.CreateDbContext();
        var contact = await hub.ContactAsync(ChannelNames.Instagram, to, null, Time.GetUtcNow(), default);
        var conversation = await hub.ConversationAsync(contact, "", null, Time.GetUtcNow(), default);
        await hub.SaveChangesAsync();
        var item = new OutboxItem
        {
            Key = key, ConversationId = conversation.Id, Channel = channel, Text = key, Lane = $"conversation-{conversation.Id}", CreatedAt = Time.GetUtcNow(), DueAt = Time.GetUtcNow(),
        };
        hub.Outbox.Add(item);
        await hub.SaveChangesAsync();
        return item;
    }

    public async Task<T> ReadAsync<T>(Func<HubContext, Task<T>> read)
    {
        await using var hub = Hubs.CreateDbContext();
        return await read(hub);
    }

    public Task ChangeAsync(Func<HubContext, Task> change) => ReadAsync(async hub =>
    {
        await change(hub);
        return await hub.SaveChangesAsync();
    });

    /// <summary>Waits while the clock runs fast, so that retries come due.</summary>
    public async Task UntilAsync(Func<HubContext, Task<bool>> isSo)
    {
        for (var i = 0; i < 500; i++)
        {
            if (await ReadAsync(isSo)) return;
            Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(20);
        }
        Assert.Fail("It did not come to that.");
    }

    public void Dispose()
    {
        Turns.Dispose();
        Outbox.Dispose();
        services.Dispose();
        Hubs.Dispose();
    }
}

/// <summary>A model that answers as told and counts.</summary>
public sealed class ScriptedModel : IChatClient
{
    public Func<IReadOnlyList<ChatMessage>, Task<string>> Answer { get; set; } = _ => Task.FromResult("Hello!");
    /// <summary>A tool it calls before it answers, once; null: none.</summary>
    public FunctionCallContent? Call { get; set; }
    /// <summary>The instructions it was last given.</summary>
    public string Instructions { get; private set; } = "";
    public int Asked { get; private set; }

    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        Asked++;
        Instructions = messages.First(m => m.Role == ChatRole.System).Text;
        if (Call is { } call)
        {
            Call = null;
            return new(new ChatMessage(ChatRole.Assistant, [call]));
        }
        return new(new ChatMessage(ChatRole.Assistant, await Answer([.. messages])));
    }

    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public object? GetService(Type serviceType, object? serviceKey = null) => null;
    public void Dispose() { }
}

/// <summary>Instagram, as far as the outbox sees it: takes what it is given, or does as told, and can be asked what it took.</summary>
public sealed class ScriptedDoor : IChannel
{
    public List<string> Sent { get; } = [];
    public Func<Outgoing, CancellationToken, Task> BeforeAnswer { get; set; } = (_, _) => Task.CompletedTask;
    /// <summary>False, as with Telegram: nobody can ask what was sent.</summary>
    public bool CanBeAsked { get; set; } = true;

    public string Name => ChannelNames.Instagram;

    public IReadOnlyList<string> Split(string text) => [text];

    public async Task<string> SendAsync(Outgoing message, CancellationToken ct)
    {
        Sent.Add(message.Key);
        await BeforeAnswer(message, ct);
        return Id(message);
    }

    public Task<IReadOnlyList<string>> FindSentAsync(Outgoing message, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<string>>(CanBeAsked && Sent.Contains(message.Key) ? [Id(message)] : []);

    static string Id(Outgoing message) => $"ig-{message.Key}";
}
