using System.Runtime.InteropServices;

namespace MyCavoodle.Understanding.Learning;

/// <summary>
/// The features seen in learning, each with a place and the weight of its rarity (inverse document frequency). Turns a text into a sparse
/// vector: counts dampened, times rarity, each field to length 1 times its share.
/// </summary>
sealed class FeatureSpace
{
    const float Dampened = 0.7f;

    readonly uint[] hashes;
    readonly float[] rarity;
    readonly int[] table;
    readonly int mask;

    /// <param name="hashes">In ascending order; the place in it is the feature's number.</param>
    public FeatureSpace(uint[] hashes, float[] rarity)
    {
        (this.hashes, this.rarity) = (hashes, rarity);
        var size = 16;
        while (size < hashes.Length * 2) size *= 2;
        (table, mask) = (new int[size], size - 1);
        for (var i = 0; i < hashes.Length; i++)
        {
            var slot = hashes[i] & (uint)mask;
            while (table[slot] != 0) slot = slot + 1 & (uint)mask;
            table[slot] = i + 1;
        }
    }

    /// <summary>The features of the texts; runs of letters only seen once say nothing about another text.</summary>
    public static FeatureSpace Of(IEnumerable<string> texts)
    {
        var reader = new FeatureReader();
        Dictionary<uint, (int Texts, int Last, Field Field)> seen = [];
        var count = 0;
        foreach (var text in texts)
        {
            count++;
            foreach (var feature in reader.Read(text))
            {
                ref var entry = ref CollectionsMarshal.GetValueRefOrAddDefault(seen, feature.Hash, out _);
                if (entry.Last != count) entry = (entry.Texts + 1, count, feature.Field);
            }
        }
        var kept = seen.Where(s => s.Value.Texts > (s.Value.Field == Field.Letters ? 1 : 0)).OrderBy(s => s.Key).ToList();
        return new([.. kept.Select(k => k.Key)], [.. kept.Select(k => RarityOf(k.Value.Texts, count))]);
    }

    /// <summary>Inverse document frequency, dampened: in texts of a few words rare ones would else drown the rest.</summary>
    static float RarityOf(int texts, int all) => (float)(Half)MathF.Pow(1 + MathF.Log((1f + all) / (1 + texts)), Dampened);

    public int Count => hashes.Length;
    public float Rarity(int feature) => rarity[feature];

    /// <summary>Its number, or -1.</summary>
    public int Find(uint hash)
    {
        for (var slot = hash & (uint)mask; ; slot = slot + 1 & (uint)mask)
        {
            var found = table[slot] - 1;
            if (found < 0 || hashes[found] == hash) return found;
        }
    }

    /// <summary>The same with some of its features, given by their numbers in ascending order.</summary>
    public FeatureSpace Only(IReadOnlyList<int> kept) => new([.. kept.Select(k => hashes[k])], [.. kept.Select(k => rarity[k])]);

    public void Write(BinaryWriter writer)
    {
        writer.Write(hashes.Length);
        foreach (var hash in hashes) writer.Write(hash);
        foreach (var weight in rarity) writer.Write((Half)weight);
    }

    public static FeatureSpace Read(BinaryReader reader)
    {
        var (hashes, rarity) = Empty(reader.ReadInt32());
        for (var i = 0; i < hashes.Length; i++) hashes[i] = reader.ReadUInt32();
        for (var i = 0; i < hashes.Length; i++) rarity[i] = (float)reader.ReadHalf();
        return new(hashes, rarity);
    }

    static (uint[], float[]) Empty(int count) => (new uint[count], new float[count]);
}
