namespace MyCavoodle.Understanding.Injection;

/// <summary>A stretch of a message as the features it has, each once: words, pairs of words, pieces of words, notions in order, the shape of it.</summary>
static class Window
{
    /// <summary>The weights are found by hash, so none of their words is stored.</summary>
    public const int Buckets = 1 << 17;

    public const int Size = 48;
    const int Step = 24;

    /// <summary>How far apart, in words, two notions still belong together.</summary>
    const int Reach = 5;

    /// <summary>Where the windows of a message begin; a last piece that would be short joins the one before.</summary>
    public static IEnumerable<(int From, int To)> Over(int tokens)
    {
        if (tokens <= Size + Step / 2)
        {
            yield return (0, tokens);
            yield break;
        }
        for (var from = 0; ; from += Step)
        {
            if (from + Size + Step / 2 >= tokens)
            {
                yield return (from, tokens);
                yield break;
            }
            yield return (from, from + Size);
        }
    }

    /// <param name="found">Takes a feature and the tokens it is about.</param>
    public static void Features(string text, List<Token> tokens, int from, int to, Disguise worn, Action<int, int, int> found)
    {
        for (var i = from; i < to; i++)
        {
            var token = tokens[i];
            found(Hash('w', token.Form), i, i);
            if (i + 1 < to) found(Hash('b', token.Form, tokens[i + 1].Form), i, i + 1);
            if (token.IsWord && token.Form.Length >= 4)
                for (var at = -1; at + 4 <= token.Form.Length + 1; at++) found(Piece(token.Form, at), i, i);
            if (token.Notion == Notion.None) continue;
            found(Hash('n', (int)token.Notion, 0, 0), i, i);
            for (var j = i + 1; j < to && j - i <= Reach; j++)
            {
                if (tokens[j].Notion == Notion.None) continue;
                found(Hash('p', (int)token.Notion, (int)tokens[j].Notion, 0), i, j);
                for (var k = j + 1; k < to && k - i <= Reach; k++)
                    if (tokens[k].Notion != Notion.None) found(Hash('t', (int)token.Notion, (int)tokens[j].Notion, (int)tokens[k].Notion), i, k);
            }
        }
        for (var bit = 0; 1 << bit <= (int)worn; bit++)
            if (((int)worn & 1 << bit) != 0) found(Hash('d', bit, 0, 0), -1, -1);
        if (from < to) Shape(text, tokens, from, to, found);
    }

    static void Shape(string text, List<Token> tokens, int from, int to, Action<int, int, int> found)
    {
        var span = text.AsSpan(tokens[from].Start, tokens[to - 1].Start + tokens[to - 1].Length - tokens[from].Start);
        var (signs, capitals, letters) = (0, 0, 0);
        foreach (var c in span)
            if (char.IsUpper(c)) { capitals++; letters++; }
            else if (char.IsLetter(c)) letters++;
            else if (!char.IsDigit(c) && !char.IsWhiteSpace(c)) signs++;
        found(Hash('s', 1, Math.Min(signs * 25 / span.Length, 8), 0), -1, -1);
        if (letters > 20) found(Hash('s', 2, capitals * 8 / letters, 0), -1, -1);
    }

    static int Hash(char kind, string word, string? next = null)
    {
        var hash = Start(kind);
        foreach (var c in word) hash = (hash ^ c) * 16777619;
        if (next is not null)
        {
            hash = (hash ^ ' ') * 16777619;
            foreach (var c in next) hash = (hash ^ c) * 16777619;
        }
        return Bucket(hash);
    }

    // Four letters of ^word$, from the one before its first on
    static int Piece(string word, int at)
    {
        var hash = Start('c');
        for (var i = at; i < at + 4; i++) hash = (hash ^ (i < 0 ? '^' : i < word.Length ? word[i] : '$')) * 16777619;
        return Bucket(hash);
    }

    static int Hash(char kind, int a, int b, int c) => Bucket((((Start(kind) ^ (uint)a) * 16777619 ^ (uint)b) * 16777619 ^ (uint)c) * 16777619);

    static uint Start(char kind) => (2166136261u ^ kind) * 16777619;

    static int Bucket(uint hash) => (int)((hash ^ hash >> 15) * 0x9E3779B1u >> 15);
}
