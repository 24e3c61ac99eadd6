namespace MyCavoodle.Understanding.Learning;

/// <summary>32 bits for a feature: the same on every machine and in every process, unlike <see cref="string.GetHashCode()"/>.</summary>
static class Hash
{
    const uint Prime = 16777619;

    public static uint Start(int salt) => Mix(2166136261 ^ (uint)salt * 0x9E3779B9);

    public static uint Add(uint hash, char c) => (hash ^ c) * Prime;

    public static uint Add(uint hash, uint other) => (hash ^ other) * 0x85EBCA6B ^ hash >> 15;

    public static uint Of(int salt, ReadOnlySpan<char> text)
    {
        var hash = Start(salt);
        foreach (var c in text) hash = Add(hash, c);
        return Mix(hash);
    }

    /// <summary>Spreads the bits, so that any of them can be used for a place in a table.</summary>
    public static uint Mix(uint hash)
    {
        hash = (hash ^ hash >> 16) * 0x7FEB352D;
        hash = (hash ^ hash >> 15) * 0x846CA68B;
        return hash ^ hash >> 16;
    }
}
