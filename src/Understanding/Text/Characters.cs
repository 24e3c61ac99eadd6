using System.Globalization;
using System.Text;

namespace MyCavoodle.Understanding.Text;

/// <summary>One pass over the characters of a message: what does not show goes, what only looks different becomes plain, spaces become single.</summary>
static class Characters
{
    /// <summary>Latin letters and digits in a row; more is no word, and comparing such a thing with every other word takes long.</summary>
    const int LongestWord = 200;

    /// <summary>Marks that one letter of a script with vowel signs may carry.</summary>
    const int MostMarks = 3;

    public static string Fold(string text, int longest)
    {
        var plain = new StringBuilder(Math.Min(text.Length, longest) + 8);
        var gap = '\0';
        var word = 0;
        var marks = 0;
        var unmarked = '\0';
        foreach (var rune in text.EnumerateRunes())
        {
            if (plain.Length >= longest) break;
            if (rune.Value is > ' ' and < 0x7F)
            {
                if (++word <= LongestWord) Put((char)rune.Value);
                continue;
            }
            var category = Rune.GetUnicodeCategory(rune);
            if (IsBreak(rune.Value)) (gap, word) = ('\n', 0);
            else if (category is UnicodeCategory.SpaceSeparator or UnicodeCategory.Control || rune.Value == 0x2800) (gap, word) = (gap == '\n' ? '\n' : ' ', 0);
            else if (category == UnicodeCategory.Format || IsUnseen(rune.Value)) continue;
            else if (category is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.SpacingCombiningMark) Mark(rune);
            else if (Styles.Plain(rune.Value) is { } same)
                foreach (var c in same)
                    if (c == ' ') (gap, word) = (gap == '\n' ? '\n' : ' ', 0);
                    else if (++word <= LongestWord) Put(c);
                    else continue;
            else
            {
                word = rune.Value < 0x250 ? word + 1 : 0;
                if (word > LongestWord) continue;
                Gap();
                plain.Append(rune);
                (marks, unmarked) = (0, plain[^1]);
            }
        }
        return plain.Length <= longest ? plain.ToString() : plain.ToString(0, char.IsHighSurrogate(plain[longest - 1]) ? longest - 1 : longest);

        void Put(char c)
        {
            Gap();
            plain.Append(c);
            (marks, unmarked) = (0, c);
        }

        void Gap()
        {
            if (gap != '\0' && plain.Length > 0) plain.Append(gap);
            gap = '\0';
        }

        void Mark(Rune rune)
        {
            if (plain.Length == 0 || gap != '\0' || rune.Value > char.MaxValue) return;
            marks++;
            if (!Accents.Belong(unmarked)) { if (marks <= MostMarks) plain.Append((char)rune.Value); }
            else if (marks > 2) plain[^1] = unmarked; // no language stacks three: it is decoration, or a disguise
            else if (Accents.Compose(plain[^1], (char)rune.Value) is { } accented) plain[^1] = accented;
        }
    }

    static bool IsBreak(int c) => c is '\n' or '\r' or '\v' or '\f' or 0x85 or 0x2028 or 0x2029;

    // Besides format characters (zero width, direction, tags): what stands for a broken one, variation selectors and the letters that are blank
    static bool IsUnseen(int c) => c is 0xFFFD or 0x34F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or 0x3164 or 0xFFA0
        or >= 0x180B and <= 0x180F or >= 0xFE00 and <= 0xFE0F or >= 0xE0000 and <= 0xE0FFF;
}
