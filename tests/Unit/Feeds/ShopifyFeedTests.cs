using Microsoft.EntityFrameworkCore;
using MyCavoodle.Clients.Shopify;
using MyCavoodle.Feeds;
using MyCavoodle.Hub;

namespace MyCavoodle.Tests.Unit.Feeds;

/// <summary>What the shop tells, late, twice and in any order.</summary>
public sealed class ShopifyFeedTests : ToldShop
{
    [Fact]
    public async Task The_short_copy_of_a_customer_inside_an_order_never_overwrites_what_is_known()
    {
        await TellAsync("customers/update", """{"id":7,"email":"new@example.com","first_name":"Amy","created_at":"2026-01-01T00:00:00Z","updated_at":"2026-11-20T00:00:00Z"}""");
        await TellAsync("orders/updated", Order(customer: """{"id":7,"email":"old@example.com","first_name":"Amelia","phone":"+61400000000"}"""));

        var amy = await ReadAsync(hub => hub.Customers.SingleAsync());
        Assert.Equal(("new@example.com", "Amy", "+61400000000"), (amy.Email, amy.FirstName, amy.Phone));
    }

    [Fact]
    public async Task A_refund_whose_money_follows_later_counts_and_an_older_copy_takes_nothing_back()
    {
        await TellAsync("orders/create", Order());
        const string Pending = """{"id":5,"order_id":1,"created_at":"2026-11-20T00:00:00Z","transactions":[{"id":1,"kind":"refund","status":"pending","amount":"10.50"}]}""";
        await TellAsync("refunds/create", Pending);
        Assert.Equal(0, await ReadAsync(hub => hub.Refunds.Select(r => r.Amount).SingleAsync()));

        await TellAsync("orders/updated", Order(more: $",\"refunds\":[{Pending.Replace("pending", "success", StringComparison.Ordinal)}]"));
        await TellAsync("refunds/create", Pending);

        Assert.Equal(10.50m, await ReadAsync(hub => hub.Refunds.Select(r => r.Amount).SingleAsync()));
    }

    [Fact]
    public async Task A_cancelled_label_takes_its_tracking_number_with_it()
    {
        const string Parcel = ",\"fulfillment_status\":\"fulfilled\",\"fulfillments\":[{\"id\":3,\"status\":\"success\",\"tracking_number\":\"SEN1\",\"created_at\":\"2026-11-20T00:00:00Z\"}]";
        await TellAsync("orders/fulfilled", Order(more: Parcel));
        Assert.Equal("SEN1", await ReadAsync(hub => hub.Orders.Select(o => o.TrackingNumber).SingleAsync()));

        await TellAsync("orders/updated", Order(more: Parcel.Replace("success", "cancelled", StringComparison.Ordinal).Replace("\"fulfilled\"", "null", StringComparison.Ordinal)).Replace("2026-11-20T00:00:00Z\",\"financial","2026-11-20T00:00:01Z\",\"financial", StringComparison.Ordinal));

        var order = await ReadAsync(hub => hub.Orders.SingleAsync());
        Assert.Equal((OrderStatus.Processing, null, null), (order.Status, order.TrackingNumber, order.ShippedAt));
    }

    [Theory]
    [InlineData("orders/delete", """{"id":99}""")]
    [InlineData("orders/updated", """{"id":99,"updated_at":"2026-11-20T00:00:00Z"}""")]
    public async Task A_bare_id_is_not_taken_for_an_order_of_the_year_1(string topic, string body)
    {
        await Assert.ThrowsAsync<NotUnderstoodException>(() => TellAsync(topic, body));
        Assert.False(await ReadAsync(hub => hub.Orders.AnyAsync()));
    }

    [Fact]
    public async Task A_product_that_was_deleted_in_the_shop_is_not_offered_any_more()
    {
        await TellAsync("products/update", """{"id":4,"title":"Oatmeal Shampoo","status":"active","updated_at":"2026-11-20T00:00:00Z","variants":[{"id":41,"title":"Default Title","price":"19.95","inventory_item_id":411,"inventory_quantity":3}]}""");
        await TellAsync("products/delete", """{"id":4}""");
        Assert.False(await ReadAsync(hub => hub.Products.Select(p => p.Active).SingleAsync()));
    }

    [Fact]
    public async Task A_cost_that_becomes_known_after_the_sale_is_filled_in_once()
    {
        const string Line = ",\"line_items\":[{\"id\":11,\"sku\":\"SH-1\",\"title\":\"Shampoo\",\"quantity\":2,\"price\":\"19.95\"}]";
        await TellAsync("orders/create", Order(more: Line));
        Assert.Null(await ReadAsync(hub => hub.OrderLines.Select(l => l.UnitCost).SingleAsync()));

        await CostAsync(6.00m);
        await TellAsync("orders/updated", Order(more: Line));
        await CostAsync(9.00m);
        await TellAsync("orders/updated", Order(more: Line));

        Assert.Equal(6.00m, await ReadAsync(hub => hub.OrderLines.Select(l => l.UnitCost).SingleAsync()));
    }

    [Fact]
    public async Task Two_orders_of_one_new_customer_in_one_batch_make_one_customer()
    {
        await Intake.TakeOrdersAsync([ShopifyJson.Order(Order(customer: """{"id":7}""")), ShopifyJson.Order(Order(customer: """{"id":7,"email":"A@Example.com "}""").Replace("\"id\":1,", "\"id\":2,", StringComparison.Ordinal))], Word.Listed, default);
        Assert.Equal("a@example.com", await ReadAsync(hub => hub.Customers.Select(c => c.Email).SingleAsync()));
        Assert.Equal(2, await ReadAsync(hub => hub.Orders.CountAsync(o => o.CustomerId != null)));
    }

    Task<int> CostAsync(decimal cost) => ReadAsync(async hub =>
    {
        var product = await hub.Products.SingleOrDefaultAsync();
        if (product is null) hub.Products.Add(product = new() { ShopifyVariantId = 1, ShopifyProductId = 1, InventoryItemId = 1, Name = "Shampoo", Sku = "SH-1", UpdatedAt = default });
        product.CostPrice = cost;
        return await hub.SaveChangesAsync();
    });

    static string Order(string customer = "null", string more = "") => $$"""
        {"id":1,"name":"#1042","created_at":"2026-11-19T00:00:00Z","updated_at":"2026-11-20T00:00:00Z","financial_status":"paid","total_price":"39.90","customer":{{customer}}{{more}}}
        """;
}
