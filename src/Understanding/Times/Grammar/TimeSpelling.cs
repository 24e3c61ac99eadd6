using MyCavoodle.Understanding.Text;

namespace MyCavoodle.Understanding.Times.Grammar;

/// <summary>Puts misspelt words of time right: "tommorow", "wendesday", "febuary".</summary>
static class TimeSpelling
{
    const int Shortest = 5;
    const int Longest = 14;

    static readonly string[] Known = ("today tomorrow yesterday monday tuesday wednesday thursday friday saturday sunday january february april august "
        + "september october november december weekend fortnight morning afternoon evening tonight midnight christmas easter quarter thanksgiving valentines month months weeks years minutes").Split(' ');

    /// <summary>Words that are right as they are.</summary>
    static readonly HashSet<string> Others = [.. ("mouth money needed seeks weeds months tends friend fried frida eaten faster eastern master coaster warning mourning moaning toady "
        + "weekends weekly weekday weekdays monthly yearly quarters mornings evenings afternoons mondays tuesdays wednesdays thursdays fridays saturdays sundays yearn yeast years "
        + "minute minutest minuets eastman weekender quarterly sundry sundaes sunda wedding tuesdays augusta aprils apron sunny mouths").Split(' ')];

    static readonly Dictionary<char, string[]> ByInitial = Known.GroupBy(w => w[0]).ToDictionary(g => g.Key, g => g.ToArray());

    static readonly Dictionary<string, string> Short = new(StringComparer.Ordinal)
    {
        ["2day"] = "today", ["2moro"] = "tomorrow", ["2morrow"] = "tomorrow", ["2nite"] = "tonight", ["tmrw"] = "tomorrow", ["tmr"] = "tomorrow", ["tmw"] = "tomorrow", ["tomo"] = "tomorrow",
        ["tomoz"] = "tomorrow", ["tonite"] = "tonight", ["yday"] = "yesterday", ["yest"] = "yesterday", ["tod"] = "today", ["wk"] = "week", ["wks"] = "weeks", ["weke"] = "week", ["wekk"] = "week",
        ["weeek"] = "week", ["wknd"] = "weekend", ["arvo"] = "afternoon", ["morn"] = "morning", ["mth"] = "month", ["mths"] = "months", ["mnth"] = "month", ["yr"] = "year",
        ["yrs"] = "years", ["qtr"] = "quarter", ["qtrs"] = "quarters", ["hr"] = "hour", ["hrs"] = "hours", ["mins"] = "minutes", ["secs"] = "seconds", ["xmas"] = "christmas", ["chrissy"] = "christmas",
        ["chrissie"] = "christmas", ["todays"] = "today", ["tomorrows"] = "tomorrow", ["yesterdays"] = "yesterday", ["weds"] = "wed",
    };

    public static string Right(string word)
    {
        if (Short.TryGetValue(word, out var right)) return right;
        if (word.Length is < Shortest or > Longest || !ByInitial.TryGetValue(word[0], out var candidates) || Others.Contains(word)) return word;
        foreach (var known in candidates)
            if (known == word) return word;
        foreach (var known in candidates)
            if (Math.Abs(known.Length - word.Length) <= 2 && EditDistance.Between(known, word) <= (known.Length > 7 ? 2 : 1)) return known;
        return word;
    }
}
