namespace MyCavoodle.Understanding.Mood;

/// <summary>
/// Hashed weights in one byte each: the square root of a weight's share of the largest, so small ones keep their worth.
/// Rows made for more features fold onto these, of which there are then a power of two.
/// </summary>
sealed class Quantised
{
    readonly sbyte[] bytes;
    readonly float[] values = new float[256];

    /// <param name="mean">What a text without any feature comes to.</param>
    Quantised(sbyte[] bytes, double largest, double mean)
    {
        (this.bytes, Largest, Mean) = (bytes, largest, mean);
        for (var i = -127; i <= 127; i++) values[(byte)(sbyte)i] = (float)(Math.Sign(i) * largest * (i / 127.0) * (i / 127.0));
    }

    public double Largest { get; }
    public double Mean { get; }

    public static Quantised Of(double[] weights, double mean)
    {
        var largest = weights.Max(Math.Abs);
        var bytes = new sbyte[weights.Length];
        if (largest > 0)
            for (var i = 0; i < bytes.Length; i++) bytes[i] = (sbyte)(Math.Sign(weights[i]) * Math.Round(127 * Math.Sqrt(Math.Abs(weights[i]) / largest)));
        return new(bytes, largest, mean);
    }

    public double Score(SparseRow row)
    {
        var mask = bytes.Length - 1;
        double sum = Mean;
        var indices = row.Indices;
        var worth = row.Values;
        for (var i = 0; i < indices.Length; i++)
        {
            var at = indices[i];
            sum += values[(byte)bytes[at < bytes.Length ? at : at & mask]] * worth[i];
        }
        return sum;
    }

    public void Write(BinaryWriter to)
    {
        to.Write(bytes.Length);
        to.Write(Largest);
        to.Write(Mean);
        to.Write((byte[])(Array)bytes);
    }

    public static Quantised Read(BinaryReader from)
    {
        var count = from.ReadInt32();
        var (largest, mean) = (from.ReadDouble(), from.ReadDouble());
        return new((sbyte[])(Array)from.ReadBytes(count), largest, mean);
    }
}
