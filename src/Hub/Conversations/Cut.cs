namespace MyCavoodle.Hub;

/// <summary>Shortens texts without breaking a character in two: half a surrogate pair cannot be stored or sent.</summary>
public static class Cut
{
    public static string CutAt(this string text, int length) =>
        text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
}
