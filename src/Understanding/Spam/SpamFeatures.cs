using MyCavoodle.Understanding.Mood;
using MyCavoodle.Understanding.Text;

namespace MyCavoodle.Understanding.Spam;

/// <summary>The hashed features of a message that tell spam: words and pairs, with numbers, links, money and codes by their shape.</summary>
static class SpamFeatures
{
    public const int Size = 1 << 16;

    const double Word = 1, Pair = 0.7, Shape = 1, List = 2;
    const double Scale = 4;

    /// <param name="topics">How many words that spam is about the message has.</param>
    /// <param name="pitches">And how many it pitches with.</param>
    public static SparseRow Of(PlainText message, int topics, int pitches)
    {
        var row = new SparseRow();
        var before = "^";
        foreach (var chunk in message.Text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries))
        {
            var word = Shaped(chunk.Trim('.', ',', '!', '?', '"', '\'', '(', ')', ':', ';', '-', '*'));
            if (word.Length == 0) continue;
            row.Add(At("w", word), Word);
            row.Add(At(before, word), Pair);
            before = word;
        }
        row.Add(At("marks", Grade(message.Text.Count(c => c == '!'))), Shape);
        row.Add(At("capitals", Grade(10 * message.Text.Count(char.IsUpper) / (message.Text.Length + 1))), Shape);
        row.Add(At("digits", Grade(10 * message.Text.Count(char.IsDigit) / (message.Text.Length + 1))), Shape);
        row.Add(At("length", Grade(message.Text.Length / 40)), Shape);
        row.Add(At("topics", Grade(topics)), List);
        row.Add(At("pitches", Grade(pitches)), List);
        row.Add(At("both", Grade(Math.Min(topics, pitches))), List);
        double squares = 1;
        foreach (var value in row.Values) squares += value * value;
        row.Scale(0, Scale / Math.Sqrt(squares));
        return row;
    }

    static string Grade(int count) => count switch { <= 0 => "0", 1 => "1", 2 => "2", 3 => "3", <= 5 => "5", <= 8 => "8", _ => "9" };

    static string Shaped(string chunk)
    {
        if (IsLink(chunk)) return "<link>";
        if (chunk.Contains('@', StringComparison.Ordinal)) return "<address>";
        var digits = chunk.Count(char.IsDigit);
        if (digits == 0) return chunk.ToLowerInvariant();
        if (chunk.Any(c => c is '$' or '£' or '€')) return "<money>";
        if (digits == chunk.Length) return $"<digits{Math.Min(digits, 11)}>";
        return digits * 2 >= chunk.Length ? "<code>" : "<mixed>";
    }

    static bool IsLink(string chunk) => chunk.Contains("://", StringComparison.Ordinal)
        || chunk.StartsWith("www.", StringComparison.OrdinalIgnoreCase) || chunk.Contains(".com/", StringComparison.OrdinalIgnoreCase);

    static int At(string first, string second)
    {
        var hash = 2166136261u;
        foreach (var c in first) hash = (hash ^ c) * 16777619u;
        hash = (hash ^ 0x1f) * 16777619u;
        foreach (var c in second) hash = (hash ^ c) * 16777619u;
        hash ^= hash >> 15;
        return (int)(hash & (Size - 1));
    }
}
