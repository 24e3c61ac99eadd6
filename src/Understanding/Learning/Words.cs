using System.Collections.Frozen;
using MyCavoodle.Understanding.Text;

namespace MyCavoodle.Understanding.Learning;

/// <summary>
/// The words of one text in the form the learner compares them: lower case, shorthand and contractions written out, drawn-out
/// letters shortened, digits masked, misspelt ones repaired where a vocabulary is given. Kept and filled again text after text, so that reading allocates next to nothing.
/// </summary>
sealed class Words(Vocabulary? vocabulary = null)
{
    /// <summary>Words; what follows says nothing more about the intent.</summary>
    const int Most = 400;

    static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Shortened = Shorthand.Words.GetAlternateLookup<ReadOnlySpan<char>>();

    char[] letters = new char[1024];
    int used;
    readonly List<Word> words = [];

    /// <param name="Start">Where its letters begin in the buffer.</param>
    /// <param name="Written">The same of the letters it had before it was repaired.</param>
    /// <param name="Place">Where the word stands in the text read.</param>
    readonly record struct Word(Range Letters, Range Written, Range Place);

    public int Count => words.Count;

    public ReadOnlySpan<char> this[int at] => letters.AsSpan()[words[at].Letters];

    /// <summary>The word without repair.</summary>
    public ReadOnlySpan<char> Written(int at) => letters.AsSpan()[words[at].Written];

    public bool IsRepaired(int at) => !words[at].Letters.Equals(words[at].Written);

    /// <summary>Where the word stands in <see cref="Source"/>; one written word may have become several.</summary>
    public Range Place(int at) => words[at].Place;

    /// <summary>The text the places are counted in: what was given to <see cref="Read"/>, made plain.</summary>
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
                AddWord(source[at..end], at..end);
            }
            else if (source[at] is '?' or '$' or '%' or '£' or '€') Add(source.Slice(at, 1), at..end);
            else if (source[at] > 127 && !char.IsPunctuation(source[at]) && !char.IsWhiteSpace(source[at]))
            {
                while (end < source.Length && char.IsSurrogate(source[end]) && char.IsSurrogate(source[at]) && end < at + 2) end++;
                Add(source[at..end], at..end);
            }
            at = end;
        }
    }

    void AddWord(ReadOnlySpan<char> written, Range place)
    {
        Span<char> lower = stackalloc char[Math.Min(written.Length, 40)];
        written[..lower.Length].ToLowerInvariant(lower);
        if (Shortened.TryGetValue(lower, out var whole)) AddAll(whole, place);
        else if (lower.EndsWith("n't") && lower.Length > 3)
        {
            Add(lower is "can't" ? "can" : lower is "won't" ? "will" : lower[..^3], place);
            Add("not", place);
        }
        else if (lower.IndexOf('\'') is var mark and > 0)
        {
            Add(lower[..mark], place);
            if (Ending(lower[(mark + 1)..]) is { } ending) Add(ending, place);
        }
        else Add(lower, place);
    }

    static string? Ending(ReadOnlySpan<char> letters) => letters switch { "s" => "is", "m" => "am", "re" => "are", "ve" => "have", "ll" => "will", "d" => "would", _ => null };

    void AddAll(string several, Range place)
    {
        foreach (var part in several.AsSpan().Split(' ')) Add(several.AsSpan()[part], place);
    }

    void Add(ReadOnlySpan<char> word, Range place)
    {
        var written = Keep(word);
        if (vocabulary?.Repair(letters.AsSpan()[written]) is not { } better)
        {
            words.Add(new(written, written, place));
            return;
        }
        foreach (var part in better.AsSpan().Split(' ')) words.Add(new(Keep(better.AsSpan()[part]), written, place));
    }

    Range Keep(ReadOnlySpan<char> word)
    {
        while (used + word.Length > letters.Length) Array.Resize(ref letters, letters.Length * 2);
        var start = used;
        foreach (var c in word)
        {
            if (char.IsAsciiDigit(c)) letters[used++] = '0';
            else if (used - start < 2 || c != letters[used - 1] || c != letters[used - 2]) letters[used++] = c;
        }
        return start..used;
    }

    static bool IsOfWord(char c) => c < 128 ? char.IsAsciiLetterOrDigit(c) : char.IsLetterOrDigit(c);

    static bool IsPlain(string text)
    {
        if (text.Length > PlainText.Longest) return false;
        foreach (var c in text) if (c is < ' ' or > '~' or '`') return false;
        return true;
    }
}
