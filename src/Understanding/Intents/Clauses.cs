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

    /// <summary>Whether a clause asks or demands, rather than tells what happened.</summary>
    public static bool Asks(string clause) => clause.EndsWith('?') || Demand().IsMatch(clause);

    /// <summary>Whether it points back and so means little alone: "is it available?"</summary>
    public static bool Refers(string clause) => Pointer().IsMatch(clause);

    [GeneratedRegex(@"\b(?:it|its|it's|they|them|that|this|these|those|help)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Pointer();

    [GeneratedRegex(@"^(?:(?:hi|hello|hey|and|also|plus|ok|bella|there)\b,?\s*)*(?:please|pls|where|when|what|which|how|who|why|is|are|do|does|did|has|have|can|could|will|would|any|cancel|change|add|remove|send|tell|got)|\b(?:i'd like|would like|i need|i want|can you|could you|wondering)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Demand();

    [GeneratedRegex(@"(?<!\bno)(?<!\bnr)[.](?:\s|$)|[!;\n…]+|(?<=\?)\s*|(?:,|\b)\s*(?:and|also|plus|&)\s+(?=(?:also|how|hows|what|what's|whats|when|where|which|who|why|is|are|do|does|did|can|could|will|would|has|have|i|i'd|i'm|my|if|shipping|postage|delivery|where's|wheres|tell me|let me know|please|got|any|add|cancel|change|remove|return|send|buy|order)\b)|,\s*(?=(?:how|what|what's|whats|when|where|which|is|are|do|does|can|could|will|has|i|my|please)\b)", RegexOptions.IgnoreCase)]
    private static partial Regex Breaks();
}
