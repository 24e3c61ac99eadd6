using System.Text.RegularExpressions;

namespace MyCavoodle.Assistant.Offline;

/// <summary>The periods a text names, in words the calendar reads. Which days they are, only the calendar knows.</summary>
static partial class PeriodWords
{
    public static IReadOnlyList<string> In(string text)
    {
        var plain = Fortnight().Replace(Week().Replace(Spelt(text), "week"), "$1 14 days");
        plain = ShortToday().Replace(plain, "today");
        return [.. Named().Matches(plain).Select(m => Span(m.Value)).Distinct()];
    }

    /// <summary>"the last seven days" is the last 7 days.</summary>
    static string Spelt(string text) => Number().Replace(text, m => m.Value switch
    {
        "two" or "couple of" => "2", "three" => "3", "four" => "4", "five" => "5", "six" => "6", "seven" => "7", "ten" => "10", "fourteen" => "14", _ => "30",
    });

    static string Span(string words) => Iso().Matches(words) is [var from, var to] ? $"{from.Value}..{to.Value}" : words.Trim();

    const string Month = "(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)";

    [GeneratedRegex(@"\b(?:wk|weke|wekk|weeek)\b")] private static partial Regex Week();
    [GeneratedRegex(@"\b(last|past|previous) (?:fortnight|2 weeks)\b")] private static partial Regex Fortnight();
    [GeneratedRegex(@"\b(?:tod|2day|todays|today's|so far today)\b")] private static partial Regex ShortToday();
    [GeneratedRegex(@"(?<=\b(?:last|past|previous) )(?:two|couple of|three|four|five|six|seven|ten|fourteen|thirty)(?= (?:day|week|month))")] private static partial Regex Number();
    [GeneratedRegex(@"\d{4}-\d{2}-\d{2}")] private static partial Regex Iso();
    [GeneratedRegex(@"\b(?:\d{4}-\d{2}-\d{2}(?:\s*(?:\.\.|to|until|till|-|–)\s*\d{4}-\d{2}-\d{2})?|today|yesterday|(?:this|last|previous) (?:week|month|quarter|year)|(?:week|month|year) to date|wtd|mtd|ytd|(?:last|past|previous) \d{1,4} (?:day|week|month)s?|\d{1,2}(?:st|nd|rd|th)?(?: of)? " + Month + @"\b(?:,? 20\d\d\b)?|" + Month + @",? 20\d\d\b|(?<!\b(?:i|we|you|it|that|they|this) )(?:" + Month + @")\b)")] private static partial Regex Named();
}
