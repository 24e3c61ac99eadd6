using System.Globalization;
using System.Text.Json.Nodes;
using MyCavoodle.Sandbox.Shop;

namespace MyCavoodle.Sandbox.Shopify.Graph;

/// <summary>One of a product's metafields, both in the namespace "custom".</summary>
sealed record Metafield(Product Owner, int Index, string Key, string Value, string Type)
{
    public long Id => Owner.Id * 10 + Index;

    public static IEnumerable<Metafield> Of(Product product)
    {
        if (product.Ingredients is { } ingredients) yield return new(product, 1, "ingredients", ingredients, "multi_line_text_field");
        yield return new(product, 2, "reorder_point", product.ReorderPoint.ToString(CultureInfo.InvariantCulture), "number_integer");
    }
}

/// <summary>Products, variants, and what is counted of them. https://shopify.dev/docs/api/admin-graphql/2026-01/objects/Product</summary>
sealed class GoodsTypes(AdminSchema schema)
{
    public ObjectType<Product> Product => field ??= new ObjectType<Product>("Product")
        .Value("id", p => Gid.Of("Product", p.Id))
        .Value("legacyResourceId", p => p.Id)
        .Value("title", p => p.Title)
        .Value("handle", p => p.Handle)
        .Value("productType", p => p.Category)
        .Value("vendor", _ => GroomingShop.Name)
        .Value("status", _ => "ACTIVE")
        .Value("description", "truncateAt", (p, a) => a.Whole("truncateAt") is { } most && p.Description.Length > most ? p.Description[..most] : p.Description)
        .Value("descriptionHtml", p => ProductDocument.Html(p))
        .Value("tags", p => new[] { p.Category, "cavoodle" })
        .Value("createdAt", p => p.CreatedAt)
        .Value("updatedAt", p => p.UpdatedAt)
        .Value("publishedAt", p => p.CreatedAt)
        .Value("totalInventory", p => p.Variants.Sum(v => v.Stock))
        .Value("tracksInventory", _ => true)
        .Value("isGiftCard", _ => false)
        .Value("hasOnlyDefaultVariant", p => !p.HasOptions)
        .Value("hasOutOfStockVariants", p => p.Variants.Any(v => v.Stock <= 0))
        .One("variantsCount", () => schema.Money.Count, p => new Tally(p.Variants.Count, null))
        .One("metafield", () => MetafieldType, "namespace key!", (p, a) => Metafields(p, a).FirstOrDefault(m => m.Key == a.Text("key")))
        .Connection("metafields", () => MetafieldType, (p, a) => Metafields(p, a).Where(m => !a.Has("keys") || a.Texts("keys").Contains(m.Key) || a.Texts("keys").Contains($"custom.{m.Key}")).Select(m => new Row(0, m.Id, m)), "namespace keys")
        .Connection("variants", () => Variant, (p, _) => p.Variants.Select((v, i) => new Row(i, v.Id, v)));

    static IEnumerable<Metafield> Metafields(Product product, Arguments arguments) =>
        (arguments.Text("namespace") ?? "custom") == "custom" ? Metafield.Of(product) : [];

    public ObjectType<Metafield> MetafieldType => field ??= new ObjectType<Metafield>("Metafield")
        .Value("id", m => Gid.Of("Metafield", m.Id))
        .Value("legacyResourceId", m => m.Id)
        .Value("namespace", _ => "custom")
        .Value("key", m => m.Key)
        .Value("value", m => m.Value)
        .Value("jsonValue", m => m.Type == "number_integer" ? int.Parse(m.Value, CultureInfo.InvariantCulture) : JsonValue.Create(m.Value))
        .Value("type", m => m.Type)
        .Value("ownerType", _ => "PRODUCT")
        .Value("createdAt", m => m.Owner.CreatedAt)
        .Value("updatedAt", m => m.Owner.CreatedAt);

