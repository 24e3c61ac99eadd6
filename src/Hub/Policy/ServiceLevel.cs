namespace MyCavoodle.Hub;

public enum SlaStatus { OnTrack, AtRisk, Met, Breached }

/// <summary>
/// What the shop promises about inquiries. Two clocks start when one is asked: a first answer within 5 minutes, day and
/// night, and its resolution within 4 hours (urgent), 1, 2 or 3 days (high, medium, low). Breached: a clock ran out. Met:
/// resolved in time. At risk: three quarters of a running clock are gone. Else on track.
/// </summary>
public static class ServiceLevel
{
    public static readonly TimeSpan FirstAnswer = TimeSpan.FromMinutes(5);
    const double RiskyShare = 0.75;

    public static TimeSpan ResolutionFor(Urgency urgency) => urgency switch
    {
        Urgency.Urgent => TimeSpan.FromHours(4),
        Urgency.High => TimeSpan.FromDays(1),
        Urgency.Medium => TimeSpan.FromDays(2),
        _ => TimeSpan.FromDays(3),
    };

    public static SlaStatus StatusOf(Inquiry inquiry, DateTimeOffset now)
    {
        var answered = (inquiry.RespondedAt ?? inquiry.ResolvedAt ?? now) - inquiry.CreatedAt;
        var resolved = (inquiry.ResolvedAt ?? now) - inquiry.CreatedAt;
        var resolution = ResolutionFor(inquiry.Urgency);
        if (answered > FirstAnswer || resolved > resolution) return SlaStatus.Breached;
        if (inquiry.ResolvedAt is not null) return SlaStatus.Met;
        var isWaiting = inquiry.RespondedAt is null;
        return isWaiting && answered > FirstAnswer * RiskyShare || resolved > resolution * RiskyShare ? SlaStatus.AtRisk : SlaStatus.OnTrack;
    }
}
