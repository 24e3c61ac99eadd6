using System.Runtime.InteropServices;

namespace MyCavoodle.Understanding.Injection;

/// <summary>The features of one window, each once; used again for the next.</summary>
sealed class FeatureSet
{
    readonly ulong[] seen = new ulong[Window.Buckets / 64];
    readonly List<int> features = [];

    public ReadOnlySpan<int> Features => CollectionsMarshal.AsSpan(features);

    public void Add(int feature)
    {
        ref var word = ref seen[feature >> 6];
        var bit = 1UL << feature;
        if ((word & bit) != 0) return;
        word |= bit;
        features.Add(feature);
    }

    public void Clear()
    {
        foreach (var feature in features) seen[feature >> 6] = 0;
        features.Clear();
    }
}
