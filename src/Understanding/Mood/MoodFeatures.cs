namespace MyCavoodle.Understanding.Mood;

/// <summary>The hashed features of a message's words: words, pairs, pieces of words and signs, each knowing whether it is denied.</summary>
static class MoodFeatures
{
    public const int Size = 1 << 19;

    const double Word = 1, Pair = 0.6, Piece = 0.7, Stem = 0.7, Aside = 0.3;
    /// <summary>What a denied word counts as the word itself.</summary>
    const double Denied = -0.5;
    const int ShortestPiece = 3, LongestPiece = 5, LongestWord = 25;
    const double Scale = 4;

    enum Kind { Aside, Word, Denied, Phrase, Pair, Piece }

    /// <param name="felt">Weighed by <see cref="MoodSums"/>, which finds what is denied.</param>
    public static SparseRow Of(List<Felt> felt)
    {
        var row = new SparseRow();
        var before = "^";
        foreach (var it in felt)
        {
            if (it.Kind is FeltKind.Link or FeltKind.Mention)
            {
                row.Add(At(Kind.Aside, it.Word), Aside);
                continue;
            }
            if (it.Kind == FeltKind.Mark && it.Word is ",") continue;
            var share = it.Denied ? Denied : 1;
            row.Add(At(Kind.Word, it.Word), share * Word);
            if (it.Denied) row.Add(At(Kind.Denied, it.Word), Word);
            if (it.Phrase is not null) row.Add(At(Kind.Phrase, it.Phrase), Word);
            if (it.Kind == FeltKind.Word)
            {
                if (Stems.Of(it.Word).FirstOrDefault() is { } stem) row.Add(At(Kind.Word, stem), share * Stem);
                AddPieces(row, it.Word, share);
            }
            row.Add(At(Kind.Pair, before, it.Word), Pair);
            before = it.Word;
        }
        row.Add(At(Kind.Pair, before, "$"), Pair);
        double squares = 1;
        foreach (var value in row.Values) squares += value * value;
        // Between a sum and an average: long messages say more, though not word by word.
        row.Scale(0, Scale * Math.Pow(squares, -0.25));
        return row;
    }

    static void AddPieces(SparseRow row, string word, double share)
    {
        if (word.Length is < ShortestPiece or > LongestWord) return;
        var framed = $"<{word}>";
        var from = row.Count;
        for (var length = ShortestPiece; length <= LongestPiece; length++)
            for (var i = 0; i + length <= framed.Length; i++)
                row.Add(At(Kind.Piece, framed.AsSpan(i, length)), share * Piece);
        row.Scale(from, 1 / Math.Sqrt(row.Count - from));
    }

    static int At(Kind kind, ReadOnlySpan<char> text) => Index(Mixed(Seed(kind), text));

    static int At(Kind kind, ReadOnlySpan<char> first, ReadOnlySpan<char> second) => Index(Mixed((Mixed(Seed(kind), first) ^ 0x1f) * 16777619u, second));

    static uint Seed(Kind kind) => 2166136261u ^ (uint)kind * 0x9E3779B9u;

    static uint Mixed(uint hash, ReadOnlySpan<char> text)
    {
        foreach (var c in text) hash = (hash ^ c) * 16777619u;
        return hash;
    }

    static int Index(uint hash)
    {
        hash ^= hash >> 16;
        hash *= 0x85ebca6b;
        hash ^= hash >> 13;
        return (int)(hash & (Size - 1));
    }
}
