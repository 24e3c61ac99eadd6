using System.Text.RegularExpressions;

namespace MyCavoodle.Understanding.Intents;

/// <summary>What the shop's products are called, as its catalogue says while the bot runs.</summary>
public sealed class ProductNames
{
    /// <summary>A word the learner has often seen where a product is named.</summary>
    const string AnyProduct = "product";

    readonly Regex? names;

    /// <param name="names">Any spelling; case does not matter. Names under four letters are too likely to be other words.</param>
    public ProductNames(IEnumerable<string> names)
    {
        string[] known = [.. names.Select(n => n.Trim()).Where(n => n.Length > 3).Distinct(StringComparer.OrdinalIgnoreCase).OrderByDescending(n => n.Length).ThenBy(n => n, StringComparer.Ordinal)];
        if (known.Length > 0)
            this.names = new($@"(?<!\w)(?:{string.Join('|', known.Select(Regex.Escape))})(?!\w)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
    }

    public string Mask(string message) => names?.Replace(message, AnyProduct) ?? message;
}
