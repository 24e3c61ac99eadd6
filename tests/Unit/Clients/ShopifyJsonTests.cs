using System.Text.Json;
using MyCavoodle.Clients.Shopify;
using Xunit;

namespace MyCavoodle.Tests.Unit.Clients;

public sealed class ShopifyJsonTests
{
    [SharedFact]
    public void Orders_of_every_age_and_shape_are_read()
    {
        var now = ShopifyJson.Order(Shared.Read("shopify/webhook_orders_create_2026-04.json"));
        Assert.Equal(("#9999", 404.95m, 414.95m, "voided", true), (now.Name, now.TotalPrice, now.CurrentTotalPriceSet?.ShopMoney?.Amount, now.FinancialStatus, now.Test));
        Assert.Equal("john@example.com", now.Customer?.Email);
        Assert.NotEmpty(now.LineItems);

        Assert.NotNull(ShopifyJson.Order(Shared.Read("shopify/webhook_orders_create_2023-10.json")).Customer);
        Assert.Null(ShopifyJson.Order(Shared.Read("shopify/rest_order_customer_null.json")).Customer);
        Assert.Equal("", ShopifyJson.Order(Shared.Read("shopify/rest_order_created_no_customer_no_email.json")).Email);
        Assert.Equal("pending", ShopifyJson.Order(Shared.Read("shopify/rest_order_legacy_fulfillment_status_pending.json")).FulfillmentStatus);
        Assert.Equal("refunded", ShopifyJson.Order(Shared.Read("shopify/rest_order_cancelled_and_refunded.json")).FinancialStatus);
        Assert.NotNull(ShopifyJson.Order(Shared.Read("shopify/rest_order_multicurrency_fragment.json")).TotalPriceSet);
        var listed = Items("shopify/rest_orders_list_partially_refunded.json", "orders", ShopifyJson.Order).Single();
        Assert.NotEmpty(listed.Refunds.Single().RefundLineItems);
        Assert.Contains(listed.LineItems, l => l.Properties.Count > 0);
    }

    [SharedFact]
    public void Customers_lost_their_totals_in_2025_and_both_shapes_are_read()
    {
        Assert.NotNull(ShopifyJson.Customer(Shared.Read("shopify/webhook_customers_create_2023-10.json")).TotalSpent);
        Assert.Null(ShopifyJson.Customer(Shared.Read("shopify/webhook_customers_create_2026-04.json")).TotalSpent);
        Assert.NotNull(Items("shopify/rest_customers_search.json", "customers", ShopifyJson.Customer).First().OrdersCount);
    }

    [SharedFact]
    public void Properties_are_read_as_a_list_or_as_an_object()
    {
        var item = ShopifyJson.Order($$"""{"id":1,"line_items":[{{Shared.Read("shopify/rest_line_item_properties_as_object.json")}}]}""").LineItems[0];
        Assert.NotEmpty(item.Properties);
        var list = ShopifyJson.Order("""{"id":1,"line_items":[{"properties":[{"name":"Engraving","value":7}]}]}""");
        Assert.Equal("7", list.LineItems[0].Properties["Engraving"]);
    }

    [SharedFact]
    public void All_other_webhooks_are_read()
    {
        Assert.NotEmpty(ShopifyJson.Product(Shared.Read("shopify/webhook_products_update_2026-04.json")).Variants);
        Assert.NotEmpty(ShopifyJson.Refund(Shared.Read("shopify/webhook_refunds_create_2026-04.json")).RefundLineItems);
        Assert.NotNull(ShopifyJson.Fulfillment(Shared.Read("shopify/webhook_fulfillments_update_2026-04.json")).TrackingNumber);
        Assert.Null(ShopifyJson.InventoryLevel(Shared.Read("shopify/webhook_inventory_levels_update_2024-04.json")).Available);
        Assert.NotEqual(0, ShopifyJson.OrderEdit(Shared.Read("shopify/webhook_orders_edited_2026-04.json")).OrderId);
        Assert.NotEmpty(ShopifyJson.PrivacyRequest(Shared.Read("shopify/webhook_gdpr_customers_data_request_2026-04.json")).OrdersRequested);
        Assert.NotEmpty(ShopifyJson.PrivacyRequest(Shared.Read("shopify/webhook_gdpr_customers_redact_2026-04.json")).OrdersToRedact);
        Assert.NotNull(ShopifyJson.PrivacyRequest(Shared.Read("shopify/webhook_gdpr_shop_redact_2026-04.json")).ShopDomain);
    }

    [SharedFact]
    public void Lists_of_the_rest_interface_are_read()
    {
        Assert.Equal(199.00m, Items("shopify/rest_products_list.json", "products", ShopifyJson.Product).First().Variants[0].Price);
        Assert.Equal(2, Items("shopify/rest_inventory_levels_list.json", "inventory_levels", ShopifyJson.InventoryLevel).First().Available);
        Assert.NotEmpty(Items("shopify/rest_refunds_list.json", "refunds", ShopifyJson.Refund));
        Assert.NotEmpty(Items("shopify/rest_fulfillments_list.json", "fulfillments", ShopifyJson.Fulfillment));
        Assert.Contains(ShopifyJson.Refund(WithId("shopify/rest_transactions_list.json")).Transactions, t => t.Kind == "refund");
        Assert.NotEmpty(ShopifyJson.Product(WithId("shopify/rest_variants_presentment_prices_usd_cad.json")).Variants);
    }

    static string WithId(string name) => """{"id":1,""" + Shared.Read(name).TrimStart()[1..];

    static IEnumerable<T> Items<T>(string name, string key, Func<string, T> read) =>
        JsonDocument.Parse(Shared.Read(name)).RootElement.GetProperty(key).EnumerateArray().Select(e => read(e.GetRawText()));
}
