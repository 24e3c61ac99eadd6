using MyCavoodle.Hub;

namespace MyCavoodle.Tests.Unit.Hub;

public sealed class PolicyTests
{
    [Theory]
    [InlineData(EscalationReason.HarmToAnimal, StaffName.Bella)]
    [InlineData(EscalationReason.Legal, StaffName.Bella)]
    [InlineData(EscalationReason.Press, StaffName.Bella)]
    [InlineData(EscalationReason.Complaint, StaffName.Va)]
    [InlineData(EscalationReason.AskedForPerson, StaffName.Va)]
    [InlineData(EscalationReason.ProofFailed, StaffName.Va)]
    public void The_reason_decides_who_takes_over(EscalationReason reason, StaffName assignee) =>
        Assert.Equal(assignee, Routing.AssigneeFor(reason));

    [Theory]
    // Monday 23 November 2026 in Sydney is UTC+11.
    [InlineData("2026-11-23T10:00+11:00", "2026-11-23T12:00+11:00")]
    [InlineData("2026-11-23T16:00+11:00", "2026-11-24T10:00+11:00")]
    [InlineData("2026-11-23T07:00+11:00", "2026-11-23T11:00+11:00")]
    [InlineData("2026-11-20T18:00+11:00", "2026-11-23T11:00+11:00")]
    [InlineData("2026-11-22T15:00+11:00", "2026-11-23T11:00+11:00")]
    public void An_answer_is_promised_within_open_hours_only(string asked, string promised)
    {
        var by = new SupportHours().AnswerBy(Instant(asked));
        Assert.Equal(Instant(promised), by);
    }

    [Fact]
    public void Only_Bella_sees_figures()
    {
        Assert.True(Caller(StaffName.Bella).May(Right.SeeFigures));
        Assert.False(Caller(StaffName.Va).May(Right.SeeFigures));
        Assert.False(Caller(StaffName.Josh).May(Right.SeeFigures));
        Assert.False(Caller(null).May(Right.SeeFigures));
        Assert.False(Caller(null).May(Right.SeeQueue));
        Assert.True(Caller(StaffName.Va).May(Right.SeeQueue));
    }

    [Theory]
    [InlineData("Your order #5123 is on its way.", "order number")]
    [InlineData("It costs $19.95.", "amount")]
    [InlineData("We wrote to amy@example.com.", "email address")]
    [InlineData("See https://evil.example/x.", "link")]
    public void What_no_tool_returned_is_not_said(string reply, string kind) =>
        Assert.Contains(kind, ReplyPolicy.Review(reply, ["where is my order", "{\"outcome\":\"none\"}"]), StringComparison.Ordinal);

    [Theory]
    [InlineData("Order #5123 comes to $19.95, see https://auspost.example/t/1.")]
    [InlineData("The number and the email do not match.")]
    public void What_a_tool_returned_is_said(string reply) =>
        Assert.Null(ReplyPolicy.Review(reply, ["5123", "{\"total\":\"$19.95\",\"url\":\"https://auspost.example/t/1\"}"]));

    [Theory]
    [InlineData("Your order #512 is on its way.", "order number")]
    [InlineData("It costs $19.", "amount")]
    [InlineData("It costs $1,234.", "amount")]
    [InlineData("We wrote to my@example.com.", "email address")]
    [InlineData("See https://auspost.example/t/1", "link")]
    public void A_piece_of_what_a_tool_returned_is_not_what_it_returned(string reply, string kind) =>
        Assert.Contains(kind, ReplyPolicy.Review(reply, ["#5123, $19.95, $1,234.50, amy@example.com, https://auspost.example/t/12"]), StringComparison.Ordinal);

    [Theory]
    [InlineData("It costs $10.")]
    [InlineData("Write to hello@example.com")]
    public void What_a_tool_wrote_another_way_is_said(string reply) =>
        Assert.Null(ReplyPolicy.Review(reply, ["{\"total\":\"$10.00\",\"text\":\"Mail:\\nhello@example.com\"}"]));

    [Theory]
    [InlineData("#1042", "#1042")]
    [InlineData("1042", "#1042")]
    [InlineData("order no. 1042!", "#1042")]
    [InlineData("# 1 0 4 2", "#1042")]
    [InlineData("none", null)]
    [InlineData("", null)]
    [InlineData("00000", null)]
    [InlineData("1234567890123", null)]
    public void An_order_number_is_read_in_any_spelling(string written, string? number) => Assert.Equal(number, Order.NormaliseNumber(written));

    static Caller Caller(StaffName? staff) => new(ChannelNames.Telegram, 1, 1, staff, null);

    static DateTimeOffset Instant(string iso) => DateTimeOffset.Parse(iso, System.Globalization.CultureInfo.InvariantCulture);
}
