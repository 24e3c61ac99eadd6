using System.Globalization;
using System.Text.RegularExpressions;
using MyCavoodle.Hub;

namespace MyCavoodle.Plugins;

/// <summary>What a question says of the price it likes: the cheapest, the dearest, under $20, on sale.</summary>
sealed partial record PriceWish(bool Cheapest, bool Dearest, decimal? Below, bool OnSale)
{
    public bool IsAny => Cheapest || Dearest || Below is not null || OnSale;

    public static PriceWish In(string query)
    {
        var below = BelowWords().Match(query);
        return new(CheapestWords().IsMatch(query), DearestWords().IsMatch(query),
            below.Success ? decimal.Parse(below.Groups[1].Value, CultureInfo.InvariantCulture) : null, OnSaleWords().IsMatch(query));
    }

    /// <summary>The question without what it says of prices.</summary>
    public static string Without(string query) =>
        OnSaleWords().Replace(DearestWords().Replace(CheapestWords().Replace(BelowWords().Replace(query, " "), " "), " "), " ");

    /// <summary>Those the wish fits, cheapest or dearest first where it names one; all where it fits none.</summary>
    public IReadOnlyList<Product> Pick(IReadOnlyList<Product> products)
    {
        if (!IsAny) return products;
        var fit = products.Where(p => (Below is null || p.RetailPrice <= Below) && (!OnSale || p.ComparePrice > p.RetailPrice)).ToList();
        if (fit.Count == 0) return products;
        if (!Cheapest && !Dearest) return [.. fit.OrderBy(p => p.RetailPrice)];
        var price = Cheapest ? fit.Min(p => p.RetailPrice) : fit.Max(p => p.RetailPrice);
        return [.. fit.Where(p => p.RetailPrice == price)];
    }

    [GeneratedRegex(@"\b(?:cheapest|lowest[ -]priced?|least expensive|most affordable)\b", RegexOptions.IgnoreCase)] private static partial Regex CheapestWords();
    [GeneratedRegex(@"\b(?:most expensive|dearest|priciest|highest[ -]priced?)\b", RegexOptions.IgnoreCase)] private static partial Regex DearestWords();
    [GeneratedRegex(@"\b(?:under|below|less than|max|up to|cheaper than)\s*\$?\s?(\d{1,4}(?:\.\d{1,2})?)(?: dollars| bucks)?\b", RegexOptions.IgnoreCase)] private static partial Regex BelowWords();
    [GeneratedRegex(@"\b(?:on )?(?:sales?|specials?|discounted|reduced)\b", RegexOptions.IgnoreCase)] private static partial Regex OnSaleWords();
}
