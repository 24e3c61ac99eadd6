using System.Globalization;
using System.Text;
using MyCavoodle.Understanding.Text;

namespace MyCavoodle.Understanding.Mood;

/// <summary>Parts a message into <see cref="Felt"/> words and signs and looks each up.</summary>
sealed class FeltReader(Lexicon lexicon)
{
    /// <summary>Longer messages say nothing more about the mood, and the reading stays quick.</summary>
    const int MostWords = 600;

    public List<Felt> Read(PlainText message)
    {
        List<Felt> felt = [];
        foreach (var chunk in Decoded(message.Text).Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (felt.Count >= MostWords) break;
            ReadChunk(chunk, felt);
        }
        LookUp(felt);
        return felt;
    }

    /// <summary>Mail and feeds carry some signs the HTML way.</summary>
    static string Decoded(string text) => text.Contains('&', StringComparison.Ordinal)
        ? text.Replace("&amp;", "&").Replace("&lt;", "<").Replace("&gt;", ">").Replace("&quot;", "\"").Replace("&#39;", "'") : text;

    void ReadChunk(string chunk, List<Felt> felt)
    {
        if (lexicon.Sign(chunk, out var whole))
        {
            felt.Add(new() { Kind = FeltKind.Sign, Written = chunk, Word = chunk, Valence = whole });
            return;
        }
        if (chunk.StartsWith("http", StringComparison.OrdinalIgnoreCase) || chunk.StartsWith("www.", StringComparison.OrdinalIgnoreCase))
        {
            felt.Add(new() { Kind = FeltKind.Link, Written = chunk, Word = "http" });
            return;
        }
        for (var at = 0; at < chunk.Length;)
        {
            var here = chunk[at];
            var starts = char.IsLetterOrDigit(here) || here is '#' or '@' && at + 1 < chunk.Length && char.IsLetterOrDigit(chunk[at + 1]) || here == '*' && Starred(chunk, at);
            at += !starts ? MarkAt(chunk, at, felt) : LetteredSignAt(chunk, at, felt) is > 0 and var taken ? taken : WordAt(chunk, at, felt);
        }
    }

    static bool Starred(string chunk, int at) => at > 0 && at + 1 < chunk.Length && char.IsLetter(chunk[at - 1]);

    int WordAt(string chunk, int at, List<Felt> felt)
    {
        var end = at + 1;
        while (end < chunk.Length && IsWithin(chunk, end)) end++;
        var written = chunk[at..end];
        if (written[0] == '@')
            felt.Add(new() { Kind = FeltKind.Mention, Written = written, Word = "@" });
        else if (written.Contains('-', StringComparison.Ordinal) && !lexicon.Phrase(written.ToLowerInvariant(), out _))
            foreach (var part in written.Split('-', StringSplitOptions.RemoveEmptyEntries)) felt.Add(Word(part.TrimStart('#')));
        else if (written[0] == '#')
            Tag(written, felt);
        else
            felt.Add(Word(written));
        return end - at;
    }

    /// <summary>Letters, accents, and what may stand between letters: "don't", "sh*t", "well-made".</summary>
    static bool IsWithin(string chunk, int at) => char.IsLetterOrDigit(chunk[at])
        || chunk[at] is '\'' or '*' or '$' or '_' or '&' or '-' && at + 1 < chunk.Length && char.IsLetterOrDigit(chunk[at + 1])
        || chunk[at] != '\uFE0F' && CharUnicodeInfo.GetUnicodeCategory(chunk[at]) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    void Tag(string written, List<Felt> felt)
    {
        var lower = written.ToLowerInvariant();
        if (lexicon.Phrase(lower, out var valence))
        {
            felt.Add(new() { Kind = FeltKind.Word, Written = written, Word = lower, Valence = valence, Tagged = true });
            return;
        }
        foreach (var part in TagWords.Of(written[1..], lexicon)) felt.Add(Word(part, tagged: true));
    }

