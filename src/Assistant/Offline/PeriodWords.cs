using System.Globalization;
using System.Text.RegularExpressions;

namespace MyCavoodle.Assistant.Offline;

/// <summary>The periods a text names, in words the calendar reads. Which days they are, only the calendar knows.</summary>
static partial class PeriodWords
{
    static readonly Spelling Spelling = new(
        ["today yesterday week weekend month quarter year january february march april june july august september october november december"], ["money", "mouth", "needed"]);

    public static IReadOnlyList<string> In(string text) => [.. Named().Matches(Plain(text)).Select(m => Span(m.Value)).Distinct()];

    /// <summary>What else is said.</summary>
    public static string Without(string text) => Named().Replace(Plain(text), " ");

    static string Plain(string text)
    {
        var plain = Fortnight().Replace(Week().Replace(Spelt(Spelling.Correct(text)), "week"), "$1 14 days");
        plain = ShortToday().Replace(plain, "today");
        // The day comes first here: 5/11 is the fifth of November.
        return DayAndMonth().Replace(plain, m => $"{m.Groups[1].Value} {Months[int.Parse(m.Groups[2].Value, CultureInfo.InvariantCulture) - 1]}");
    }

    static readonly string[] Months = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    /// <summary>"the last seven days" is the last 7 days.</summary>
    static string Spelt(string text) => Number().Replace(text, m => m.Value switch
    {
        "two" or "couple of" => "2", "three" => "3", "four" => "4", "five" => "5", "six" => "6", "seven" => "7", "ten" => "10", "fourteen" => "14", _ => "30",
    });

    static string Span(string words) =>
        Iso().Matches(words) is [var from, var to] ? $"{from.Value}..{to.Value}"
        : words.StartsWith("since ", StringComparison.Ordinal) ? words is "since monday" ? "this week" : "since then"
        : words.EndsWith("day", StringComparison.Ordinal) && !words.Contains(' ') && words is not ("today" or "yesterday") ? "on " + words
        : words.Trim();

    const string Month = "(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)";

    const string Iso8601 = @"\d{4}-\d{2}-\d{2}";
    const string Day = @"\d{1,2}(?:st|nd|rd|th)?";
    const string Weekday = @"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b";

    [GeneratedRegex(@"\b(?:wk|weke|wekk|weeek)\b")] private static partial Regex Week();
    [GeneratedRegex(@"\b(last|past|previous) (?:fortnight|2 weeks)\b")] private static partial Regex Fortnight();
    [GeneratedRegex(@"\b(?:tod|2day|todays|today's|so far today)\b")] private static partial Regex ShortToday();
    [GeneratedRegex(@"(?<=\b(?:last|past|previous) )(?:two|couple of|three|four|five|six|seven|ten|fourteen|thirty)(?= (?:day|week|month))")] private static partial Regex Number();
    [GeneratedRegex(@"\d{4}-\d{2}-\d{2}")] private static partial Regex Iso();
    [GeneratedRegex(@"(?<![\d/])(0?[1-9]|[12]\d|3[01])/(0?[1-9]|1[0-2])(?:/20\d\d)?(?![\d/])")] private static partial Regex DayAndMonth();
    // What the calendar cannot read ("since Monday", "q3") is named all the same: better asked back than answered for another period.
    [GeneratedRegex(@"\b(?:" + Iso8601 + @"(?:\s*(?:\.\.|to|until|till|-|–)\s*" + Iso8601 + @")?|since (?:(?:last|this) )?\p{L}+|q[1-4](?: 20\d\d)?|(?:this|last|the) weekend"
        + @"|today|yesterday|(?:this|last|previous) (?:week|month|quarter|year)|(?:week|month|year) to date|wtd|mtd|ytd|(?:last|past|previous) \d{1,4} (?:day|week|month)s?"
        + @"|(?:on|last|this) " + Weekday + @"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|" + Day + @"(?: " + Month + @")? ?(?:to|-|–|until|till) ?" + Day + @"(?: of)? " + Month + @"\b(?:,? 20\d\d\b)?"
        + @"|" + Day + @"(?: of)? " + Month + @"\b(?:,? 20\d\d\b)?|" + Month + @",? 20\d\d\b|(?<!\b(?:i|we|you|it|that|they|this) )" + Month + @"\b)")] private static partial Regex Named();
}
