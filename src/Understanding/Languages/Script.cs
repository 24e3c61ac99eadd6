namespace MyCavoodle.Understanding.Languages;

enum Script { Latin, Greek, Arabic, Devanagari, Gurmukhi, Han, Hangul, Foreign }

/// <summary>Which script a text is mostly in.</summary>
static class Scripts
{
    /// <summary>One such character says about as much as a short word.</summary>
    const int HanWorth = 3, HangulWorth = 2;

    /// <summary>Null: no letter at all.</summary>
    public static Script? Of(string text)
    {
        var counts = new int[Enum.GetValues<Script>().Length];
        var kana = false;
        foreach (var rune in text.EnumerateRunes())
        {
            if (!System.Text.Rune.IsLetter(rune)) continue;
            var script = Of(rune.Value);
            kana |= rune.Value is >= 0x3041 and <= 0x30FF;
            counts[(int)script] += script switch { Script.Han => HanWorth, Script.Hangul => HangulWorth, _ => 1 };
        }
        var most = Array.IndexOf(counts, counts.Max());
        if (counts[most] == 0) return null;
        // Japanese mixes its own letters into Chinese characters.
        return kana && (Script)most == Script.Han ? Script.Foreign : (Script)most;
    }

    static Script Of(int letter) => letter switch
    {
        < 0x250 or >= 0x1E00 and <= 0x1EFF => Script.Latin,
        >= 0x370 and <= 0x3FF or >= 0x1F00 and <= 0x1FFF => Script.Greek,
        >= 0x600 and <= 0x6FF or >= 0x750 and <= 0x77F or >= 0xFB50 and <= 0xFDFF or >= 0xFE70 and <= 0xFEFF => Script.Arabic,
        >= 0x900 and <= 0x97F => Script.Devanagari,
        >= 0xA00 and <= 0xA7F => Script.Gurmukhi,
        >= 0x3400 and <= 0x9FFF or >= 0xF900 and <= 0xFAFF or >= 0x20000 and <= 0x3FFFF => Script.Han,
        >= 0xAC00 and <= 0xD7AF or >= 0x1100 and <= 0x11FF or >= 0x3130 and <= 0x318F => Script.Hangul,
        _ => Script.Foreign,
    };
}
