using System.Text.RegularExpressions;

namespace MyCavoodle.Understanding.Intents;

/// <summary>The parts of a message that each may want something: sentences, and what follows an "and" or a comma that asks anew. A condition stays with what depends on it.</summary>
static partial class Clauses
{
    const int Most = 12;

    public static IReadOnlyList<string> Of(string text)
    {
        List<string> clauses = [];
        foreach (var part in Breaks().Split(text).Select(c => c.Trim(' ', ',', '-', ':')).Where(c => c.Any(char.IsLetterOrDigit)).Take(Most))
            if (clauses is [.., var last] && last.StartsWith("if ", StringComparison.OrdinalIgnoreCase)) clauses[^1] = $"{last}, {part}";
            else clauses.Add(part);
        return clauses;
    }

    [GeneratedRegex(@"(?<!\bno)(?<!\bnr)[.](?:\s|$)|[!;\n…]+|(?<=\?)\s*|(?:,|\b)\s*(?:and|also|plus|but|&)\s+(?=(?:also|how|hows|what|what's|whats|when|where|which|who|why|is|are|do|does|did|can|could|will|would|has|have|i|i'd|i'm|my|if|shipping|postage|delivery|where's|wheres|tell me|let me know|please)\b)|,\s*(?=(?:how|what|what's|whats|when|where|which|is|are|do|does|can|could|will|has|i|my|please)\b)", RegexOptions.IgnoreCase, 100)]
    private static partial Regex Breaks();
}
