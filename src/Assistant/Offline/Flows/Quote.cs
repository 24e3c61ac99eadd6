using System.Globalization;

namespace MyCavoodle.Assistant.Offline.Flows;

/// <summary>A contact's words as they are repeated: on one line, and no longer than a person would read out.</summary>
static class Quote
{
    const int Longest = 200;

    public static string Of(string text)
    {
        if (text.Length <= Longest) return text;
        // Never between the halves of one character.
        var elements = StringInfo.ParseCombiningCharacters(text);
        return text[..elements.Last(at => at < Longest)] + "…";
    }
}
