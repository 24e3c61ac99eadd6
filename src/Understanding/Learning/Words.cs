using System.Collections.Frozen;
using MyCavoodle.Understanding.Text;

namespace MyCavoodle.Understanding.Learning;

/// <summary>
/// The words of one text in the form the learner compares them: lower case, shorthand and contractions written out, drawn-out
/// letters shortened, digits masked. Kept and filled again text after text, so that reading allocates next to nothing.
/// </summary>
sealed class Words
{
    /// <summary>Words; what follows says nothing more about the intent.</summary>
    const int Most = 400;

    static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Shortened = Shorthand.Words.GetAlternateLookup<ReadOnlySpan<char>>();

    char[] letters = new char[1024];
    int used;
    readonly List<Word> words = [];

    /// <param name="Start">Where its letters begin in the buffer.</param>
    /// <param name="From">Where the word as written begins in the text read.</param>
    readonly record struct Word(int Start, int Length, int From, int To);

    public int Count => words.Count;

    public ReadOnlySpan<char> this[int at] => letters.AsSpan(words[at].Start, words[at].Length);

    /// <summary>Where the word stands in the text given to <see cref="Read"/>, as made plain.</summary>
    public Range Place(int at) => words[at].From..words[at].To;

    /// <summary>The text the places are counted in.</summary>
    public string Source { get; private set; } = "";

    public void Read(string text)
    {
        Source = IsPlain(text) ? text : PlainText.Of(text).Text;
        words.Clear();
        used = 0;
        var source = Source.AsSpan();
        for (var at = 0; at < source.Length && words.Count < Most;)
        {
            var end = at + 1;
            if (IsOfWord(source[at]))
            {
                while (end < source.Length && (IsOfWord(source[end]) || source[end] == '\'' && end + 1 < source.Length && IsOfWord(source[end + 1]))) end++;
                AddWord(source[at..end], at, end);
            }
            else if (source[at] is '?' or '$' or '%' or '£' or '€') Add(source.Slice(at, 1), at, end);
            else if (source[at] > 127 && !char.IsPunctuation(source[at]) && !char.IsWhiteSpace(source[at]))
            {
                while (end < source.Length && char.IsSurrogate(source[end]) && char.IsSurrogate(source[at]) && end < at + 2) end++;
                Add(source[at..end], at, end);
            }
            at = end;
        }
    }

    void AddWord(ReadOnlySpan<char> written, int from, int to)
    {
        Span<char> lower = stackalloc char[Math.Min(written.Length, 40)];
        written[..lower.Length].ToLowerInvariant(lower);
        if (Shortened.TryGetValue(lower, out var whole)) AddAll(whole, from, to);
        else if (lower.EndsWith("n't") && lower.Length > 3)
        {
            Add(lower is "can't" ? "can" : lower is "won't" ? "will" : lower[..^3], from, to);
            Add("not", from, to);
        }
        else if (lower.IndexOf('\'') is var mark and > 0)
        {
            Add(lower[..mark], from, to);
            if (Ending(lower[(mark + 1)..]) is { } ending) Add(ending, from, to);
        }
        else Add(lower, from, to);
    }

    static string? Ending(ReadOnlySpan<char> letters) => letters switch { "s" => "is", "m" => "am", "re" => "are", "ve" => "have", "ll" => "will", "d" => "would", _ => null };

    void AddAll(string several, int from, int to)
    {
        foreach (var part in several.AsSpan().Split(' ')) Add(several.AsSpan()[part], from, to);
    }

    void Add(ReadOnlySpan<char> word, int from, int to)
    {
        if (used + word.Length > letters.Length) Array.Resize(ref letters, letters.Length * 2);
        var start = used;
        foreach (var c in word)
        {
            if (used - start >= 2 && c == letters[used - 1] && c == letters[used - 2]) continue;
            letters[used++] = char.IsAsciiDigit(c) ? '0' : c;
        }
        words.Add(new(start, used - start, from, to));
    }

    static bool IsOfWord(char c) => c < 128 ? char.IsAsciiLetterOrDigit(c) : char.IsLetterOrDigit(c);

    static bool IsPlain(string text)
    {
        if (text.Length > PlainText.Longest) return false;
        foreach (var c in text) if (c is < ' ' or > '~' or '`') return false;
        return true;
    }
}
