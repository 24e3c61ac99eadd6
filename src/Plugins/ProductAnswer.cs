using MyCavoodle.Hub;

namespace MyCavoodle.Plugins;

/// <summary>What find_products answers, best match first.</summary>
/// <param name="Outcome">found, none.</param>
/// <param name="Unmatched">Words of the question that none of these products answers to: they may be only the nearest.</param>
public sealed record ProductAnswer(string Outcome, IReadOnlyList<ProductFacts> Products, IReadOnlyList<string> Unmatched)
{
    /// <summary>A whole category of the shop, and no more than fits in a chat.</summary>
    const int Most = 8;

    public static ProductAnswer Of(IReadOnlyList<Product> shop, string query)
    {
        var matches = Catalogue.Match(shop, query);
        var products = matches.GroupBy(p => p.ShopifyProductId).Take(Most).Select(ProductFacts.Of).ToList();
        return new(products.Count > 0 ? "found" : "none", products, Catalogue.Unmatched(matches, query));
    }
}

/// <summary>A product as customers may hear it. Prices AUD including GST.</summary>
/// <param name="Variants">Those that fit the question, in order of price.</param>
public sealed record ProductFacts(string Name, string Category, string? Description, string? Ingredients, IReadOnlyList<VariantFacts> Variants)
{
    public static ProductFacts Of(IEnumerable<Product> variants)
    {
        var kinds = variants.OrderBy(v => v.RetailPrice).ToList();
        var first = kinds[0];
        return new(first.Name, first.Category.ToString(), first.Description, first.Ingredients, [.. kinds.Select(VariantFacts.Of)]);
    }
}

/// <summary>One size or colour. <paramref name="Was"/> is the price before, when it is on sale.</summary>
public sealed record VariantFacts(string? Name, string Price, string? Was, int Available, bool InStock)
{
    public static VariantFacts Of(Product product) => new(
        product.Variant, Figure.Money(product.RetailPrice),
        product.ComparePrice > product.RetailPrice ? Figure.Money(product.ComparePrice.Value) : null,
        Math.Max(0, product.Available), product.Available > 0);
}

/// <summary>What list_low_stock answers.</summary>
/// <param name="Outcome">found, none, refused.</param>
public sealed record LowStockAnswer(string Outcome, IReadOnlyList<LowStockFacts> Items)
{
    public static readonly LowStockAnswer Refused = new("refused", []);

    public static LowStockAnswer Of(IReadOnlyList<Product> low) => new(
        low.Count > 0 ? "found" : "none",
        [.. low.Select(p => new LowStockFacts(p.FullName, p.Sku, p.Available, p.ReorderPoint ?? 0))]);
}

public sealed record LowStockFacts(string Name, string? Sku, int Available, int ReorderPoint);
