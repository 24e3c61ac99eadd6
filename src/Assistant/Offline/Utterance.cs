using System.Globalization;
using System.Text.RegularExpressions;

namespace MyCavoodle.Assistant.Offline;

/// <summary>
/// A message made plain: invisible characters, mark-up and links out, one kind of apostrophe, lower case, at most
/// <see cref="Longest"/> characters. Longer ones say nothing more that this model could use.
/// </summary>
sealed partial record Utterance(string Original, string Text)
{
    const int Longest = 1500;
    const int MostClauses = 12;

    public static Utterance Of(string message)
    {
        var letter = Letter.Body(message.Length <= 2 * Longest ? message : message[..(2 * Longest)]);
        var cut = letter.Length <= Longest ? letter : letter[..Longest];
        var visible = string.Concat(cut.Select(Visible)).Trim();
        var plain = Link().Replace(Attachment().Replace(Markup().Replace(visible, " "), " "), " ").Replace('’', '\'').Replace('‘', '\'').ToLowerInvariant();
        return new(Spaces().Replace(Breaks().Replace(visible, " "), " "), Breaks().Replace(Spaces().Replace(plain, " "), "\n").Trim());
    }

    /// <summary>The parts that each may want something: sentences, and what follows an "and" that asks anew. A condition stays with what it is the condition of.</summary>
    public IReadOnlyList<string> Clauses
    {
        get
        {
            List<string> clauses = [];
            foreach (var part in Break().Split(Slots.Mask(Text)).Select(c => c.Trim(' ', ',', '-', ':')).Where(c => c.Any(char.IsLetterOrDigit)).Take(MostClauses))
                if (clauses is [.., var last] && last.StartsWith("if ", StringComparison.Ordinal)) clauses[^1] = $"{last}, {part}";
                else clauses.Add(part);
            return clauses;
        }
    }

    static char Visible(char c) => char.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.Control or UnicodeCategory.LineSeparator
        ? c is '\n' or '\r' or '\u2028' ? '\n' : ' ' : c;

    [GeneratedRegex(@"<[^<>]{0,300}>")] private static partial Regex Markup();
    // As the channels write what is no text.
    [GeneratedRegex(@"\[(?:image|video|audio|file|sticker|link|unsupported attachment|empty mail|empty message|attached:[^\]]*)\]")] private static partial Regex Attachment();
    [GeneratedRegex(@"https?://\S+")] private static partial Regex Link();
    [GeneratedRegex(@"[^\S\n]+")] private static partial Regex Spaces();
    [GeneratedRegex(@" ?\n\s*")] private static partial Regex Breaks();
    [GeneratedRegex(@"(?<!\bno)(?<!\bnr)[.](?:\s|$)|[!?;\n…]+|(?:,|\b)\s*(?:and|also|plus|but|&)\s+(?=(?:also|how|hows|what|what's|whats|when|where|which|who|why|is|are|do|does|did|can|could|will|would|has|have|i|i'd|i'm|my|it|we|if|shipping|postage|delivery|where's|wheres|tell me|let me know|please)\b)|,\s*(?=(?:how|what|what's|whats|when|where|which|is|are|do|does|can|could|will|has|i|my|please)\b)")]
    private static partial Regex Break();
}
