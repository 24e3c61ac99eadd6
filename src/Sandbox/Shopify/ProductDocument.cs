using System.Text.Json.Nodes;
using MyCavoodle.Sandbox.Shop;

namespace MyCavoodle.Sandbox.Shopify;

/// <summary>Products, metafields and stock as JSON. https://shopify.dev/docs/api/admin-rest/latest/resources/product</summary>
static class ProductDocument
{
    public static JsonObject Of(Product product) => new()
    {
        ["id"] = product.Id,
        ["title"] = product.Title,
        ["body_html"] = Html(product),
        ["vendor"] = GroomingShop.Name,
        ["product_type"] = product.Category,
        ["created_at"] = Sydney.Format(product.CreatedAt),
        ["handle"] = product.Handle,
        ["updated_at"] = Sydney.Format(product.UpdatedAt),
        ["published_at"] = Sydney.Format(product.CreatedAt),
        ["template_suffix"] = null,
        ["published_scope"] = "web",
        ["tags"] = $"{product.Category}, cavoodle",
        ["status"] = "active",
        ["admin_graphql_api_id"] = $"gid://shopify/Product/{product.Id}",
        ["variants"] = new JsonArray([.. product.Variants.Select((v, i) => Variant(v, i + 1))]),
        ["options"] = new JsonArray(new JsonObject
        {
            ["id"] = product.Id + 1, ["product_id"] = product.Id, ["name"] = product.HasOptions ? "Size" : "Title", ["position"] = 1,
            ["values"] = new JsonArray([.. product.Variants.Select(v => (JsonNode)v.Title)]),
        }),
        ["images"] = new JsonArray(),
        ["image"] = null,
    };

    public static string Html(Product product) => $"<p>{System.Net.WebUtility.HtmlEncode(product.Description)}</p>";

    static JsonObject Variant(Variant variant, int position) => new()
    {
        ["id"] = variant.Id,
        ["product_id"] = variant.Product.Id,
        ["title"] = variant.Title,
        ["price"] = Money.Text(variant.Price),
        ["position"] = position,
        ["inventory_policy"] = "deny",
        ["compare_at_price"] = variant.CompareAtPrice is { } was ? Money.Text(was) : null,
        ["option1"] = variant.Title,
        ["option2"] = null,
        ["option3"] = null,
        ["created_at"] = Sydney.Format(variant.Product.CreatedAt),
        ["updated_at"] = Sydney.Format(variant.UpdatedAt),
        ["taxable"] = true,
        ["barcode"] = null,
        ["fulfillment_service"] = "manual",
        ["grams"] = variant.Grams,
        ["inventory_management"] = "shopify",
        ["requires_shipping"] = true,
        ["sku"] = variant.Sku,
        ["weight"] = variant.Grams / 1000m,
        ["weight_unit"] = "kg",
        ["inventory_item_id"] = variant.InventoryItemId,
        ["inventory_quantity"] = variant.Stock,
        ["old_inventory_quantity"] = variant.Stock,
        ["admin_graphql_api_id"] = $"gid://shopify/ProductVariant/{variant.Id}",
        ["image_id"] = null,
    };

    /// <summary>Ingredients and reorder point, in the namespace "custom".</summary>
    public static JsonArray Metafields(Product product)
    {
        var fields = new JsonArray(Metafield(product, 2, "reorder_point", product.ReorderPoint.ToString(), "number_integer"));
        if (product.Ingredients is { } ingredients) fields.Insert(0, Metafield(product, 1, "ingredients", ingredients, "multi_line_text_field"));
        return fields;
    }

    static JsonObject Metafield(Product product, int index, string key, string value, string type) => new()
    {
        ["id"] = product.Id * 10 + index,
        ["namespace"] = "custom",
        ["key"] = key,
        ["value"] = type == "number_integer" ? int.Parse(value, System.Globalization.CultureInfo.InvariantCulture) : value,
        ["description"] = null,
        ["owner_id"] = product.Id,
        ["created_at"] = Sydney.Format(product.CreatedAt),
        ["updated_at"] = Sydney.Format(product.CreatedAt),
        ["owner_resource"] = "product",
        ["type"] = type,
        ["admin_graphql_api_id"] = $"gid://shopify/Metafield/{product.Id * 10 + index}",
    };

    public static JsonObject InventoryItem(Variant variant) => new()
    {
        ["id"] = variant.InventoryItemId,
        ["sku"] = variant.Sku,
        ["created_at"] = Sydney.Format(variant.Product.CreatedAt),
        ["updated_at"] = Sydney.Format(variant.UpdatedAt),
        ["requires_shipping"] = true,
        ["cost"] = Money.Text(variant.Cost),
        ["country_code_of_origin"] = "AU",
        ["province_code_of_origin"] = null,
        ["harmonized_system_code"] = null,
        ["tracked"] = true,
        ["country_harmonized_system_codes"] = new JsonArray(),
        ["admin_graphql_api_id"] = $"gid://shopify/InventoryItem/{variant.InventoryItemId}",
    };

    public static JsonObject InventoryLevel(Variant variant) => new()
    {
        ["inventory_item_id"] = variant.InventoryItemId,
        ["location_id"] = Ids.Location,
        ["available"] = variant.Stock,
        ["updated_at"] = Sydney.Format(variant.UpdatedAt),
        ["admin_graphql_api_id"] = $"gid://shopify/InventoryLevel/{Ids.Location}?inventory_item_id={variant.InventoryItemId}",
    };
}
