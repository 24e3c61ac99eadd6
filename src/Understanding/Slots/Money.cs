using System.Globalization;
using System.Text.RegularExpressions;

namespace MyCavoodle.Understanding.Slots;

/// <summary>Amounts: $12.50, AUD 30, 20 bucks, 50c, twenty dollars, 1.2k.</summary>
sealed partial class Money : IFinder
{
    public IEnumerable<Slot> Find(SlotText text)
    {
        foreach (Match m in Amount().Matches(text.Lower))
            if (text.IsFree(m.Index, m.Index + m.Length) && Of(m) is { } amount) yield return new MoneySlot(m.Index, text.Words(m.Index, m.Index + m.Length), amount, Currency(m.Value));
    }

    static decimal? Of(Match m)
    {
        decimal amount;
        if (m.Groups["word"].Success) { if (SpokenNumber.Of(m.Groups["word"].Value) is not { } spoken) return null; amount = spoken; }
        else if (!decimal.TryParse(m.Groups["n"].Value.Replace(",", "").Replace(" ", ""), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out amount)) return null;
        return amount * m.Groups["times"].Value switch { "k" or "thousand" or "grand" => 1000, "m" or "million" or "mil" => 1_000_000, "b" or "bn" or "billion" => 1_000_000_000, _ => 1 }
            / (m.Groups["cents"].Success ? 100 : 1);
    }

    static string Currency(string words) =>
        words.Contains('€') || words.Contains("eur", StringComparison.Ordinal) ? "EUR" : words.Contains('£') || words.Contains("gbp", StringComparison.Ordinal) ? "GBP"
        : words.Contains("us", StringComparison.Ordinal) ? "USD" : words.Contains("nz", StringComparison.Ordinal) ? "NZD" : "AUD";

    const string Digits = @"(?<n>\d{1,3}(?:,\d{3}){1,4}(?:\.\d{1,2})?|\d{1,10}(?:\.\d{1,2})?)";
    const string Word = "(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|and|a)";
    const string Times = @"(?:\s?(?<times>k|m|bn|thousand|grand|million|mil|billion)\b)?";
    const string Unit = @"(?:(?:au|us|nz|a)?\s?dollars?|bucks?|aud|usd|nzd|gbp|eur|euros?|quid|(?<cents>cents?|c))\b";

    [GeneratedRegex(@"(?<![\w.,])(?:(?:au|us|nz|a)?\s?[$€£]|(?:aud|usd|nzd|gbp|eur)\s?\$?)\s?" + Digits + Times + @"(?:\s?(?:aud|usd|nzd|dollars?|bucks)\b)?|(?<![\w$.,#])" + Digits + Times + @"\s?(?:" + Unit + @"|[$€£](?!\d))|\b(?<word>" + Word + @"(?:[ \-]" + Word + @"){0,5})\s" + Unit)] private static partial Regex Amount();
}