    static Felt Word(string written, bool tagged = false) => new()
    {
        Kind = FeltKind.Word, Written = written, Word = written.ToLowerInvariant(), Tagged = tagged, Stretched = Stems.IsStretched(written),
        Shouted = written.Length > 1 && written.Any(char.IsLetter) && written.All(c => !char.IsLower(c)) && written.Count(char.IsUpper) > 1,
    };

    /// <summary>Punctuation, an emoji or an emoticon among other characters.</summary>
    int MarkAt(string chunk, int at, List<Felt> felt)
    {
        if (SignAt(chunk, at, felt) is > 0 and var taken) return taken;
        var end = at + 1;
        if (chunk[at] is '!' or '?')
            while (end < chunk.Length && chunk[end] is '!' or '?') end++;
        else
            while (end < chunk.Length && chunk[end] == chunk[at]) end++;
        if (char.IsHighSurrogate(chunk[at]) && at + 1 < chunk.Length) end = at + 2;
        var written = chunk[at..end];
        if (written is not ("\uFE0F" or "'" or "\"")) felt.Add(new() { Kind = FeltKind.Mark, Written = written, Word = Mark(written) });
        return end - at;
    }

    static string Mark(string written) => written.Contains('!') && written.Contains('?') ? "!?"
        : written.Length > 3 ? written[..3] : written;

    /// <summary>An emoticon that begins with a letter, as ":D" turned round, where no letter stands beside it.</summary>
    int LetteredSignAt(string chunk, int at, List<Felt> felt)
    {
        if (at > 0 && char.IsLetterOrDigit(chunk[at - 1])) return 0;
        var before = felt.Count;
        var taken = SignAt(chunk, at, felt);
        if (taken == 0 || at + taken == chunk.Length || !char.IsLetterOrDigit(chunk[at + taken])) return taken;
        felt.RemoveRange(before, felt.Count - before);
        return 0;
    }

    int SignAt(string chunk, int at, List<Felt> felt)
    {
        for (var length = Math.Min(lexicon.LongestSign, chunk.Length - at); length > 0; length--)
        {
            if (!lexicon.Sign(chunk.Substring(at, length), out var valence)) continue;
            var sign = chunk.Substring(at, length);
            felt.Add(new() { Kind = FeltKind.Sign, Written = sign, Word = sign, Valence = valence });
            return length;
        }
        return 0;
    }

    /// <summary>Gives every word its valence and turn, the longest phrase first.</summary>
    void LookUp(List<Felt> felt)
    {
        var phrase = new StringBuilder();
        for (var i = 0; i < felt.Count; i++)
        {
            if (felt[i].Kind != FeltKind.Word || felt[i].InPhrase) continue;
            phrase.Clear();
            var (last, valence, turn, name) = (-1, 0.0, Turn.None, (string?)null);
            for (var j = i; j < felt.Count && j - i < Lexicon.LongestPhrase && felt[j].Kind == FeltKind.Word; j++)
            {
                if (phrase.Length > 0) phrase.Append(' ');
                var text = phrase.Append(felt[j].Word).ToString();
                if (j > i && lexicon.Phrase(text, out var v)) (last, valence, turn, name) = (j, v, Turn.None, text);
                else if (j > i && lexicon.TurnOf(text) is not Turn.None and var t) (last, valence, turn, name) = (j, 0, t, text);
                if (!lexicon.BeginsPhrase(text)) break;
            }
            if (last > i)
            {
                (felt[i].Valence, felt[i].Turn, felt[i].Phrase) = (valence, turn, name);
                for (var j = i + 1; j <= last; j++) felt[j].InPhrase = true;
            }
            else
            {
                if (felt[i].Valence == 0) felt[i].Valence = lexicon.Valence(felt[i].Word);
                felt[i].Turn = lexicon.TurnOf(felt[i].Word);
            }
        }
    }
}
