using System.Text.RegularExpressions;

namespace MyCavoodle.Understanding.Slots;

/// <summary>Discount codes: "code SAVE10", "my promo code is welcome10", "coupon 'FLUFFY'".</summary>
sealed partial class Discounts : IFinder
{
    public IEnumerable<Slot> Find(SlotText text)
    {
        foreach (Match m in Said().Matches(text.Lower))
        {
            var group = m.Groups["code"];
            if (text.IsFree(group.Index, group.Index + group.Length) && text.Text.Substring(group.Index, group.Length) is var code && IsCode(code, text.Before(group.Index)))
                yield return new DiscountSlot(group.Index, text.Words(group.Index, group.Index + group.Length), code.ToUpperInvariant());
        }
        foreach (Match m in Shaped().Matches(text.Text))
            if (text.IsFree(m.Index, m.Index + m.Length) && text.Lower.Contains("code", StringComparison.Ordinal) | text.Lower.Contains("discount", StringComparison.Ordinal) | text.Lower.Contains("coupon", StringComparison.Ordinal))
                yield return new DiscountSlot(m.Index, text.Words(m.Index, m.Index + m.Length), m.Value);
    }

    /// <summary>Written as codes are: with digits among letters, in capitals, or in quotes; "code not working" has none.</summary>
    static bool IsCode(string code, char before) => code.Any(char.IsLetter) && (code.Any(char.IsAsciiDigit) || before is '"' or '\'' or '“' || code.All(c => !char.IsLetter(c) || char.IsUpper(c)));

    [GeneratedRegex(@"\b(?:(?:discount|promo|promotion|coupon|voucher|gift|referral)(?:\s?(?:code|card))?|code)s?\s?(?:is|was|:|=|called|-)?\s?[""'“]?(?<code>[\p{L}\p{N}][\p{L}\p{N}\-_]{2,23})(?![\p{L}\p{N}])")] private static partial Regex Said();
    [GeneratedRegex(@"(?<![\w#@$.\-])[A-Z]{3,14}\d{1,4}(?![\w@]|[.\-]\w)")] private static partial Regex Shaped();
}
