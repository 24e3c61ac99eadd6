using System.Globalization;
using System.Text.RegularExpressions;

namespace MyCavoodle.Hub;

/// <summary>
/// Reads a period from a person's or a model's words: today, yesterday, this or last week, month, quarter, year,
/// last 7 days, October, October 2025, 2026-11-03, 2026-11-01..2026-11-20, 3 Nov.
/// </summary>
public static partial class PeriodReader
{
    static readonly string[] Months =
        [.. CultureInfo.InvariantCulture.DateTimeFormat.MonthNames.Take(12).Select(m => m.ToLowerInvariant())];

    static readonly string[] Weekdays =
        [.. CultureInfo.InvariantCulture.DateTimeFormat.DayNames.Select(d => d.ToLowerInvariant())];

    /// <param name="today">The Sydney day it is asked on.</param>
    /// <returns>Null when no period is named, or one that lies in the future.</returns>
    public static Period? Read(string? text, DateOnly today)
    {
        var words = (text ?? "").ToLowerInvariant();
        var period = Range(words) ?? Relative(words, today) ?? LastSome(words, today) ?? Weekday(words, today)
            ?? (DayAndMonth().IsMatch(words) ? Date(words, today) : Month(words, today));
        return period is null || period.From > today ? null
            : period.To > today ? period with { To = today, Name = period.Name + " so far" }
            : period;
    }

    /// <summary>A date that does not exist, or lies before there was a shop, makes the whole range unreadable.</summary>
    static Period? Range(string words)
    {
        var dates = IsoDate().Matches(words).Select(m => ParseIso(m.Value)).ToList();
        return dates switch
        {
            [{ } day] => Period.Day(Sydney.Spoken(day), day),
            [{ } from, { } to, ..] when from <= to => Period.Days($"{Sydney.Spoken(from)} to {Sydney.Spoken(to)}", from, to),
            [{ } to, { } from, ..] => Period.Days($"{Sydney.Spoken(from)} to {Sydney.Spoken(to)}", from, to),
            _ => null,
        };
    }

    static Period? Relative(string words, DateOnly today) => RelativeWords().Match(words).Value switch
    {
        "today" => Period.Day("today so far", today),
        "yesterday" => Period.Day("yesterday", today.AddDays(-1)),
        "this week" or "the week" or "week to date" or "wtd" => Period.ThisWeek(today),
        "last week" or "previous week" => Period.LastWeek(today),
        "this month" or "month to date" or "mtd" => Period.Begun("this month so far", "last month to the same day", 1, today),
        "last month" or "previous month" => Period.Whole("last month", "the month before", 1, today.AddMonths(-1)),
        "this quarter" => Period.Begun("this quarter so far", "last quarter to the same day", 3, today),
        "last quarter" or "previous quarter" => Period.Whole("last quarter", "the quarter before", 3, today.AddMonths(-3)),
        "this year" or "year to date" or "ytd" => Period.Begun("this year so far", "last year to the same day", 12, today),
        "last year" or "previous year" => Period.Whole("last year", "the year before", 12, today.AddYears(-1)),
        _ => null,
    };

    static Period? LastSome(string words, DateOnly today)
    {
        var match = LastCount().Match(words);
        if (!match.Success || !int.TryParse(match.Groups[1].Value, out var count) || count is < 1 or > 1000) return null;
        var from = match.Groups[2].Value switch
        {
            "day" => today.AddDays(1 - count),
            "week" => today.AddDays(1 - 7 * count),
            _ => today.AddMonths(-count).AddDays(1),
        };
        return Period.Days($"the last {count} {match.Groups[2].Value}{(count == 1 ? "" : "s")}", from, today);
    }

    /// <summary>3 Nov; 1 to 5 November; 28 Oct to 3 Nov. A date that does not exist makes the whole question unreadable.</summary>
    static Period? Date(string words, DateOnly today)
    {
        var whole = SharedMonth().Replace(words, "$1 $3 to $2 $3");
        var dates = DayAndMonth().Matches(whole).Select(m => DateOf(m, today)).ToList();
        return dates switch
        {
            [{ } day] => Period.Day(Sydney.Spoken(day), day),
            [{ } from, { } to, ..] when from <= to => Period.Days($"{Sydney.Spoken(from)} to {Sydney.Spoken(to)}", from, to),
            _ => null,
        };
    }

    /// <summary>Without a year the latest such day that is not in the future.</summary>
    static DateOnly? DateOf(Match match, DateOnly today)
    {
        var month = MonthNumber(match.Groups[2].Value);
        var year = match.Groups[3].Success ? int.Parse(match.Groups[3].Value, CultureInfo.InvariantCulture) : today.Year;
        var day = int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
        if (day < 1 || day > DateTime.DaysInMonth(year, month)) return null;
        var date = new DateOnly(year, month, day);
        return date > today && !match.Groups[3].Success ? date.AddYears(-1) : date;
    }

    /// <summary>On Monday: the latest one, today included.</summary>
    static Period? Weekday(string words, DateOnly today)
    {
        var match = DayOfWeekName().Match(words);
        if (!match.Success) return null;
        var weekday = Array.FindIndex(Weekdays, d => d.StartsWith(match.Groups[1].Value, StringComparison.Ordinal));
        var day = today.AddDays(-(((int)today.DayOfWeek - weekday + 7) % 7));
        return Period.Day(Sydney.Spoken(day), day);
    }

    static Period? Month(string words, DateOnly today)
    {
        var match = MonthAndYear().Match(words);
        if (!match.Success) return null;
        var month = MonthNumber(match.Groups[1].Success ? match.Groups[1].Value : match.Groups[3].Value);
        var year = match.Groups[2].Success ? int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture)
            : month > today.Month ? today.Year - 1 : today.Year;
        var name = CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(month);
        return Period.Whole($"{name} {year}", "the month before", 1, new DateOnly(year, month, 1));
    }

    static int MonthNumber(string word) => Array.FindIndex(Months, m => m.StartsWith(word[..3], StringComparison.Ordinal)) + 1;

    static DateOnly? ParseIso(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year >= 2000 ? day : null;

    const string MonthWord = "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";

    [GeneratedRegex(@"\b\d{4}-\d{2}-\d{2}\b")] private static partial Regex IsoDate();
    [GeneratedRegex(@"\b(?:today|yesterday|(?:this|last|previous) (?:week|month|quarter|year)|the week|(?:week|month|year) to date|wtd|mtd|ytd)\b")] private static partial Regex RelativeWords();
    [GeneratedRegex(@"\b(?:last|past|previous) (\d{1,4}) (day|week|month)s?\b")] private static partial Regex LastCount();
    [GeneratedRegex(@"\b(\d{1,2})(?:st|nd|rd|th)?(?: of)? (" + MonthWord + @")\b(?:,? (20\d\d)\b)?")] private static partial Regex DayAndMonth();
    [GeneratedRegex(@"\b(\d{1,2})(?:st|nd|rd|th)? ?(?:to|-|–|until) ?(\d{1,2})(?:st|nd|rd|th)?(?: of)? (" + MonthWord + @")\b")] private static partial Regex SharedMonth();
    [GeneratedRegex(@"\b(?:on|last|this) (mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b")] private static partial Regex DayOfWeekName();
    // "may" alone is mostly the verb.
    [GeneratedRegex(@"\b(?!may\b(?! 20\d\d))(" + MonthWord + @")\b(?:,? (20\d\d)\b)?|(?<=\b(?:in|for|during|of|last) )(may)\b")] private static partial Regex MonthAndYear();
}
