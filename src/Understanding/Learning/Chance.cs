namespace MyCavoodle.Understanding.Learning;

/// <summary>Chance that is the same every time: xorshift from a fixed seed.</summary>
sealed class Chance(uint seed)
{
    uint state = seed == 0 ? 1 : seed;

    public uint Next()
    {
        state ^= state << 13;
        state ^= state >> 17;
        return state ^= state << 5;
    }

    /// <summary>0 to below a bound.</summary>
    public int Below(int bound) => (int)((ulong)Next() * (ulong)bound >> 32);

    public void Shuffle(Span<int> items)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var other = Below(i + 1);
            (items[i], items[other]) = (items[other], items[i]);
        }
    }
}
