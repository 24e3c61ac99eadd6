namespace MyCavoodle.Hub;

/// <summary>Who takes over: harm to an animal, legal words and the press go to Bella, everything else to the VA.</summary>
public static class Routing
{
    public static StaffName AssigneeFor(EscalationReason reason) => reason switch
    {
        EscalationReason.HarmToAnimal or EscalationReason.Legal or EscalationReason.Press => StaffName.Bella,
        _ => StaffName.Va,
    };

    public static Urgency UrgencyFor(EscalationReason reason) => reason switch
    {
        EscalationReason.HarmToAnimal => Urgency.Urgent,
        EscalationReason.Legal or EscalationReason.Press or EscalationReason.Complaint => Urgency.High,
        _ => Urgency.Medium,
    };

    /// <summary>As customers are told: who will write to them.</summary>
    public static string SpokenTo(StaffName assignee) =>
        assignee == StaffName.Bella ? "our founder Bella" : "our customer care team";
}
