namespace MyCavoodle.Understanding.Mood;

/// <summary>The words of a hashtag: by capitals ("SoHappy"), else by the lexicon ("sohappy").</summary>
static class TagWords
{
    const int LongestTag = 40;

    public static IEnumerable<string> Of(string tag, Lexicon lexicon)
    {
        var start = 0;
        for (var i = 1; i < tag.Length; i++)
            if (char.IsUpper(tag[i]) && char.IsLower(tag[i - 1]))
            {
                yield return tag[start..i];
                start = i;
            }
        if (start > 0 || tag.Length > LongestTag)
        {
            yield return tag[start..];
            yield break;
        }
        // One feeling at an end of a run-together tag is worth more than a perfect cut.
        var lower = tag.ToLowerInvariant();
        if (lexicon.Valence(lower) == 0)
            for (var length = lower.Length - 2; length >= 4; length--)
            {
                if (lexicon.Phrase(lower[^length..], out _))
                {
                    yield return tag[..^length];
                    yield return tag[^length..];
                    yield break;
                }
                if (lexicon.Phrase(lower[..length], out _))
                {
                    yield return tag[..length];
                    yield return tag[length..];
                    yield break;
                }
            }
        yield return tag;
    }
}
