using System.Text.Json;
using System.Text.Json.Serialization;
using MyCavoodle.Clients.Http;

namespace MyCavoodle.Clients.Telegram;

/// <summary>One update: an id that grows, and at most one other part. Kinds we do not read leave all of them null.</summary>
public sealed record TelegramUpdate
{
    public long UpdateId { get; init; }
    public TelegramMessage? Message { get; init; }
    public TelegramMessage? EditedMessage { get; init; }
    public TelegramMessage? ChannelPost { get; init; }
    public TelegramCallbackQuery? CallbackQuery { get; init; }
    public TelegramMemberChange? MyChatMember { get; init; }
}

public sealed record TelegramMessage
{
    public long MessageId { get; init; }
    /// <summary>Absent in channels and for anonymous administrators.</summary>
    public TelegramUser? From { get; init; }
    public TelegramChat? Chat { get; init; }
    /// <summary>Unix seconds; 0 marks a message that is no longer readable.</summary>
    public long Date { get; init; }
    public string? Text { get; init; }
    public string? Caption { get; init; }
    public IReadOnlyList<TelegramEntity> Entities { get; init => field = value ?? []; } = [];
    /// <summary>Set when the words are somebody else's: never to be obeyed.</summary>
    public JsonElement? ForwardOrigin { get; init; }
    public long? MigrateToChatId { get; init; }

    [JsonIgnore] public DateTimeOffset SentAt => DateTimeOffset.FromUnixTimeSeconds(Date);
    [JsonIgnore] public bool IsForwarded => ForwardOrigin is { ValueKind: JsonValueKind.Object };
}

public sealed record TelegramUser
{
    public long Id { get; init; }
    public bool IsBot { get; init; }
    public string? FirstName { get; init; }
    public string? LastName { get; init; }
    public string? Username { get; init; }
}

public sealed record TelegramChat
{
    public long Id { get; init; }
    /// <summary>private, group, supergroup, channel.</summary>
    public string? Type { get; init; }
    public string? Title { get; init; }
}

/// <summary>A marked stretch of the text, in UTF-16 units as .NET counts them.</summary>
public sealed record TelegramEntity
{
    public string? Type { get; init; }
    public int Offset { get; init; }
    public int Length { get; init; }
}

public sealed record TelegramCallbackQuery
{
    public string? Id { get; init; }
    public TelegramUser? From { get; init; }
    public TelegramMessage? Message { get; init; }
    public string? Data { get; init; }
}

/// <summary>The bot was blocked (<c>kicked</c>) or let in (<c>member</c>).</summary>
public sealed record TelegramMemberChange
{
    public TelegramUser? From { get; init; }
    public TelegramChat? Chat { get; init; }
    public TelegramMember? NewChatMember { get; init; }
}

public sealed record TelegramMember
{
    public string? Status { get; init; }
}

/// <summary>Reads webhook bodies.</summary>
public static class TelegramJson
{
    internal static readonly JsonSerializerOptions Options = Wire.Options(JsonNamingPolicy.SnakeCaseLower);

    /// <exception cref="JsonException">The body is no update.</exception>
    public static TelegramUpdate Update(string body) =>
        JsonSerializer.Deserialize<TelegramUpdate>(body, Options) ?? throw new JsonException("The body is null.");
}
