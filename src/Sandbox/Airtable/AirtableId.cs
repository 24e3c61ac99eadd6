using System.Security.Cryptography;

namespace MyCavoodle.Sandbox.Airtable;

/// <summary>Ids as Airtable makes them: three letters for the kind, then fourteen letters and digits.</summary>
static class AirtableId
{
    const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    const int Length = 17;

    /// <param name="kind">app, tbl, fld, viw, rec, sel, ach, att.</param>
    public static string New(string kind) => kind + RandomNumberGenerator.GetString(Letters, Length - kind.Length);

    public static bool Is(string kind, string? text) => text?.Length == Length && text.StartsWith(kind, StringComparison.Ordinal) && text.All(char.IsAsciiLetterOrDigit);
}
