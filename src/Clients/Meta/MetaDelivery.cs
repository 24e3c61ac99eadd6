using System.Text.Json.Serialization;
using MyCavoodle.Clients.Http;

namespace MyCavoodle.Clients.Meta;

/// <summary>
/// One POST of the webhook: up to a thousand updates in any mixture.
/// https://developers.facebook.com/docs/messenger-platform/webhooks · https://developers.facebook.com/docs/graph-api/webhooks
/// </summary>
public sealed record MetaDelivery
{
    /// <summary><c>page</c> or <c>instagram</c>; absent from the dashboard's test deliveries.</summary>
    [JsonPropertyName("object")]
    public string? Kind { get; init; }
    [JsonPropertyName("entry")]
    public IReadOnlyList<MetaEntry> Entries { get; init => field = value ?? []; } = [];
}

/// <summary>What happened at one Page or Instagram account, whose id this is.</summary>
public sealed record MetaEntry
{
    public string? Id { get; init; }
    [JsonConverter(typeof(MetaTime))]
    public DateTimeOffset? Time { get; init; }
    public IReadOnlyList<MetaEvent> Messaging { get; init => field = value ?? []; } = [];
    /// <summary>The same events while another app owns the thread: for the record, never to be answered.</summary>
    public IReadOnlyList<MetaEvent> Standby { get; init => field = value ?? []; } = [];
    public IReadOnlyList<MetaChange> Changes { get; init => field = value ?? []; } = [];

    // One official Instagram sample puts the change straight into the entry; MetaJson moves it to Changes.
    [JsonInclude] internal string? Field { get; init; }
    [JsonInclude, JsonConverter(typeof(ObjectOrNothing<MetaComment>))] internal MetaComment? Value { get; init; }
}

/// <summary>A change in a feed. <see cref="Value"/> is null for fields that carry none.</summary>
public sealed record MetaChange
{
    /// <summary><c>feed</c>, <c>comments</c>, <c>live_comments</c>, <c>mentions</c>, ...</summary>
    public string? Field { get; init; }
    [JsonConverter(typeof(ObjectOrNothing<MetaComment>))]
    public MetaComment? Value { get; init; }
}
