using System.Runtime.Intrinsics;

namespace MyCavoodle.Understanding.Learning;

/// <summary>
/// A row of numbers for each feature, one for each class, padded to whole vectors. All sums run over features in their order and each class
/// for itself, so that the same data makes the same bits whatever the width of the machine's vectors.
/// </summary>
sealed class Matrix
{
    public const int Lane = 8;

    readonly float[] cells;

    public Matrix(int rows, int columns)
    {
        Width = (columns + Lane - 1) / Lane * Lane;
        cells = new float[rows * Width];
    }

    /// <summary>Columns with the padding.</summary>
    public int Width { get; }

    public Span<float> Row(int row) => cells.AsSpan(row * Width, Width);

    /// <summary>Adds up the rows of a vector's features, each times its value.</summary>
    public void Multiply(SparseVector vector, Span<float> sums)
    {
        var at = vector.At;
        var values = vector.Values;
        for (var i = 0; i < at.Length; i++) AddScaled(Row(at[i]), values[i], sums);
    }

    /// <summary>Adds a change, times each value, to the rows of a vector's features.</summary>
    public void Add(SparseVector vector, ReadOnlySpan<float> change)
    {
        var at = vector.At;
        var values = vector.Values;
        for (var i = 0; i < at.Length; i++) AddScaled(change, values[i], Row(at[i]));
    }

    /// <summary>to += from × by; both are whole vectors long. Multiplied, then added: never fused, which rounds differently.</summary>
    public static void AddScaled(ReadOnlySpan<float> from, float by, Span<float> to)
    {
        var times = Vector256.Create(by);
        for (var i = 0; i < from.Length; i += Lane)
            (Vector256.Create(to[i..]) + Vector256.Create(from[i..]) * times).CopyTo(to[i..]);
    }
}
