using System.Globalization;
using MyCavoodle.Understanding.Times;
using NodaTime;

namespace MyCavoodle.Tests.Unit.Understanding.Times;

public sealed class TimeReaderTests
{
    /// <summary>Sunday 22 November 2026, 3:05 pm in Sydney.</summary>
    static readonly TimeSetting Sydney = new(new(2026, 11, 22, 15, 5, 0, TimeSpan.FromHours(11)), DateTimeZoneProviders.Tzdb["Australia/Sydney"]);

    [Theory]
    [InlineData("today", "2026-11-22")]
    [InlineData("tommorow", "2026-11-23")]
    [InlineData("the day after tomorrow", "2026-11-24")]
    [InlineData("wendesday", "2026-11-25")]
    [InlineData("this friday", "2026-11-27")]
    [InlineData("last tuesday", "2026-11-17")]
    [InlineData("sunday", "2026-11-29")]
    [InlineData("tuesday week", "2026-12-01")]
    [InlineData("3/12", "2026-12-03")]
    [InlineData("3/12/2027", "2027-12-03")]
    [InlineData("25/12/26", "2026-12-25")]
    [InlineData("12/25", "2026-12-25")]
    [InlineData("2027-02-28", "2027-02-28")]
    [InlineData("the 5th of december", "2026-12-05")]
    [InlineData("dec 5th, 2027", "2027-12-05")]
    [InlineData("Sat 5 Dec", "2026-12-05")]
    [InlineData("friday the 13th", "2027-08-13")]
    [InlineData("tuesday 15", "2026-12-15")]
    [InlineData("the third tuesday of march", "2027-03-16")]
    [InlineData("last friday of december", "2026-12-25")]
    [InlineData("the first monday after christmas", "2026-12-28")]
    [InlineData("two days after boxing day", "2026-12-28")]
    [InlineData("two weeks ago", "2026-11-08")]
    [InlineData("in a week", "2026-11-29")]
    [InlineData("three weeks ago", "2026-11-01")]
    [InlineData("two fridays from now", "2026-12-04")]
    public void A_day_is_read_as_people_say_it(string words, string day) => AssertIs(words, day, TimeGrain.Day);

    [Theory]
    [InlineData("australia day", "2027-01-26")]
    [InlineData("anzac day", "2027-04-25")]
    [InlineData("king's birthday", "2027-06-14")]
    [InlineData("boxing day", "2026-12-26")]
    [InlineData("melbourne cup", "2027-11-02")]
    [InlineData("black friday", "2026-11-27")]
    [InlineData("cyber monday", "2026-11-30")]
    [InlineData("EOFY", "2027-06-30")]
    [InlineData("father's day", "2027-09-05")]
    [InlineData("mother's day 2026", "2026-05-10")]
    [InlineData("easter 2027", "2027-03-28")]
    [InlineData("good friday", "2027-03-26")]
    [InlineData("orthodox easter 2027", "2027-05-02")]
    [InlineData("chinese new year", "2027-02-06")]
    [InlineData("diwali 2026", "2026-11-08")]
    [InlineData("deepawali 2025", "2025-10-20")]
    [InlineData("holi 2025", "2025-03-14")]
    [InlineData("eid al-fitr 2026", "2026-03-20")]
    [InlineData("yom kippur 2026", "2026-09-20")]
    [InlineData("last christmas", "2025-12-25")]
    [InlineData("christmas eve", "2026-12-24")]
    [InlineData("new years", "2027-01-01")]
    public void A_holiday_is_known_by_its_name(string words, string day) => AssertIs(words, day, TimeGrain.Day);

    [Theory]
    [InlineData("at 5pm", "2026-11-22 17:00", TimeGrain.Hour)]
    [InlineData("at 2", "2026-11-23 02:00", TimeGrain.Hour)]
    [InlineData("tomorrow at 3", "2026-11-23 15:00", TimeGrain.Hour)]
    [InlineData("half past nine tonight", "2026-11-22 21:30", TimeGrain.Minute)]
    [InlineData("quarter to four", "2026-11-22 15:45", TimeGrain.Minute)]
    [InlineData("tuesday at 9.30 am", "2026-11-24 09:30", TimeGrain.Minute)]
    [InlineData("noon on friday", "2026-11-27 12:00", TimeGrain.Hour)]
    [InlineData("in two hours", "2026-11-22 17:05", TimeGrain.Minute)]
    [InlineData("in 20 mins", "2026-11-22 15:25", TimeGrain.Second)]
    [InlineData("8am AWST tomorrow", "2026-11-23 11:00", TimeGrain.Minute)]
    [InlineData("7 tomorrow arvo", "2026-11-23 19:00", TimeGrain.Hour)]
    public void A_clock_time_is_read_as_people_say_it(string words, string at, TimeGrain grain) => AssertIs(words, at, grain);

