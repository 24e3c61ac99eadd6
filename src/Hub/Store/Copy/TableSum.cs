using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace MyCavoodle.Hub;

/// <summary>What a table adds up to: its rows, each decimal column, and a print of its whole content in which the order does not matter.</summary>
public sealed record TableSum(long Rows, IReadOnlyList<decimal> Decimals, UInt128 Print)
{
    /// <summary>Takes the scale out of a decimal, so that 1.50 and 1.5 are written the same.</summary>
    const decimal Shortest = 1.0000000000000000000000000000m;

    public bool Equals(TableSum? other) => other is not null && Rows == other.Rows && Print == other.Print && Decimals.SequenceEqual(other.Decimals);

    public override int GetHashCode() => HashCode.Combine(Rows, Print);

    /// <param name="counted">Told now and then how many rows have been read.</param>
    public static async Task<TableSum> OfAsync(CopyTable table, CopyReader rows, Action<long> counted, CancellationToken ct)
    {
        const int TellEvery = 1000;
        var money = table.Columns.Select((c, i) => (c, i)).Where(c => c.c.Type == typeof(decimal)).Select(c => c.i).ToArray();
        var sums = new decimal[money.Length];
        var (count, print) = (0L, UInt128.Zero);
        using var bytes = new MemoryStream();
        await using var writer = new BinaryWriter(bytes, Encoding.UTF8);
        while (await rows.NextAsync(ct))
        {
            for (var i = 0; i < money.Length; i++) sums[i] += (decimal?)rows.Row[money[i]] ?? 0;
            unchecked { print += PrintOf(rows.Row, bytes, writer); }
            if (++count % TellEvery == 0) counted(count);
        }
        counted(count);
        return new(count, sums, print);
    }

    static UInt128 PrintOf(object?[] row, MemoryStream bytes, BinaryWriter writer)
    {
        bytes.SetLength(0);
        foreach (var value in row) Write(writer, value);
        writer.Flush();
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes.GetBuffer().AsSpan(0, (int)bytes.Length), hash);
        return BinaryPrimitives.ReadUInt128LittleEndian(hash);
    }

    static void Write(BinaryWriter writer, object? value)
    {
        writer.Write(value is not null);
        switch (value)
        {
            case null: break;
            case long number: writer.Write(number); break;
            case int number: writer.Write(number); break;
            case bool flag: writer.Write(flag); break;
            case string text: writer.Write(text); break;
            case decimal amount: writer.Write(amount / Shortest); break;
            case DateOnly day: writer.Write(day.DayNumber); break;
            case DateTime instant: writer.Write(instant.Ticks); break;
            case byte[] data:
                writer.Write(data.Length);
                writer.Write(data);
                break;
            default: throw new NotSupportedException($"Columns of type {value.GetType().Name} are not copied yet.");
        }
    }
}
