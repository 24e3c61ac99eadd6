using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using MyCavoodle.Sandbox.Deliveries;
using MyCavoodle.Sandbox.Wire;

namespace MyCavoodle.Sandbox.Telegram;

/// <summary>
/// The chats of one bot, and its updates: by webhook where one is set (or the bot's usual address), else kept for
/// getUpdates. https://core.telegram.org/bots/api#getting-updates
/// </summary>
sealed class TelegramPlatform
{
    static readonly DateTimeOffset CountFrom = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);
    static readonly TimeSpan PollerMemory = TimeSpan.FromSeconds(60);

    readonly SandboxWorld world;
    readonly SortedDictionary<long, JsonObject> pending = [];
    TaskCompletionSource arrival = new(TaskCreationOptions.RunContinuationsAsynchronously);
    DateTimeOffset lastPoll = DateTimeOffset.MinValue;
    long nextUpdate;
    long nextMessage;

    public TelegramPlatform(SandboxWorld world)
    {
        this.world = world;
        // Ids go on rising over a restart, so a bot that remembers the last ones takes the new for new.
        var seconds = (long)(world.Now - CountFrom).TotalSeconds;
        (nextUpdate, nextMessage) = (seconds * 10, seconds);
    }

    public Uri? Webhook { get; private set; }
    public string? WebhookSecret { get; private set; }
    /// <summary>Asked for getUpdates by deleting the webhook.</summary>
    public bool IsWebhookDeleted { get; private set; }
    public HashSet<long> Blocked { get; } = [];
    public Dictionary<string, long> OpenCallbacks { get; } = [];
    public JsonNode? Commands { get; set; }
    public int PendingCount => pending.Count;
    /// <summary>Completes when the next update is there to be fetched.</summary>
    public Task Arrival => arrival.Task;
    /// <summary>The one who waits in a long poll; a second one ends it.</summary>
    public object? Poller { get; set; }

    /// <summary>From now on updates go there, those nobody has fetched first.</summary>
    public void SetWebhook(Uri url, string? secret, bool dropPending)
    {
        (Webhook, WebhookSecret, IsWebhookDeleted) = (url, secret, false);
        if (!dropPending) foreach (var update in pending.Values) Send("pending", Encoding.UTF8.GetBytes(update.ToJsonString(Answer.Json)), "pending");
        pending.Clear();
    }

    public void DeleteWebhook(bool dropPending)
    {
        (Webhook, WebhookSecret, IsWebhookDeleted) = (null, null, true);
        if (dropPending) pending.Clear();
    }

    /// <summary>Somebody writes to the bot.</summary>
    public Message Receive(Contact contact, string text)
    {
        var message = Post(contact.Id, text, fromShop: false, null);
        var json = MessageJson(message, contact);
        if (text.StartsWith('/'))
            json["entities"] = new JsonArray(new JsonObject { ["offset"] = 0, ["length"] = text.Split([' ', '\n'])[0].Length, ["type"] = "bot_command" });
        Update("message", json, contact.Id);
        return message;
    }

    /// <summary>Somebody presses a button under one of the bot's messages.</summary>
    public string Press(Contact contact, Message under, string data)
    {
        var id = $"{world.Now.ToUnixTimeMilliseconds()}{nextUpdate}";
        OpenCallbacks[id] = long.Parse(contact.Id, CultureInfo.InvariantCulture);
        Update("callback_query", new JsonObject
        {
            ["id"] = id, ["from"] = Person(contact), ["message"] = MessageJson(under, contact), ["chat_instance"] = $"{Handles.Number(contact.Id)}", ["data"] = data,
        }, contact.Id);
        return id;
    }

    /// <summary>Somebody blocks the bot, or takes it back.</summary>
    public void Block(Contact contact, bool blocked)
    {
        var id = long.Parse(contact.Id, CultureInfo.InvariantCulture);
        if (blocked) Blocked.Add(id); else Blocked.Remove(id);
        JsonObject Member(string status) => new() { ["user"] = Me(), ["status"] = status };
        Update("my_chat_member", new JsonObject
        {
            ["chat"] = Chat(contact), ["from"] = Person(contact), ["date"] = world.Now.ToUnixTimeSeconds(),
            ["old_chat_member"] = Member(blocked ? "member" : "kicked"), ["new_chat_member"] = Member(blocked ? "kicked" : "member"),
        }, contact.Id);
    }

    public Message Post(string chat, string text, bool fromShop, JsonNode? markup)
    {
        var message = new Message
        {
            Id = (nextMessage++).ToString(CultureInfo.InvariantCulture), Channel = Channels.Telegram, Contact = chat, FromShop = fromShop,
            Text = text, At = world.Now, ReplyMarkup = markup?.DeepClone(),
        };
        world.Journal.Add(message);
        return message;
    }

    public IReadOnlyList<JsonObject> Fetch(long offset, int limit)
    {
        lastPoll = world.Now;
        foreach (var confirmed in pending.Keys.Where(id => id < offset).ToList()) pending.Remove(confirmed);
        return [.. pending.Values.Take(limit)];
    }

    public Delivery Send(string lane, byte[] body, string topic)
    {
        var (url, secret) = Webhook is { } set ? ((Func<Uri?>)(() => set), WebhookSecret) : (() => world.BotUrl("webhooks/telegram"), Credentials.TelegramSecretToken);
        var headers = new Dictionary<string, string>();
        if (secret is not null) headers["X-Telegram-Bot-Api-Secret-Token"] = secret;
        return world.Courier.Send(new Webhook("telegram", topic, $"telegram:{lane}", body, url, () => headers));
    }

    public static JsonObject MessageJson(Message message, Contact contact)
    {
        var json = new JsonObject
        {
            ["message_id"] = long.Parse(message.Id, CultureInfo.InvariantCulture), ["from"] = message.FromShop ? Me() : Person(contact),
            ["chat"] = Chat(contact), ["date"] = message.At.ToUnixTimeSeconds(), ["text"] = message.Text,
        };
        if (message.ReplyMarkup is { } markup) json["reply_markup"] = markup.DeepClone();
        return json;
    }

    public static JsonObject Me() => new()
    {
        ["id"] = 7_000_000_001, ["is_bot"] = true, ["first_name"] = "MyCavoodle", ["username"] = "mycavoodle_sandbox_bot",
    };

    public static JsonObject Chat(Contact contact) => new()
    {
        ["id"] = long.Parse(contact.Id, CultureInfo.InvariantCulture), ["first_name"] = contact.Name ?? contact.Handle, ["type"] = "private",
    };

    static JsonObject Person(Contact contact) => new()
    {
        ["id"] = long.Parse(contact.Id, CultureInfo.InvariantCulture), ["is_bot"] = false, ["first_name"] = contact.Name ?? contact.Handle, ["language_code"] = "en",
    };

    void Update(string kind, JsonObject content, string lane)
    {
        var id = nextUpdate++;
        var update = new JsonObject { ["update_id"] = id, [kind] = content };
        var polled = Webhook is null && (IsWebhookDeleted || world.Now - lastPoll < PollerMemory);
        if (!polled) { Send(lane, Encoding.UTF8.GetBytes(update.ToJsonString(Answer.Json)), kind); return; }
        pending[id] = update;
        arrival.TrySetResult();
        arrival = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
