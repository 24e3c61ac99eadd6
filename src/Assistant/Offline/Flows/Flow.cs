using System.Text.RegularExpressions;

namespace MyCavoodle.Assistant.Offline.Flows;

/// <summary>
/// A deed that only a person can do, from <c>prompts/offline/flows/</c>: what that person will need to know, how it is
/// asked for, and how the request is said back before it is handed over. The README there explains each field.
/// </summary>
sealed class Flow
{
    public Intent Intent { get; set; }
    /// <summary>The order must be known and proven first.</summary>
    public bool Order { get; set; }
    /// <summary>An EscalationReason by name.</summary>
    public string Reason { get; set; } = "";
    public string Summary { get; set; } = "";
    /// <summary>A question to the shop's own answers, told before the first thing asked; null: none.</summary>
    public string? Knowledge { get; set; }
    public List<string> Begin { get; set; } = [];
    /// <summary>The begin is said even when nothing needs asking.</summary>
    public bool AlwaysBegins { get; set; }
    /// <summary>By the order's status in lower case: what is told where it rules the deed out.</summary>
    public Dictionary<string, List<string>> Instead { get; set; } = [];
    public List<Need> Needs { get; set; } = [];
    public List<string> Confirm { get; set; } = [];
    public List<string> Question { get; set; } = [];
    public List<string> Dropped { get; set; } = [];
}

/// <summary>One thing a person will need to know.</summary>
sealed class Need
{
    public const string Address = "address";

    List<Regex> patterns = [];

    public string Id { get; set; } = "";
    /// <summary>address: a whole postal address; words: the answer as it is.</summary>
    public string Kind { get; set; } = "words";
    public List<string> ToldBy
    {
        get => field;
        set
        {
            field = value;
            // A pattern with capitals in it means capitals.
            patterns = [.. value.Select(p => new Regex(p, RegexOptions.CultureInvariant | (p.Contains("[A-Z]", StringComparison.Ordinal) ? RegexOptions.None : RegexOptions.IgnoreCase)))];
        }
    } = [];
    public List<string> Ask { get; set; } = [];

    /// <summary>What a message tells of it unasked; null: nothing.</summary>
    public string? ToldIn(string message) =>
        Kind == Address ? Postal.In(message)
        : patterns.Any(p => p.IsMatch(message)) ? message : null;
}
