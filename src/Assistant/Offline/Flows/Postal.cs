using System.Text.RegularExpressions;

namespace MyCavoodle.Assistant.Offline.Flows;

/// <summary>Australian postal addresses: a street with its number or a PO box, and a postcode.</summary>
static partial class Postal
{
    /// <summary>The whole address a message names, as written; null when there is none or its postcode is missing.</summary>
    public static string? In(string message) => Whole().Match(message) is { Success: true } match ? Spaces().Replace(match.Value, " ").Trim(' ', ',', '.') : null;

    /// <summary>The text without addresses, so that a postcode is taken for no order number.</summary>
    public static string Without(string text) => StatePostcode().Replace(Whole().Replace(text, " "), " ");

    const string States = "(?:nsw|vic|qld|wa|sa|tas|act|nt|new south wales|victoria|queensland|western australia|south australia|tasmania)";
    const string Kinds = "(?:st|street|rd|road|ave?|avenue|dr|drive|cres|crescent|ct|court|pl|place|ln|lane|pde|parade|tce|terrace|hwy|highway|cl|close|way|blvd|boulevard|cct|circuit|esp|esplanade|grove|gr|sq|square)";

    [GeneratedRegex(@"\b(?:(?:(?:unit|apt|apartment|level|shop|flat|u)\s?\w{1,5}[,/ ]\s?)?\d{1,4}[a-z]?(?:[/-]\d{1,4}[a-z]?)?\s+[\p{L}'. ]{2,40}?\b" + Kinds + @"\b\.?|(?:p\.?\s?o\.?\s?box|locked bag|parcel locker)\s?\d{1,6})[\p{L}\s,.'\n-]{0,60}?\b(?:" + States + @"\b[\s,]*)?(?<!\d)\d{4}\b(?!\d)(?:[\s,]*" + States + @"\b)?", RegexOptions.IgnoreCase)]
    private static partial Regex Whole();
    [GeneratedRegex(@"\b" + States + @"[\s,]+\d{4}\b", RegexOptions.IgnoreCase)] private static partial Regex StatePostcode();
    [GeneratedRegex(@"\s+")] private static partial Regex Spaces();
}
