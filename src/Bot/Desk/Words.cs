using MyCavoodle.Bot.Flow;
using MyCavoodle.Hub;

namespace MyCavoodle.Bot.Desk;

/// <summary>How the desk names things.</summary>
static class Words
{
    public static string Name(StaffName? name) => name switch
    {
        null => "nobody",
        StaffName.Va => "VA",
        _ => name.ToString()!,
    };

    public static string Tab(QueueTab tab) => tab switch
    {
        QueueTab.Mine => "Needs me",
        QueueTab.Va => "VA",
        QueueTab.Bella => "Bella",
        QueueTab.Open => "All open",
        QueueTab.Assistant => "With the assistant",
        _ => "Resolved",
    };

    public static string Empty(QueueTab tab) => tab switch
    {
        QueueTab.Mine => "Nothing needs you. What the assistant hands to you shows up here by itself.",
        QueueTab.Va => "Nothing is with the VA.",
        QueueTab.Bella => "Nothing is with Bella.",
        QueueTab.Open => "No conversation needs a person.",
        QueueTab.Assistant => "The assistant has no conversation.",
        _ => "Nothing has been resolved yet.",
    };

    public static string Reason(EscalationReason reason) => Sentence(Escalations.Spoken(reason));

    /// <summary>The css class of a reason's badge.</summary>
    public static string Tone(EscalationReason reason) => reason switch
    {
        EscalationReason.HarmToAnimal => "bad",
        EscalationReason.Legal or EscalationReason.Press or EscalationReason.Complaint or EscalationReason.Failure => "warn",
        _ => "plain",
    };

    public static string Channel(string channel) => Sentence(ChannelNames.Spoken(channel));

    public static string Holder(Conversation conversation) => conversation.State switch
    {
        ConversationState.Pending => "The assistant",
        ConversationState.Resolved => "Resolved",
        ConversationState.Snoozed => $"{Name(conversation.Assignee)}, snoozed",
        _ => Name(conversation.Assignee),
    };

    public static string Hands(Conversation conversation) => conversation.State switch
    {
        ConversationState.Pending => "With the assistant",
        ConversationState.Resolved => "Resolved",
        _ => $"With {Holder(conversation)}",
    };

    /// <summary>What a member of the staff is here for, where the sandbox lets a visitor choose.</summary>
    public static string Part(StaffName name) => name switch
    {
        StaffName.Bella => "owns the shop",
        StaffName.Va => "writes to customers all day",
        _ => "keeps the system going",
    };

    /// <summary>&lt;1 min, 5 min, 3 h, 2 days.</summary>
    public static string Ago(DateTimeOffset at, DateTimeOffset now) => (now - at) switch
    {
        { TotalMinutes: < 1 } => "<1 min",
        { TotalHours: < 1 } past => $"{(int)past.TotalMinutes} min",
        { TotalDays: < 1 } past => $"{(int)past.TotalHours} h",
        { TotalDays: < 2 } => "1 day",
        var past => $"{(int)past.TotalDays} days",
    };

    /// <summary>The Sydney time of day: 3:05 pm.</summary>
    public static string Time(DateTimeOffset at) => Sydney.Spoken(at).Split(", ")[1];

    /// <summary>in progress, for InProgress.</summary>
    public static string Split<T>(T value) where T : struct, Enum =>
        string.Concat(value.ToString().Select((c, i) => i > 0 && char.IsUpper(c) ? $" {char.ToLowerInvariant(c)}" : char.ToLowerInvariant(c).ToString()));

    /// <summary>+3, −2, 0.</summary>
    public static string Signed(int value) => value.ToString("+0;−0;0", System.Globalization.CultureInfo.InvariantCulture);

    public static string Proof(Proof proof, Conversation conversation) => proof switch
    {
        Desk.Proof.Proven => "proven here by order number and email",
        Desk.Proof.ProofExpired => $"proven on {(conversation.ProvenAt is { } at ? Sydney.Spoken(at) : "an earlier day")}, too long ago to count",
        Desk.Proof.AddressVouchedFor => "the mail provider vouches for this address",
        _ => "matches by email, not proven",
    };

    public static string Sentence(string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];
}
