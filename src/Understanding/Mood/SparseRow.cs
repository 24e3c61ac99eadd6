namespace MyCavoodle.Understanding.Mood;

/// <summary>The hashed features of one text; an index may come more than once, its values add up.</summary>
sealed class SparseRow
{
    int[] indices = new int[256];
    float[] values = new float[256];

    public int Count { get; private set; }

    public ReadOnlySpan<int> Indices => indices.AsSpan(0, Count);
    public ReadOnlySpan<float> Values => values.AsSpan(0, Count);

    public void Add(int index, double value)
    {
        if (Count == indices.Length)
        {
            Array.Resize(ref indices, 2 * Count);
            Array.Resize(ref values, 2 * Count);
        }
        indices[Count] = index;
        values[Count++] = (float)value;
    }

    /// <summary>Multiplies the values from one on.</summary>
    public void Scale(int from, double by)
    {
        for (var i = from; i < Count; i++) values[i] = (float)(values[i] * by);
    }

    public double Dot(double[] weights)
    {
        double sum = 0;
        for (var i = 0; i < Count; i++) sum += weights[indices[i]] * values[i];
        return sum;
    }

    public void AddTo(double[] sums, double by)
    {
        for (var i = 0; i < Count; i++) sums[indices[i]] += by * values[i];
    }

    /// <summary>The same on at most so many features, each index once; where that is fewer features, a power of two.</summary>
    public SparseRow Folded(int size)
    {
        var at = new int[Count];
        var share = new float[Count];
        for (var i = 0; i < Count; i++) (at[i], share[i]) = (indices[i] < size ? indices[i] : indices[i] & (size - 1), values[i]);
        Array.Sort(at, share);
        var folded = new SparseRow();
        for (var i = 0; i < at.Length; i++)
            if (folded.Count > 0 && folded.indices[folded.Count - 1] == at[i]) folded.values[folded.Count - 1] += share[i];
            else folded.Add(at[i], share[i]);
        return folded;
    }
}
