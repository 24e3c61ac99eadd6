using System.Text.Json.Nodes;
using MyCavoodle.Sandbox.Shop;

namespace MyCavoodle.Sandbox.Shopify;

/// <summary>The shop and its one location as JSON. https://shopify.dev/docs/api/admin-rest/latest/resources/shop</summary>
static class ShopDocument
{
    public static JsonObject Of(GroomingShop shop) => new()
    {
        ["id"] = Ids.Shop, ["name"] = GroomingShop.Name, ["email"] = Credentials.GmailMailbox, ["domain"] = "mycavoodle.example", ["province"] = "New South Wales",
        ["country"] = "AU", ["address1"] = "12 Wattle Avenue", ["zip"] = "2042", ["city"] = "Newtown", ["source"] = null, ["phone"] = "+61255501234",
        ["primary_locale"] = "en", ["address2"] = null, ["created_at"] = Sydney.Format(shop.OpenedAt), ["updated_at"] = Sydney.Format(shop.OpenedAt),
        ["country_code"] = "AU", ["country_name"] = "Australia", ["currency"] = Money.Currency, ["customer_email"] = Credentials.GmailMailbox,
        ["timezone"] = "(GMT+10:00) Australia/Sydney", ["iana_timezone"] = "Australia/Sydney", ["shop_owner"] = Staff.Bella.FirstName,
        ["money_format"] = "${{amount}}", ["money_with_currency_format"] = "${{amount}} AUD", ["weight_unit"] = "kg", ["province_code"] = "NSW",
        ["taxes_included"] = true, ["tax_shipping"] = true, ["plan_display_name"] = "Basic", ["plan_name"] = "basic",
        ["myshopify_domain"] = Credentials.ShopifyDomain, ["primary_location_id"] = Ids.Location, ["enabled_presentment_currencies"] = new JsonArray(Money.Currency),
    };

    public static JsonObject Location(GroomingShop shop) => new()
    {
        ["id"] = Ids.Location, ["name"] = "Newtown", ["address1"] = "12 Wattle Avenue", ["address2"] = null, ["city"] = "Newtown", ["zip"] = "2042",
        ["province"] = "New South Wales", ["country"] = "AU", ["phone"] = null, ["created_at"] = Sydney.Format(shop.OpenedAt),
        ["updated_at"] = Sydney.Format(shop.OpenedAt), ["country_code"] = "AU", ["country_name"] = "Australia", ["province_code"] = "NSW",
        ["legacy"] = false, ["active"] = true, ["admin_graphql_api_id"] = $"gid://shopify/Location/{Ids.Location}",
    };
}
