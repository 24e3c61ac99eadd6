using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using MyCavoodle.Clients.Shopify;
using MyCavoodle.Hub;

namespace MyCavoodle.Feeds;

static partial class ProductMapping
{
    /// <summary>One row a variant; a variant that is gone from the shop is no longer active.</summary>
    public static void Apply(HubContext hub, List<Product> known, ShopifyProduct from)
    {
        var own = known.Where(p => p.ShopifyProductId == from.Id).ToList();
        var changed = from.UpdatedAt ?? default;
        // Of an older copy nothing counts: what it names that is not here is gone again.
        if (own.Any(p => p.UpdatedAt > changed)) return;
        foreach (var gone in own.Where(p => from.Variants.All(v => v.Id != p.ShopifyVariantId))) (gone.Active, gone.UpdatedAt) = (false, changed);
        foreach (var variant in from.Variants)
        {
            var product = own.FirstOrDefault(p => p.ShopifyVariantId == variant.Id);
            if (product is null)
            {
                product = new()
                {
                    ShopifyVariantId = variant.Id, ShopifyProductId = from.Id, InventoryItemId = variant.InventoryItemId ?? 0, Name = "", UpdatedAt = default,
                    Available = variant.InventoryQuantity ?? 0,
                };
                known.Add(product);
                hub.Products.Add(product);
            }
            ApplyVariant(product, from, variant, changed);
        }
    }

    static void ApplyVariant(Product product, ShopifyProduct from, ShopifyVariant variant, DateTimeOffset changed)
    {
        product.UpdatedAt = changed;
        product.Name = from.Title ?? "";
        // The shop calls the only variant of a product so.
        product.Variant = variant.Title is null or "Default Title" ? null : variant.Title;
        product.Sku = string.IsNullOrWhiteSpace(variant.Sku) ? null : variant.Sku;
        product.Category = CategoryOf(from.ProductType);
        product.Description = PlainText(from.BodyHtml);
        product.Active = from.Status is "active" or null;
        product.RetailPrice = variant.Price ?? 0;
        product.ComparePrice = variant.CompareAtPrice;
        product.InventoryItemId = variant.InventoryItemId ?? product.InventoryItemId;
        ApplyDetails(product, from.Metafields, variant.InventoryItem);
    }

    /// <summary>What webhooks do not carry: they leave what is known. A value of the team's own stands.</summary>
    static void ApplyDetails(Product product, IReadOnlyList<ShopifyMetafield> fields, ShopifyInventoryItem? item)
    {
        if (!product.CostSetByTeam) product.CostPrice = item?.Cost ?? product.CostPrice;
        product.Ingredients = Field(fields, "ingredients") ?? product.Ingredients;
        if (!product.ReorderPointSetByTeam && int.TryParse(Field(fields, "reorder_point"), CultureInfo.InvariantCulture, out var point)) product.ReorderPoint = point;
    }

    static ProductCategory CategoryOf(string? type) => Enum.GetValues<ProductCategory>().FirstOrDefault(
        c => type?.StartsWith(c.ToString().TrimEnd('s'), StringComparison.OrdinalIgnoreCase) == true, ProductCategory.Other);

    static string? Field(IReadOnlyList<ShopifyMetafield> fields, string key) =>
        fields.FirstOrDefault(f => f.Namespace == "custom" && f.Key == key)?.Value;

    static string? PlainText(string? html) =>
        html is null ? null : WebUtility.HtmlDecode(Blank().Replace(Tag().Replace(html, " "), " ")).Trim();

    [GeneratedRegex("<[^>]*>")] private static partial Regex Tag();
    [GeneratedRegex(@"\s+")] private static partial Regex Blank();
}
