using MyCavoodle.Understanding.Times.Grammar;
using MyCavoodle.Understanding.Times.Holidays;

namespace MyCavoodle.Understanding.Times;

/// <summary>
/// Finds the times an English text names and says when they are: days, weeks, clock times, holidays, stretches from one
/// to another. Without state; the same words with the same setting always mean the same.
/// </summary>
public static class TimeReader
{
    /// <summary>A longer text names no more times that matter.</summary>
    const int MostTokens = 1200;

    static readonly Lazy<Grammar.Grammar> Australian = new(() => Build(false));
    static readonly Lazy<Grammar.Grammar> American = new(() => Build(true));

    /// <summary>All times in a text, in their order, none within another.</summary>
    public static IReadOnlyList<TimeMention> Find(string text, TimeSetting setting) => Read(text, setting, n => !((Series)n.Value).Latent);

    /// <summary>A text that answers "when?" and should be a time as a whole; null when it is not one.</summary>
    public static TimeMention? Answer(string text, TimeSetting setting)
    {
        var trimmed = text.Trim().TrimEnd('.', '!', '?', ' ');
        return Read(trimmed, setting, n => true).FirstOrDefault(m => m.Words.Length == trimmed.Length);
    }

    static List<TimeMention> Read(string text, TimeSetting setting, Func<Node, bool> counts)
    {
        var tokens = Token.Of(text);
        if (tokens.Count == 0) return [];
        if (tokens.Count > MostTokens) tokens.RemoveRange(MostTokens, tokens.Count - MostTokens);
        var chart = new Chart((setting.IsAmerican ? American : Australian).Value, tokens);
        var taken = new bool[tokens.Count];
        List<TimeMention> found = [];
        // The longest reading first, of equals the simplest, and the left one.
        foreach (var node in chart.Nodes.Where(n => n.Value is Series && counts(n)).OrderByDescending(n => tokens[n.To - 1].End - tokens[n.From].Start)
            .ThenBy(n => ((Series)n.Value).Latent).ThenBy(n => n.Cost).ThenBy(n => n.From))
        {
            if (taken.AsSpan(node.From..node.To).Contains(true) || Mention(text, tokens, node, setting) is not { } mention) continue;
            taken.AsSpan(node.From..node.To).Fill(true);
            found.Add(mention);
        }
        found.Sort((a, b) => a.At.CompareTo(b.At));
        return found;
    }

    static TimeMention? Mention(string text, List<Token> tokens, Node node, TimeSetting setting)
    {
        var series = (Series)node.Value;
        if (series.Resolve(setting) is not { } span || span.Start.Year is < 3 or > 9900) return null;
        var (from, to) = (tokens[node.From].Start, tokens[node.To - 1].End);
        return new(from, text[from..to], span.Start, span.End, span.Grain)
        {
            IsInterval = series.Form is Form.Interval or Form.Season or Form.PartOfDay, Open = series.Open, Holiday = series.Holiday, IsLatent = series.Latent,
        };
    }

    static Grammar.Grammar Build(bool american)
    {
        var lexicon = new Lexicon();
        NumberRules.Words(lexicon);
        CalendarRules.Words(lexicon);
        ClockRules.Words(lexicon);
        DayRules.Words(lexicon);
        OrderRules.Words(lexicon);
        StretchRules.Words(lexicon, american);
        JoinRules.Words(lexicon);
        var book = new HolidayBook(lexicon);
        ChristianDays.Fill(book);
        CivilDays.Fill(book, american);
        EasternDays.Fill(book);
        return new(lexicon, [.. NumberRules.All, .. CalendarRules.All(american), .. ClockRules.All, .. DayRules.All, .. OrderRules.All, .. StretchRules.All, .. JoinRules.All]);
    }
}
