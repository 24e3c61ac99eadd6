using MyCavoodle.Hub;
using MyCavoodle.Understanding.Times;
using NodaTime;

namespace MyCavoodle.Tests.Unit.Understanding.Times;

public sealed class AskedPeriodTests
{
    static readonly DateOnly Today = new(2026, 11, 22);
    static readonly TimeSetting Sydney = new(new(2026, 11, 22, 15, 5, 0, TimeSpan.FromHours(11)), DateTimeZoneProviders.Tzdb["Australia/Sydney"]);

    [Theory]
    [InlineData("what's MER this week?", "this week")]
    [InlineData("revenue yesterday", "yesterday")]
    [InlineData("so far today", "today")]
    [InlineData("sales 2day", "today")]
    [InlineData("AOV last month", "last month")]
    [InlineData("this month", "this month")]
    [InlineData("reveune last wk", "last week")]
    [InlineData("previous week", "last week")]
    [InlineData("last 7 days", "last 7 days")]
    [InlineData("the last seven days", "last 7 days")]
    [InlineData("in the past fortnight", "last 14 days")]
    [InlineData("past couple of weeks", "last 14 days")]
    [InlineData("this quarter", "this quarter")]
    [InlineData("last quarter", "last quarter")]
    [InlineData("last year", "last year")]
    [InlineData("wtd", "this week")]
    [InlineData("month to date", "this month")]
    [InlineData("ytd", "this year")]
    [InlineData("in October", "october 2026")]
    [InlineData("december", "december 2025")]
    [InlineData("new customers in October 2025", "october 2025")]
    [InlineData("2026-11-01..2026-11-10", "2026-11-01..2026-11-10")]
    [InlineData("from 2026-11-01 to 2026-11-20", "2026-11-01..2026-11-20")]
    [InlineData("on the 3rd of november", "2026-11-03")]
    [InlineData("1 to 5 november", "2026-11-01..2026-11-05")]
    [InlineData("revenue 1/11 to 5/11", "2026-11-01..2026-11-05")]
    [InlineData("from 28 Oct to 3 Nov", "2026-10-28..2026-11-03")]
    [InlineData("revenue on friday", "2026-11-20")]
    [InlineData("revnue yestrday", "yesterday")]
    [InlineData("in may", "may 2026")]
    [InlineData("revenue may?", "may 2026")]
    [InlineData("since monday", "2026-11-16..2026-11-22")]
    [InlineData("this weekend", "2026-11-21..2026-11-22")]
    [InlineData("last weekend", "2026-11-14..2026-11-15")]
    [InlineData("Black Friday week", "2025-11-24..2025-11-30")]
    [InlineData("financial year to date", "2026-07-01..2026-11-22")]
    [InlineData("FY26", "2025-07-01..2026-06-30")]
    [InlineData("q3", "2026-07-01..2026-09-30")]
    public void A_period_is_put_into_the_words_the_figures_are_asked_by(string text, string phrase) =>
        Assert.Equal(phrase, Assert.Single(AskedPeriod.In(text, Sydney)).Phrase);

    /// <summary>What the calendar reads from the words is what was read from the text.</summary>
    [Theory]
    [InlineData("this week")]
    [InlineData("last month")]
    [InlineData("last 30 days")]
    [InlineData("this year")]
    [InlineData("november")]
    [InlineData("the last 3 weeks")]
    [InlineData("past two months")]
    [InlineData("between 3 and 9 november")]
    [InlineData("on 3/11")]
    [InlineData("easter")]
    [InlineData("last financial year")]
    public void The_calendar_understands_the_same_days(string text)
    {
        var asked = Assert.Single(AskedPeriod.In(text, Sydney));
        var period = PeriodReader.Read(asked.Phrase, Today)!;

        Assert.Equal((asked.First, asked.Last), (period.From, period.To));
    }

    [Fact]
    public void Two_periods_are_compared_in_their_order() =>
        Assert.Equal(["this week", "last week"], AskedPeriod.In("compare revenue this week to last week", Sydney).Select(p => p.Phrase));

    [Theory]
    [InlineData("")]
    [InlineData("how are you")]
    [InlineData("2027-01-01")]
    [InlineData("31 february")]
    [InlineData("0001-01-01..2026-11-20")]
    [InlineData("may I know the revenue")]
    [InlineData("how much money do we make")]
    [InlineData("next week")]
    public void What_names_no_day_that_has_been_is_none(string text) => Assert.Empty(AskedPeriod.In(text, Sydney));

    [Fact]
    public void The_rest_of_the_question_is_kept() => Assert.Equal("ad spend   please", AskedPeriod.Without("ad spend last month please", Sydney));
}
