using MyCavoodle.Hub;

namespace MyCavoodle.Tests.Unit.Hub;

public sealed class PeriodTests
{
    /// <summary>A Sunday.</summary>
    static readonly DateOnly Today = new(2026, 11, 22);

    [Theory]
    [InlineData("what's MER this week?", "2026-11-16", "2026-11-22", "2026-11-09", "2026-11-15")]
    [InlineData("revenue yesterday", "2026-11-21", "2026-11-21", "2026-11-20", "2026-11-20")]
    [InlineData("today", "2026-11-22", "2026-11-22", "2026-11-21", "2026-11-21")]
    [InlineData("AOV last month", "2026-10-01", "2026-10-31", "2026-09-01", "2026-09-30")]
    [InlineData("this month", "2026-11-01", "2026-11-22", "2026-10-01", "2026-10-22")]
    [InlineData("last week", "2026-11-09", "2026-11-15", "2026-11-02", "2026-11-08")]
    [InlineData("last 7 days", "2026-11-16", "2026-11-22", "2026-11-09", "2026-11-15")]
    [InlineData("this quarter", "2026-10-01", "2026-11-22", "2026-07-01", "2026-08-22")]
    [InlineData("last year", "2025-01-01", "2025-12-31", "2024-01-01", "2024-12-31")]
    [InlineData("in October", "2026-10-01", "2026-10-31", "2026-09-01", "2026-09-30")]
    [InlineData("december", "2025-12-01", "2025-12-31", "2025-11-01", "2025-11-30")]
    [InlineData("2026-11-01..2026-11-10", "2026-11-01", "2026-11-10", "2026-10-22", "2026-10-31")]
    [InlineData("on the 3rd of november", "2026-11-03", "2026-11-03", "2026-11-02", "2026-11-02")]
    [InlineData("1 to 5 november", "2026-11-01", "2026-11-05", "2026-10-27", "2026-10-31")]
    [InlineData("from 28 Oct to 3 Nov", "2026-10-28", "2026-11-03", "2026-10-21", "2026-10-27")]
    [InlineData("revenue on friday", "2026-11-20", "2026-11-20", "2026-11-19", "2026-11-19")]
    [InlineData("in may", "2026-05-01", "2026-05-31", "2026-04-01", "2026-04-30")]
    public void A_period_is_read_with_the_one_to_compare_it_with(string words, string from, string to, string beforeFrom, string beforeTo)
    {
        var period = PeriodReader.Read(words, Today);

        Assert.NotNull(period);
        Assert.Equal((Day(from), Day(to)), (period.From, period.To));
        Assert.Equal((Day(beforeFrom), Day(beforeTo)), (period.Previous!.From, period.Previous.To));
    }

    [Theory]
    [InlineData("")]
    [InlineData("how are you")]
    [InlineData("2027-01-01")]
    [InlineData("31 february")]
    [InlineData("0001-01-01")]
    [InlineData("0001-01-01..2026-11-20")]
    [InlineData("2026-02-31..2026-03-05")]
    [InlineData("may I know the revenue")]
    public void What_names_no_period_of_the_past_is_none(string words) => Assert.Null(PeriodReader.Read(words, Today));

    [Fact]
    public void A_month_that_has_begun_on_the_31st_is_compared_with_the_whole_shorter_month()
    {
        var period = Period.Begun("this month so far", "last month to the same day", 1, new DateOnly(2026, 3, 31));

        Assert.Equal(new DateOnly(2026, 2, 28), period.Previous!.To);
    }

    [Fact]
    public void A_day_of_changing_clocks_has_its_own_length()
    {
        // Daylight saving begins on Sunday 4 October 2026 and ends on Sunday 5 April 2026.
        Assert.Equal(TimeSpan.FromHours(23), Length(new DateOnly(2026, 10, 4)));
        Assert.Equal(TimeSpan.FromHours(25), Length(new DateOnly(2026, 4, 5)));
        Assert.Equal(new DateTimeOffset(2026, 11, 21, 13, 0, 0, TimeSpan.Zero), Sydney.StartOf(Today));
    }

    static TimeSpan Length(DateOnly day) => Period.Day("", day).End - Period.Day("", day).Start;

    static DateOnly Day(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
