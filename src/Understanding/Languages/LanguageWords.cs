using System.Globalization;

namespace MyCavoodle.Understanding.Languages;

/// <summary>The words of a text that can tell its language: letters with their marks, no numbers, addresses or links.</summary>
static class LanguageWords
{
    public static IEnumerable<string> Of(string text)
    {
        foreach (var chunk in text.ToLowerInvariant().Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (chunk[0] == '#' || chunk.Contains('@', StringComparison.Ordinal) || chunk.Contains("://", StringComparison.Ordinal) || chunk.StartsWith("www.", StringComparison.Ordinal))
                continue;
            var from = -1;
            for (var i = 0; i <= chunk.Length; i++)
            {
                var within = i < chunk.Length && (IsPart(chunk[i]) || from >= 0 && chunk[i] == '\'' && i + 1 < chunk.Length && char.IsLetter(chunk[i + 1]));
                if (within && from < 0) from = i;
                else if (!within && from >= 0)
                {
                    yield return chunk[from..i];
                    from = -1;
                }
            }
        }
    }

    static bool IsPart(char c) => char.IsLetter(c) || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
