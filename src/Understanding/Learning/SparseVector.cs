namespace MyCavoodle.Understanding.Learning;

/// <summary>The features a text has, by their numbers, and how much of each.</summary>
sealed class SparseVector
{
    int[] at = new int[256];
    float[] values = new float[256];

    public int Count { get; private set; }
    public ReadOnlySpan<int> At => at.AsSpan(0, Count);
    public Span<float> Values => values.AsSpan(0, Count);

    public void Clear() => Count = 0;

    public void Add(int feature, float value)
    {
        if (Count == at.Length)
        {
            Array.Resize(ref at, Count * 2);
            Array.Resize(ref values, Count * 2);
        }
        (at[Count], values[Count]) = (feature, value);
        Count++;
    }

    public SparseVector Copy() => new() { at = At.ToArray(), values = Values.ToArray(), Count = Count };
}
