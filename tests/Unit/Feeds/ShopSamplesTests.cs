using Microsoft.EntityFrameworkCore;
using MyCavoodle.Hub;

namespace MyCavoodle.Tests.Unit.Feeds;

/// <summary>What Shopify's own documentation sends, taken into a hub.</summary>
public sealed class ShopSamplesTests : ToldShop
{
    [SharedTheory]
    [InlineData("webhook_customers_create_2023-10.json"), InlineData("webhook_customers_create_2026-04.json")]
    public async Task A_customer_is_understood_in_the_shape_before_2025_and_in_that_since(string sample)
    {
        await TellAsync("customers/create", Shared.Read($"shopify/{sample}"));
        await using var hub = Hub();
        var customer = await hub.Customers.SingleAsync();
        Assert.NotEqual(0, customer.ShopifyId);
        Assert.NotNull(customer.Email);
        Assert.Equal((0, 0m), (customer.TotalOrders, customer.TotalRevenue));
    }

    [SharedTheory]
    [InlineData("webhook_orders_create_2023-10.json"), InlineData("webhook_orders_create_2026-04.json")]
    public async Task An_order_is_understood_in_the_shape_before_2025_and_in_that_since(string sample)
    {
        await TellAsync("orders/create", Shared.Read($"shopify/{sample}"));
        await using var hub = Hub();
        var order = await hub.Orders.Include(o => o.Lines).SingleAsync();
        Assert.NotEmpty(order.Lines);
        Assert.True(order.Total > 0);
        Assert.StartsWith("#", order.Number, StringComparison.Ordinal);
    }

    [SharedTheory]
    [InlineData("products/update", "webhook_products_update_2026-04.json")]
    [InlineData("inventory_levels/update", "webhook_inventory_levels_update_2024-04.json")]
    [InlineData("customers/data_request", "webhook_gdpr_customers_data_request_2026-04.json")]
    [InlineData("customers/redact", "webhook_gdpr_customers_redact_2026-04.json")]
    [InlineData("shop/redact", "webhook_gdpr_shop_redact_2026-04.json")]
    [InlineData("refunds/create", "webhook_refunds_create_2026-04.json")]
    public async Task Every_other_topic_is_taken_in_twice_without_complaint(string topic, string sample)
    {
        await TellAsync(topic, Shared.Read($"shopify/{sample}"), key: "repeated");
        await TellAsync(topic, Shared.Read($"shopify/{sample}"), key: "repeated");
        await using var hub = Hub();
        var kept = await hub.Products.CountAsync() + await hub.StockLevels.CountAsync() + await hub.PrivacyRequests.CountAsync();
        Assert.True(kept > 0 || topic == "refunds/create", "something is kept, but for a refund of an order that is not here");
    }
}
