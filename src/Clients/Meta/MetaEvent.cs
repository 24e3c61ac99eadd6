using System.Text.Json.Serialization;
using MyCavoodle.Clients.Http;

namespace MyCavoodle.Clients.Meta;

/// <summary>One messaging event; one of its parts is set, or none that we know.</summary>
public sealed record MetaEvent
{
    [JsonConverter(typeof(ObjectOrNothing<MetaParty>))]
    public MetaParty? Sender { get; init; }
    [JsonConverter(typeof(ObjectOrNothing<MetaParty>))]
    public MetaParty? Recipient { get; init; }
    [JsonConverter(typeof(MetaTime))]
    public DateTimeOffset? Timestamp { get; init; }
    [JsonConverter(typeof(ObjectOrNothing<MetaText>))]
    public MetaText? Message { get; init; }
    [JsonConverter(typeof(ObjectOrNothing<MetaEdit>))]
    public MetaEdit? MessageEdit { get; init; }
    [JsonConverter(typeof(ObjectOrNothing<MetaPostback>))]
    public MetaPostback? Postback { get; init; }
    [JsonConverter(typeof(ObjectOrNothing<MetaReceipt>))]
    public MetaReceipt? Read { get; init; }
    [JsonConverter(typeof(ObjectOrNothing<MetaReceipt>))]
    public MetaReceipt? Delivery { get; init; }
    [JsonConverter(typeof(ObjectOrNothing<MetaReaction>))]
    public MetaReaction? Reaction { get; init; }
    [JsonConverter(typeof(ObjectOrNothing<MetaOptin>))]
    public MetaOptin? Optin { get; init; }
    [JsonConverter(typeof(ObjectOrNothing<MetaReferral>))]
    public MetaReferral? Referral { get; init; }
    [JsonPropertyName("policy-enforcement"), JsonConverter(typeof(ObjectOrNothing<MetaPolicyEnforcement>))]
    public MetaPolicyEnforcement? PolicyEnforcement { get; init; }
}

/// <summary>A person (id per Page), a Page or an account. Guests of the chat plugin have a <see cref="UserRef"/> and no id.</summary>
public sealed record MetaParty
{
    public string? Id { get; init; }
    public string? UserRef { get; init; }
}

/// <summary>
/// A message. An echo (<see cref="IsEcho"/>) is one of our own side's: its sender is the Page; <see cref="AppId"/> is null when a
/// person typed it, and <see cref="Metadata"/> is what we gave when sending.
/// </summary>
public sealed record MetaText
{
    public string? Mid { get; init; }
    /// <summary>Null for attachments alone.</summary>
    public string? Text { get; init; }
    public bool? IsEcho { get; init; }
    public string? AppId { get; init; }
    public string? Metadata { get; init; }
    /// <summary>The customer took the message back: its stored text must be hidden.</summary>
    public bool? IsDeleted { get; init; }
    public bool? IsUnsupported { get; init; }
    public IReadOnlyList<MetaAttachment> Attachments { get; init => field = value ?? []; } = [];
    [JsonConverter(typeof(ObjectOrNothing<MetaQuickReply>))]
    public MetaQuickReply? QuickReply { get; init; }
    [JsonConverter(typeof(ObjectOrNothing<MetaReplyTo>))]
    public MetaReplyTo? ReplyTo { get; init; }
    [JsonConverter(typeof(ObjectOrNothing<MetaReferral>))]
    public MetaReferral? Referral { get; init; }
}

/// <summary>Addresses are signed and expire; their signature stays out of logs.</summary>
public sealed record MetaAttachment
{
    /// <summary>image, audio, video, file, sticker, share, story_mention, fallback, unsupported_type, ...</summary>
    public string? Type { get; init; }
    public string? Title { get; init; }
    public string? Url { get; init; }
    [JsonConverter(typeof(ObjectOrNothing<MetaPayload>))]
    public MetaPayload? Payload { get; init; }
}

public sealed record MetaPayload
{
    public string? Url { get; init; }
    public string? Title { get; init; }
    public string? StickerId { get; init; }
}

public sealed record MetaQuickReply
{
    public string? Payload { get; init; }
}

public sealed record MetaReplyTo
{
    public string? Mid { get; init; }
    [JsonConverter(typeof(ObjectOrNothing<MetaStory>))]
    public MetaStory? Story { get; init; }
}

public sealed record MetaStory
{
    public string? Id { get; init; }
    public string? Url { get; init; }
}

public sealed record MetaEdit
{
    public string? Mid { get; init; }
    public string? Text { get; init; }
    public int? NumEdit { get; init; }
}

public sealed record MetaPostback
{
    public string? Mid { get; init; }
    public string? Title { get; init; }
    public string? Payload { get; init; }
    [JsonConverter(typeof(ObjectOrNothing<MetaReferral>))]
    public MetaReferral? Referral { get; init; }
}

/// <summary>Read or delivered: Messenger by watermark, Instagram by message.</summary>
public sealed record MetaReceipt
{
    public string? Mid { get; init; }
    public IReadOnlyList<string> Mids { get; init => field = value ?? []; } = [];
    [JsonConverter(typeof(MetaTime))]
    public DateTimeOffset? Watermark { get; init; }
}

public sealed record MetaReaction
{
    public string? Mid { get; init; }
    public string? Action { get; init; }
    public string? Emoji { get; init; }
    public string? Reaction { get; init; }
}

public sealed record MetaOptin
{
    public string? Ref { get; init; }
    public string? UserRef { get; init; }
    public string? Type { get; init; }
}

public sealed record MetaReferral
{
    public string? Ref { get; init; }
    public string? Source { get; init; }
    public string? Type { get; init; }
    public string? AdId { get; init; }
}

public sealed record MetaPolicyEnforcement
{
    public string? Action { get; init; }
    public string? Reason { get; init; }
}
