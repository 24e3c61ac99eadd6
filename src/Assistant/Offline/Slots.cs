using System.Text.RegularExpressions;
using MyCavoodle.Assistant.Offline.Flows;

namespace MyCavoodle.Assistant.Offline;

/// <summary>What a message names: an order by its number, an email address.</summary>
/// <param name="OrderNumber">As written, digits only; null when none is named.</param>
/// <param name="IsBare">Nothing else is said.</param>
/// <param name="Numbers">Every order number, in the order they stand there.</param>
sealed partial record Slots(string? OrderNumber, string? Email, bool IsBare, IReadOnlyList<string> Numbers)
{
    /// <summary>The first order number that a reply of ours tells, digits only; there they are always written #5123.</summary>
    public static string? ToldIn(string reply) => Told().Match(reply) is { Success: true } told ? told.Groups[1].Value : null;
    public bool Any => OrderNumber is not null || Email is not null;

    public static Slots In(string text)
    {
        var emails = EmailAddress().Matches(text);
        var rest = Postal.Without(EmailAddress().Replace(text, " "));
        var numbers = Named().Matches(rest) is { Count: > 0 } named ? named : Loose().Matches(rest);
        var email = emails.LastOrDefault()?.Value.TrimEnd('.', '-');
        var masked = Mask(text);
        var bare = (email is not null || numbers.Count > 0) && !Word().Matches(masked).Any(w => !Filler.Contains(w.Value));
        return new(numbers.LastOrDefault()?.Groups[1].Value, email, bare, [.. numbers.Select(n => n.Groups[1].Value).Distinct()]);
    }

    /// <summary>Nothing but a number or an address, in a text that <see cref="Mask"/> made.</summary>
    public static bool IsProof(string masked) => masked.Contains("slot", StringComparison.Ordinal) && Word().Matches(masked).All(w => Filler.Contains(w.Value));

    /// <summary>The text with what is named replaced by its kind, so that every order number reads alike.</summary>
    public static string Mask(string text) => Loose().Replace(Named().Replace(Postal.Without(EmailAddress().Replace(text, " emailslot ")), " numberslot "), " numberslot ");

    static readonly HashSet<string> Filler = [.. ("emailslot numberslot order number no nr num and email e mail is it's its my the it the on with address for under "
        + "a here hi hello hey there sorry i think it's was used using ok okay yes yep sure thanks thank you cheers please pls plz ta name placed this that one from or oh").Split(' ')];

    [GeneratedRegex(@"[\p{L}\p{N}._%+\-]{1,64}@[\p{L}\p{N}\-]{1,63}(?:\.[\p{L}\p{N}\-]{1,63})+")] private static partial Regex EmailAddress();
    // "#5123", "order no. 5123", "order number is 5123", "MC-5123" is not ours.
    [GeneratedRegex(@"(?:#\s?|\border(?:\s+(?:number|num|no|nr|id))?\.?\s*(?:is|was|:|#|-)?\s*#?\s?|\bnumber\s*(?:is|:)?\s*#?|\bno\.?\s?#?)(\d{3,10})\b(?!\s?(?:ml|l|g|kg|cm|mm|days?|weeks?|am|pm|%))")] private static partial Regex Named();
    // A number that stands alone is an order number unless it is an amount, a size, a date or a telephone number.
    [GeneratedRegex(@"(?<![\w$.,:/+\-#]|\d\s)(\d{4,6})(?![\w%:/\-]|[.,]\d|\s\d|\s?(?:ml|l|g|kg|cm|mm|days?|weeks?|dollars|bucks|am|pm)\b)")] private static partial Regex Loose();
    [GeneratedRegex(@"#(\d{3,10})\b")] private static partial Regex Told();
    [GeneratedRegex(@"[\p{L}\p{N}']+")] private static partial Regex Word();
}
