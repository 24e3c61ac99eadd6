using System.Text.Json.Serialization;
using MyCavoodle.Clients.Http;

namespace MyCavoodle.Clients.Meta;

/// <summary>
/// What a change carries: a Page's feed uses item, verb, comment id and message, Instagram id and text. Fields are Meta's; the
/// three below them say the same for both.
/// </summary>
public sealed record MetaComment
{
    public string? Id { get; init; }
    public string? Item { get; init; }
    public string? Verb { get; init; }
    public string? PostId { get; init; }
    public string? CommentId { get; init; }
    public string? ParentId { get; init; }
    public string? Message { get; init; }
    public string? Text { get; init; }
    public string? ReactionType { get; init; }
    [JsonConverter(typeof(ObjectOrNothing<MetaAuthor>))]
    public MetaAuthor? From { get; init; }
    /// <summary>The author in events of older apps.</summary>
    public string? SenderId { get; init; }
    public string? SenderName { get; init; }
    public string? MediaId { get; init; }
    [JsonConverter(typeof(ObjectOrNothing<MetaMedia>))]
    public MetaMedia? Media { get; init; }
    [JsonConverter(typeof(MetaTime))]
    public DateTimeOffset? CreatedTime { get; init; }

    [JsonIgnore] public string? Words => Message ?? Text;
    [JsonIgnore] public string? Key => CommentId ?? Id;
    /// <summary>Equal to the entry's id when the Page or account itself wrote it; null where privacy hides it.</summary>
    [JsonIgnore] public string? AuthorId => From?.Id ?? SenderId;
}

public sealed record MetaAuthor
{
    public string? Id { get; init; }
    public string? Name { get; init; }
    public string? Username { get; init; }
}

public sealed record MetaMedia
{
    public string? Id { get; init; }
    public string? MediaProductType { get; init; }
    public string? OriginalMediaId { get; init; }
    public string? AdId { get; init; }
}