    public ObjectType<Variant> Variant => field ??= new ObjectType<Variant>("ProductVariant")
        .Value("id", v => Gid.Of("ProductVariant", v.Id))
        .Value("legacyResourceId", v => v.Id)
        .Value("title", v => v.Title)
        .Value("displayName", v => $"{v.Product.Title} - {v.Title}")
        .Value("sku", v => v.Sku)
        .Value("barcode", _ => null)
        .Value("position", v => v.Product.Variants.IndexOf(v) + 1)
        .Value("price", v => v.Price)
        .Value("compareAtPrice", v => v.CompareAtPrice)
        .Value("inventoryQuantity", v => v.Stock)
        .Value("sellableOnlineQuantity", v => v.Stock)
        .Value("inventoryPolicy", _ => "DENY")
        .Value("availableForSale", v => v.Stock > 0)
        .Value("taxable", _ => true)
        .Value("createdAt", v => v.Product.CreatedAt)
        .Value("updatedAt", v => v.UpdatedAt)
        .Many("selectedOptions", () => Option, v => [v], "")
        .One("product", () => Product, v => v.Product)
        .One("inventoryItem", () => schema.Stock.Item, v => v);

    ObjectType<Variant> Option => field ??= new ObjectType<Variant>("SelectedOption")
        .Value("name", v => v.Product.Variants.Count > 1 ? "Size" : "Title")
        .Value("value", v => v.Title);

    public Search<Product> ProductSearch => field ??= new(new Dictionary<string, Func<Product, Term, bool>>
    {
        [""] = (p, t) => p.Title.Contains(t.Text.Trim('*'), StringComparison.OrdinalIgnoreCase),
        ["id"] = (p, t) => t.IsId(p.Id),
        ["title"] = (p, t) => t.Is(p.Title),
        ["handle"] = (p, t) => t.Is(p.Handle),
        ["product_type"] = (p, t) => t.Is(p.Category),
        ["status"] = (_, t) => t.Is("active"),
        ["tag"] = (p, t) => t.Is(p.Category) || t.Is("cavoodle"),
        ["vendor"] = (_, t) => t.Is(GroomingShop.Name),
        ["sku"] = (p, t) => p.Variants.Any(v => t.Is(v.Sku)),
        ["created_at"] = (p, t) => t.Is(p.CreatedAt),
        ["updated_at"] = (p, t) => t.Is(p.UpdatedAt),
        ["inventory_total"] = (p, t) => t.Is((decimal)p.Variants.Sum(v => v.Stock)),
    });

    public Search<Variant> VariantSearch => field ??= new(new Dictionary<string, Func<Variant, Term, bool>>
    {
        [""] = (v, t) => v.Name.Contains(t.Text.Trim('*'), StringComparison.OrdinalIgnoreCase) || t.Is(v.Sku),
        ["id"] = (v, t) => t.IsId(v.Id),
        ["sku"] = (v, t) => t.Is(v.Sku),
        ["title"] = (v, t) => t.Is(v.Title),
        ["product_id"] = (v, t) => t.IsId(v.Product.Id),
        ["product_type"] = (v, t) => t.Is(v.Product.Category),
        ["inventory_quantity"] = (v, t) => t.Is((decimal)v.Stock),
        ["updated_at"] = (v, t) => t.Is(v.UpdatedAt),
    });

    public IEnumerable<Row> Products(Arguments arguments)
    {
        Func<Product, long> key = arguments.Text("sortKey") switch
        {
            "CREATED_AT" => p => p.CreatedAt.UtcTicks,
            "UPDATED_AT" => p => p.UpdatedAt.UtcTicks,
            _ => p => p.Id,
        };
        return schema.Shop.Products.Where(ProductSearch.Read(arguments.Text("query"))).Select(p => new Row(key(p), p.Id, p));
    }

    public IEnumerable<Row> Variants(Arguments arguments) =>
        schema.Shop.Variants.Where(VariantSearch.Read(arguments.Text("query"))).Select(v => new Row(v.Id, v.Id, v));
}
