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
    const int MostTokens = 900;

    /// <summary>Readings that name no time at all ("Christmas, 5 May") are dear to try; a text with so many is no text.</summary>
    const int MostMisses = 20;
    const int MostMentions = 64;

    static readonly Lazy<Grammar.Grammar> Australian = new(() => Build(false));
    static readonly Lazy<Grammar.Grammar> American = new(() => Build(true));

    /// <summary>All times in a text, in their order, none within another.</summary>
    public static IReadOnlyList<TimeMention> Find(string text, TimeSetting setting) => Read(text, setting, (tokens, n) => !((Series)n.Value).Latent || setting.LooksBack && IsBareMonth(tokens, n));

    /// <summary>A text that answers "when?" and should be a time as a whole; null when it is not one.</summary>
    public static TimeMention? Answer(string text, TimeSetting setting)
    {
        var trimmed = text.Trim().TrimEnd('.', '!', '?', ' ');
        return Read(trimmed, setting, (_, _) => true).FirstOrDefault(m => m.Words.Length == trimmed.Length);
    }

    static List<TimeMention> Read(string text, TimeSetting setting, Func<List<Token>, Node, bool> counts)
    {
        var tokens = Token.Of(text);
        if (tokens.Count == 0) return [];
        if (tokens.Count > MostTokens) tokens.RemoveRange(MostTokens, tokens.Count - MostTokens);
        var chart = new Chart((setting.IsAmerican ? American : Australian).Value, tokens);
        var taken = new bool[tokens.Count];
        List<TimeMention> found = [];
        var misses = 0;
        // The longest reading first, of equals the simplest, and the left one.
        foreach (var node in chart.Nodes.Where(n => n.Value is Series && counts(tokens, n)).OrderByDescending(n => tokens[n.To - 1].End - tokens[n.From].Start)
            .ThenBy(n => ((Series)n.Value).Latent).ThenBy(n => n.Cost).ThenBy(n => n.From))
        {
            if (taken.AsSpan(node.From..node.To).Contains(true) || !Stands(tokens, node)) continue;
            if (Mention(text, tokens, node, setting) is not { } mention)
            {
                if (++misses > MostMisses) break;
                continue;
            }
            taken.AsSpan(node.From..node.To).Fill(true);
            found.Add(mention);
            if (found.Count == MostMentions) break;
        }
        found.Sort((a, b) => a.At.CompareTo(b.At));
        return found;
    }

    /// <summary>"Revenue may?" is the month, "may I know" is not.</summary>
    static bool IsBareMonth(List<Token> tokens, Node node) => node.Value is Series { Form: Form.Month } && node.To == node.From + 1
        && (node.To == tokens.Count || tokens[node.To].Word is "?" or "!" or "," or "and" or "vs" or "versus" or "so" or "compared") && !(node.From > 0 && tokens[node.From - 1].Word is "i" or "we" or "you" or "it" or "that" or "they" or "this");

    /// <summary>Not a piece of something longer: of 2026-02-31, of 12:60, of A4.</summary>
    static bool Stands(List<Token> tokens, Node node)
    {
        var (from, to) = (node.From, node.To);
        if (from > 1 && tokens[from] is { Glued: true, IsNumber: true } && tokens[from - 1].Word == "." && tokens[from - 2].Word == ".") return false;
        if (from > 0 && tokens[from].Glued && (IsPiece(tokens[from - 1]) || from > 1 && tokens[from - 1].Word is "-" or "/" or ":" or "." or "," && tokens[from - 1].Glued && tokens[from - 2].IsNumber && tokens[from].IsNumber)) return false;
        // "31 February" is no other day of February.
        if (from > 0 && node.Value is Series { Form: Form.Month } && tokens[from - 1] is { IsNumber: true, Word.Length: < 3 }) return false;
        if (to < tokens.Count && node.Value is ClockTime { Half: Half.Either } clock && IsCount(tokens, node, clock)) return false;
        if (to == tokens.Count || !tokens[to].Glued) return true;
        return !IsPiece(tokens[to]) && !(to + 1 < tokens.Count && tokens[to].Word is "-" or "/" or ":" or "." or "," && to + 1 < tokens.Count && tokens[to + 1].Glued && tokens[to + 1].IsNumber && tokens[to - 1].IsNumber);
    }

    /// <summary>"About 3 weeks", "at 6.45 percent" and "around 10 bottles" count something.</summary>
    static bool IsCount(List<Token> tokens, Node node, ClockTime clock)
    {
        var next = tokens[node.To].Word;
        if (!char.IsLetter(next[0])) return next is "%" or "$";
        return Units.Contains(next) || clock.Grain == TimeGrain.Hour && tokens[node.From].Word is not ("at" or "@") && !AfterTimes.Contains(next);
    }

    static readonly HashSet<string> Units = [.. ("percent percentage ml mls l litre litres g gram grams kg kilos cm mm dollars dollar bucks cents aud stars star items people dogs times points each per x off years year months month weeks week days day "
        + "hours hour minutes min mins seconds bottles degrees km metres kms units orders reviews").Split(' ')];

    static readonly HashSet<string> AfterTimes = [.. ("and or to but on in for please pls thanks today tomorrow tonight if so then because is was when with at by before after that i we you it would will should does do can could "
        + "works work ok okay this next every ish oclock sharp monday tuesday wednesday thursday friday saturday sunday am pm").Split(' ')];

    static bool IsPiece(Token token) => char.IsLetterOrDigit(token.Word[0]) || token.Word[0] is '$' or '#' or '%' or '_' or '@' or '€' or '£';

    static TimeMention? Mention(string text, List<Token> tokens, Node node, TimeSetting setting)
    {
        var series = (Series)node.Value;
        if (series.Resolve(setting) is not { } span || span.Start.Year is < 3 or > 9900) return null;
        var (from, to) = (tokens[node.From].Start, tokens[node.To - 1].End);
        return new(from, text[from..to], span.Start, span.End, span.Grain)
        {
            IsInterval = series.Form is Form.Interval or Form.Season or Form.PartOfDay, Open = series.Open, Holiday = series.Holiday, IsLatent = series.Latent, IsRelative = series.IsCycle, Rolls = series.Rolls,
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
        FinancialRules.Words(lexicon);
        JoinRules.Words(lexicon);
        var book = new HolidayBook(lexicon);
        ChristianDays.Fill(book);
        CivilDays.Fill(book, american);
        EasternDays.Fill(book);
        return new(lexicon, [.. NumberRules.All, .. CalendarRules.All(american), .. ClockRules.All, .. DayRules.All, .. OrderRules.All, .. StretchRules.All, .. FinancialRules.All, .. JoinRules.All]);
    }
}
