using System.Collections.Frozen;

namespace MyCavoodle.Understanding.Learning;

/// <summary>What people mean by "pls", "wheres" and "kab": the words in <c>shorthand.txt</c> and those they stand for.</summary>
static class Shorthand
{
    public static readonly FrozenDictionary<string, string> Words =
        WordLists.Lines("shorthand.txt").Select(line => line.Split(':')).ToFrozenDictionary(pair => pair[0], pair => pair[1]);
}
