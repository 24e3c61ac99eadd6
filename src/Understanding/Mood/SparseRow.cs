namespace MyCavoodle.Understanding.Mood;

/// <summary>The hashed features of one text; an index may come more than once, its values add up.</summary>
sealed class SparseRow
{
    readonly List<int> indices = [];
    readonly List<float> values = [];

    public int Count => indices.Count;
    public int Index(int i) => indices[i];
    public float Value(int i) => values[i];

    public void Add(int index, double value)
    {
        indices.Add(index);
        values.Add((float)value);
    }

    /// <summary>Multiplies the values from one on.</summary>
    public void Scale(int from, double by)
    {
        for (var i = from; i < values.Count; i++) values[i] = (float)(values[i] * by);
    }

    public double Dot(double[] weights)
    {
        double sum = 0;
        for (var i = 0; i < indices.Count; i++) sum += weights[indices[i]] * values[i];
        return sum;
    }

    /// <summary>The same on at most so many features; where that is fewer, a power of two.</summary>
    public SparseRow Folded(int size)
    {
        if (indices.TrueForAll(i => i < size)) return this;
        var folded = new SparseRow();
        for (var i = 0; i < Count; i++) folded.Add(indices[i] & (size - 1), values[i]);
        return folded;
    }
}