    [Theory]
    [InlineData("this week", "2026-11-16", "2026-11-23")]
    [InlineData("next month", "2026-12-01", "2027-01-01")]
    [InlineData("last quarter", "2026-07-01", "2026-10-01")]
    [InlineData("q1 2027", "2027-01-01", "2027-04-01")]
    [InlineData("in october 2025", "2025-10-01", "2025-11-01")]
    [InlineData("13-15 december", "2026-12-13", "2026-12-16")]
    [InlineData("from 28 Nov to 3 Dec", "2026-11-28", "2026-12-04")]
    [InlineData("between monday and wednesday", "2026-11-23", "2026-11-26")]
    [InlineData("the weekend", "2026-11-21", "2026-11-23")]
    [InlineData("summer", "2026-12-01", "2027-03-01")]
    [InlineData("the week of 9 december", "2026-12-07", "2026-12-14")]
    [InlineData("FY26", "2025-07-01", "2026-07-01")]
    [InlineData("fy25/26", "2025-07-01", "2026-07-01")]
    [InlineData("this financial year", "2026-07-01", "2027-07-01")]
    [InlineData("q1 fy26", "2025-07-01", "2025-10-01")]
    [InlineData("next 3 weeks", "2026-11-23", "2026-12-14")]
    [InlineData("this evening from 7 to 7:30", "2026-11-22 19:00", "2026-11-22 19:30")]
    [InlineData("10am to 12pm monday morning", "2026-11-23 10:00", "2026-11-23 12:00")]
    [InlineData("monday 11-4", "2026-11-23 11:00", "2026-11-23 16:00")]
    [InlineData("ramadan 2026", "2026-02-18", "2026-03-20")]
    [InlineData("tomorrow between 9 and 11 am", "2026-11-23 09:00", "2026-11-23 11:00")]
    public void A_stretch_has_a_beginning_and_an_end(string words, string start, string end)
    {
        var mention = Assert.Single(TimeReader.Find(words, Sydney));

        Assert.Equal((At(start), At(end)), (mention.Start, mention.End));
    }

    [Fact]
    public void One_end_may_be_left_open()
    {
        Assert.Equal((OpenEnd.Start, At("2026-11-27")), Single("by friday", m => (m.Open, m.Start)));
        Assert.Equal((OpenEnd.End, At("2026-11-16")), Single("since monday", m => (m.Open, m.Start)));
        Assert.Equal((OpenEnd.End, At("2027-01-01")), Single("after december", m => (m.Open, m.Start)));
    }

    [Theory]
    [InlineData("may I ask something")]
    [InlineData("order 1042 please")]
    [InlineData("2026-02-31")]
    [InlineData("31 february")]
    [InlineData("the second one")]
    [InlineData("I paid $5.30")]
    [InlineData("version 1.2.3.4")]
    [InlineData("A4 paper")]
    [InlineData("sun hat")]
    [InlineData("a mini brush, size m")]
    [InlineData("call 0412 345 678")]
    [InlineData("it takes about 3 weeks")]
    [InlineData("around 10 bottles")]
    [InlineData("at 6.45 percent")]
    [InlineData("")]
    public void What_is_no_time_is_none(string words) => Assert.Empty(TimeReader.Find(words, Sydney));

    [Fact]
    public void A_bare_number_is_a_time_only_as_the_answer_to_when()
    {
        Assert.Empty(TimeReader.Find("the 24th", Sydney));
        Assert.Equal(At("2026-11-24"), TimeReader.Answer("the 24th", Sydney)!.Start);
        Assert.Equal(At("2026-11-23 10:30"), TimeReader.Answer("ten thirty", Sydney with { Reference = Sydney.Reference.AddHours(12) })!.Start);
        Assert.Null(TimeReader.Answer("the 24th of nothing", Sydney));
    }

    [Fact]
    public void Several_times_in_one_text_are_found_with_their_places()
    {
        const string text = "I ordered on monday, was told friday 4 december, and leave at 5 pm tomorrow.";

        var mentions = TimeReader.Find(text, Sydney);

        Assert.Equal(["on monday", "friday 4 december", "at 5 pm tomorrow"], mentions.Select(m => m.Words));
        Assert.All(mentions, m => Assert.Equal(m.Words, text.Substring(m.At, m.Words.Length)));
    }

    [Fact]
    public void An_american_puts_the_month_first()
    {
        Assert.Equal(At("2027-03-02"), Single("3/2", m => m.Start, Sydney with { IsAmerican = true }));
        Assert.Equal(At("2027-02-03"), Single("3/2", m => m.Start));
    }

    [Fact]
    public void A_question_about_the_past_looks_back()
    {
        Assert.Equal(At("2025-12-01"), Single("december", m => m.Start, Sydney with { LooksBack = true }));
        Assert.Equal(At("2026-12-01"), Single("december", m => m.Start));
    }

    [Fact]
    public void A_time_that_the_clocks_skip_is_moved_past_the_gap()
    {
        // Daylight saving begins on Sunday 4 October 2026, 2 am.
        var at = Single("4 october 2026 at 2:30 am", m => m.Start);

        Assert.Equal(new DateTimeOffset(2026, 10, 4, 3, 30, 0, TimeSpan.FromHours(11)), Sydney.Instant(at));
    }

    static void AssertIs(string words, string at, TimeGrain grain)
    {
        var mention = Assert.Single(TimeReader.Find(words, Sydney));

        Assert.Equal((At(at), grain, words.Length), (mention.Start, mention.Grain, mention.Words.Length));
    }

    static T Single<T>(string words, Func<TimeMention, T> what, TimeSetting? setting = null) => what(Assert.Single(TimeReader.Find(words, setting ?? Sydney)));

    static DateTime At(string text) => DateTime.Parse(text, CultureInfo.InvariantCulture);
}
