using System.Runtime.Intrinsics;

namespace MyCavoodle.Understanding.Learning;

/// <summary>A learned <see cref="Matrix"/> in a quarter of its room: each row as whole numbers from -127 to 127 and one scale.</summary>
sealed class CompactMatrix
{
    readonly sbyte[] cells;
    readonly float[] scales;
    readonly int columns, width;

    CompactMatrix(sbyte[] cells, float[] scales, int columns) =>
        (this.cells, this.scales, this.columns, width) = (cells, scales, columns, Padded(columns));

    /// <summary>Columns with the padding.</summary>
    public int Width => width;

    public static CompactMatrix Of(Matrix matrix, IReadOnlyList<int> rows, int columns)
    {
        var (cells, scales) = (new sbyte[rows.Count * Padded(columns)], new float[rows.Count]);
        for (var r = 0; r < rows.Count; r++)
        {
            var row = matrix.Row(rows[r]);
            // Kept as it will be written, so that a classifier read again answers as the one that was learned.
            scales[r] = (float)(Half)(Largest(row) / sbyte.MaxValue);
            if (scales[r] > 0)
                for (var k = 0; k < columns; k++) cells[r * Padded(columns) + k] = (sbyte)Math.Clamp(MathF.Round(row[k] / scales[r]), -sbyte.MaxValue, sbyte.MaxValue);
        }
        return new(cells, scales, columns);
    }

    public static float Largest(ReadOnlySpan<float> row)
    {
        var largest = 0f;
        foreach (var cell in row) largest = MathF.Max(largest, MathF.Abs(cell));
        return largest;
    }

    /// <summary>Adds a row, times a value, to sums as long as <see cref="Width"/>.</summary>
    public void AddRow(int row, float value, Span<float> sums)
    {
        var times = Vector256.Create(value * scales[row]);
        var from = cells.AsSpan(row * width, width);
        for (var i = 0; i < width; i += 16)
        {
            var (low, high) = Vector256.Widen(Vector256.WidenLower(Vector256.Create(Vector128.Create<sbyte>(from[i..]), default)));
            (Vector256.Create<float>(sums[i..]) + Vector256.ConvertToSingle(low) * times).CopyTo(sums[i..]);
            (Vector256.Create<float>(sums[(i + 8)..]) + Vector256.ConvertToSingle(high) * times).CopyTo(sums[(i + 8)..]);
        }
    }

    /// <summary>One cell as it counts.</summary>
    public float this[int row, int column] => cells[row * width + column] * scales[row];

    public void Write(BinaryWriter writer)
    {
        writer.Write(scales.Length);
        writer.Write(columns);
        for (var r = 0; r < scales.Length; r++)
        {
            writer.Write((Half)scales[r]);
            for (var k = 0; k < columns; k++) writer.Write(cells[r * width + k]);
        }
    }

    public static CompactMatrix Read(BinaryReader reader)
    {
        var (rows, columns) = (reader.ReadInt32(), reader.ReadInt32());
        var (cells, scales) = (new sbyte[rows * Padded(columns)], new float[rows]);
        for (var r = 0; r < rows; r++)
        {
            scales[r] = (float)reader.ReadHalf();
            reader.BaseStream.ReadExactly(System.Runtime.InteropServices.MemoryMarshal.AsBytes(cells.AsSpan(r * Padded(columns), columns)));
        }
        return new(cells, scales, columns);
    }

    static int Padded(int columns) => (columns + 15) / 16 * 16;
}
