namespace MyCavoodle.Understanding.Learning;

/// <summary>How many slips of the fingers make one word of another: a letter left out, put in, taken for another, or two that changed places.</summary>
static class Slips
{
    /// <returns>Null: more than the most that is asked for.</returns>
    public static int? Between(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int most)
    {
        Span<int> beforeLast = stackalloc int[b.Length + 1], last = stackalloc int[b.Length + 1], now = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++) last[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            var least = now[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                now[j] = Math.Min(Math.Min(last[j], now[j - 1]) + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) now[j] = Math.Min(now[j], beforeLast[j - 2] + 1);
                least = Math.Min(least, now[j]);
            }
            if (least > most) return null;
            var free = beforeLast;
            beforeLast = last;
            last = now;
            now = free;
        }
        return last[b.Length] <= most ? last[b.Length] : null;
    }
}
