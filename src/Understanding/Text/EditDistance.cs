namespace MyCavoodle.Understanding.Text;

/// <summary>How alike two spellings are: letters put in, left out, changed or swapped with their neighbour.</summary>
public static class EditDistance
{
    /// <summary>Longer words are not compared; they count as far apart.</summary>
    public const int Longest = 40;

    public static int Between(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        if (one.Length > Longest || other.Length > Longest) return one.SequenceEqual(other) ? 0 : Longest;
        Span<int> before = stackalloc int[Longest + 1], last = stackalloc int[Longest + 1], now = stackalloc int[Longest + 1];
        for (var j = 0; j <= other.Length; j++) last[j] = j;
        for (var i = 1; i <= one.Length; i++)
        {
            now[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                now[j] = Math.Min(Math.Min(last[j], now[j - 1]) + 1, last[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1]) now[j] = Math.Min(now[j], before[j - 2] + 1);
            }
            last[..(other.Length + 1)].CopyTo(before);
            now[..(other.Length + 1)].CopyTo(last);
        }
        return last[other.Length];
    }

    /// <summary>1 for the same, 0 for nothing in common.</summary>
    public static double Likeness(ReadOnlySpan<char> one, ReadOnlySpan<char> other) =>
        one.Length == 0 && other.Length == 0 ? 1 : Math.Max(0, 1 - Between(one, other) / (double)Math.Max(one.Length, other.Length));
}
