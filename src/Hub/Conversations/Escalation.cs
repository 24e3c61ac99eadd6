namespace MyCavoodle.Hub;

/// <summary>Why a person is needed.</summary>
public enum EscalationReason { AskedForPerson, Complaint, HarmToAnimal, Legal, Press, ProofFailed, NotUnderstood, Failure }

/// <summary>The recorded reason a person is needed, and who was asked.</summary>
public sealed class Escalation
{
    public long Id { get; set; }
    public required long ConversationId { get; set; }
    public Conversation? Conversation { get; set; }
    public required EscalationReason Reason { get; set; }
    /// <summary>What it is about, in a sentence or two, for the person who takes over.</summary>
    public required string Summary { get; set; }
    public required StaffName Assignee { get; set; }
    public required DateTimeOffset RaisedAt { get; set; }
    public DateTimeOffset? ResolvedAt { get; set; }
}
