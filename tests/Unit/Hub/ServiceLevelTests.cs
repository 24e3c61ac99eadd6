using MyCavoodle.Hub;

namespace MyCavoodle.Tests.Unit.Hub;

/// <summary>The two clocks of an inquiry: five minutes to the first answer, hours or days to its end.</summary>
public sealed class ServiceLevelTests
{
    static readonly DateTimeOffset Asked = new(2026, 11, 22, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    // urgency, answered after minutes, resolved after hours, looked at after hours
    [InlineData(Urgency.Medium, 4.0, 47.0, 50.0, SlaStatus.Met)]
    [InlineData(Urgency.Medium, 4.0, 49.0, 50.0, SlaStatus.Breached)]
    [InlineData(Urgency.Medium, 6.0, 1.0, 50.0, SlaStatus.Breached)]
    [InlineData(Urgency.Urgent, 1.0, null, 2.0, SlaStatus.OnTrack)]
    [InlineData(Urgency.Urgent, 1.0, null, 3.5, SlaStatus.AtRisk)]
    [InlineData(Urgency.Urgent, 1.0, null, 4.5, SlaStatus.Breached)]
    [InlineData(Urgency.High, 1.0, null, 4.5, SlaStatus.OnTrack)]
    [InlineData(Urgency.Low, null, null, 0.05, SlaStatus.OnTrack)]
    [InlineData(Urgency.Low, null, null, 0.07, SlaStatus.AtRisk)]
    [InlineData(Urgency.Low, null, null, 0.1, SlaStatus.Breached)]
    public void The_status_follows_from_the_clocks(Urgency urgency, double? answered, double? resolved, double seen, SlaStatus status)
    {
        var inquiry = Inquiry(urgency);
        inquiry.RespondedAt = answered is { } minutes ? Asked.AddMinutes(minutes) : null;
        inquiry.ResolvedAt = resolved is { } hours ? Asked.AddHours(hours) : null;
        Assert.Equal(status, inquiry.SlaStatusAt(Asked.AddHours(seen)));
    }

    [Fact]
    public void Response_time_and_days_open_are_counted_from_asking()
    {
        var inquiry = Inquiry(Urgency.Medium);
        Assert.Equal((false, (decimal?)null), (inquiry.ResponseSent, inquiry.ResponseMinutes));
        // 11 am in Sydney on the 22nd; the 24th is two days on.
        Assert.Equal(2, inquiry.DaysOpen(new(2026, 11, 24)));

        inquiry.Answer(Asked.AddSeconds(90), asksBack: false);
        Assert.Equal((true, (decimal?)1.5m, 0), (inquiry.ResponseSent, inquiry.ResponseMinutes, inquiry.DaysOpen(new(2026, 11, 24))));
    }

    static Inquiry Inquiry(Urgency urgency) => new() { ConversationId = 1, Platform = Platform.Gmail, Message = "Is it gentle?", Urgency = urgency, CreatedAt = Asked };
}
