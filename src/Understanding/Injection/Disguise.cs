namespace MyCavoodle.Understanding.Injection;

/// <summary>How a message hides what it says.</summary>
[Flags]
enum Disguise
{
    None = 0,
    /// <summary>Characters that do not show, between letters.</summary>
    Unseen = 1,
    /// <summary>Letters written with tag characters or variation selectors: wholly invisible.</summary>
    Invisible = 2,
    /// <summary>Letters of another alphabet, or in another dress.</summary>
    Borrowed = 4,
    /// <summary>Base64, hexadecimal, binary, character numbers, escapes.</summary>
    Encoded = 8,
    /// <summary>Letters one by one.</summary>
    Spaced = 16,
    /// <summary>Figures for letters.</summary>
    Figures = 32,
    Backwards = 64,
    /// <summary>Every letter moved by the same number of places.</summary>
    Shifted = 128,
    Morse = 256,
    /// <summary>In a comment or a style that a mail program does not show.</summary>
    Hidden = 512,
    /// <summary>The spelling alphabet of radio operators.</summary>
    Spelled = 1024,
}
