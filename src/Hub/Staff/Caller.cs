namespace MyCavoodle.Hub;

/// <summary>What a caller may do beyond asking for their own things.</summary>
public enum Right { SeeFigures, SeeStockLevels, SeeQueue }

/// <summary>
/// Who is asking, as the flow established it; no model has a say in it. Every plugin reads only what this caller may see.
/// </summary>
/// <param name="Staff">The member of staff, or null for everybody else.</param>
/// <param name="ProvenCustomerId">The customer this contact proved to be, or null.</param>
public sealed record Caller(string Channel, long ContactId, long ConversationId, StaffName? Staff, long? ProvenCustomerId)
{
    public bool IsStaff => Staff is not null;

    /// <summary>Figures are Bella's alone; stock levels and the queue are for all staff.</summary>
    public bool May(Right right) => right switch
    {
        Right.SeeFigures => Staff is StaffName.Bella,
        _ => IsStaff,
    };
}
