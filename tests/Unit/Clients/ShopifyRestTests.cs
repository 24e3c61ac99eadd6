using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using MyCavoodle.Clients;
using MyCavoodle.Clients.Shopify;
using Xunit;

namespace MyCavoodle.Tests.Unit.Clients;

/// <summary>The calls of <see cref="ShopifyClient"/> one by one; how it behaves in trouble is in <see cref="ShopifyClientTests"/>.</summary>
public sealed class ShopifyRestTests
{
    [Fact]
    public async Task Orders_of_a_month_are_asked_for_by_their_age()
    {
        var (_, arrived) = await CallAsync("""{"orders":[{"id":1},{"id":2}]}""", async shop => Assert.Equal([1, 2],
            (await shop.OrdersCreatedAsync(new(2026, 11, 1, 0, 0, 0, TimeSpan.FromHours(11)), new(2026, 12, 1, 0, 0, 0, TimeSpan.FromHours(11)), default).ToListAsync()).Select(o => o.Id)));
        var address = Uri.UnescapeDataString(arrived.Address);
        foreach (var part in new[] { "status=any", "created_at_min=2026-11-01T00:00:00+11:00", "created_at_max=2026-12-01T00:00:00+11:00", "order=created_at asc" })
            Assert.Contains(part, address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Orders_of_every_status_are_counted()
    {
        var (count, arrived) = await CallAsync("""{"count":25001}""", shop => shop.OrdersCountAsync(default));
        Assert.Equal((25001, "/admin/api/2026-10/orders/count.json?status=any"), (count, arrived.Address));
    }

    [Fact]
    public async Task Customers_and_products_are_counted()
    {
        Assert.Equal((7, "/admin/api/2026-10/customers/count.json"), await AddressAsync("""{"count":7}""", shop => shop.CustomersCountAsync(default)));
        Assert.Equal((8, "/admin/api/2026-10/products/count.json"), await AddressAsync("""{"count":8}""", shop => shop.ProductsCountAsync(default)));
    }

    [Fact]
    public async Task A_customer_is_found_by_id_and_by_search()
    {
        var (ann, arrived) = await CallAsync("""{"customer":{"id":5,"email_marketing_consent":{"state":"subscribed","opt_in_level":"single_opt_in","consent_updated_at":"2026-01-02T03:04:05+11:00"},"sms_marketing_consent":null}}""",
            shop => shop.CustomerAsync(5, default));
        Assert.Equal(("subscribed", null, "/admin/api/2026-10/customers/5.json"), (ann!.EmailMarketingConsent?.State, ann.SmsMarketingConsent, arrived.Address));

        var (found, search) = await CallAsync("""{"customers":[{"id":5}]}""", async shop => await shop.SearchCustomersAsync("email:ann@example.com", default).SingleAsync());
        Assert.Equal((5, "/admin/api/2026-10/customers/search.json?query=email%3Aann%40example.com&limit=100"), (found.Id, search.Address));
    }

    [Fact]
    public async Task What_the_shop_does_not_know_is_no_error()
    {
        await using var shop = await StandIn.AnsweringAsync((404, """{"errors":"Not Found"}""", []));
        await using var services = shop.Clients(new JumpingTime(), Settings);
        var client = services.GetRequiredService<ShopifyClient>();
        Assert.Null(await client.OrderAsync(1, default));
        Assert.Null(await client.CustomerAsync(1, default));
        Assert.Null(await client.ProductAsync(1, default));
    }

    [Fact]
    public async Task A_replacement_is_ordered_with_nothing_but_what_is_said()
    {
        var (order, arrived) = await CallAsync("""{"order":{"id":77,"name":"#1077"}}""", shop => shop.CreateOrderAsync(new()
        {
            Customer = new(5),
            LineItems = [new() { VariantId = 31, Quantity = 1 }, new() { Title = "Engraving", Price = 4.5m, Quantity = 2 }],
            InventoryBehaviour = "decrement_obeying_policy",
        }, default));
        Assert.Equal(("#1077", "POST", "/admin/api/2026-10/orders.json"), (order.Name, arrived.Method, arrived.Address));
        Assert.True(JsonElement.DeepEquals(JsonElement.Parse("""{"order":{"customer":{"id":5},"line_items":[{"variant_id":31,"quantity":1},{"title":"Engraving","price":4.5,"quantity":2}],"inventory_behaviour":"decrement_obeying_policy"}}"""),
            JsonElement.Parse(arrived.Body)));
    }

    [Fact]
    public async Task A_change_of_an_order_leaves_the_rest_alone()
    {
        var (_, arrived) = await CallAsync("""{"order":{"id":77}}""", shop => shop.UpdateOrderAsync(77, new() { Note = "Leave at the door" }, default));
        Assert.Equal(("PUT", "/admin/api/2026-10/orders/77.json", """{"order":{"note":"Leave at the door"}}"""), (arrived.Method, arrived.Address, arrived.Body));
    }

    [Fact]
    public async Task Stock_is_adjusted_and_set()
    {
        var (level, adjusted) = await CallAsync("""{"inventory_level":{"inventory_item_id":1,"location_id":2,"available":6}}""", shop => shop.AdjustInventoryAsync(1, 2, -3, default));
        Assert.Equal(6, level.Available);
        Assert.Equal(("/admin/api/2026-10/inventory_levels/adjust.json", """{"inventory_item_id":1,"location_id":2,"available_adjustment":-3}"""), (adjusted.Address, adjusted.Body));

        var (_, set) = await CallAsync("""{"inventory_level":{"inventory_item_id":1,"location_id":2,"available":9}}""", shop => shop.SetInventoryAsync(1, 2, 9, default));
        Assert.Equal(("/admin/api/2026-10/inventory_levels/set.json", """{"inventory_item_id":1,"location_id":2,"available":9}"""), (set.Address, set.Body));
    }

    [Fact]
    public async Task Subscriptions_are_moved_and_ended()
    {
        var (_, moved) = await CallAsync("""{"webhook":{"id":9}}""", shop => shop.UpdateWebhookAsync(9, new("https://new.example/x"), default));
        Assert.Equal(("PUT", "/admin/api/2026-10/webhooks/9.json", """{"webhook":{"address":"https://new.example/x"}}"""), (moved.Method, moved.Address, moved.Body));

        var (_, ended) = await CallAsync("{}", async shop => { await shop.DeleteWebhookAsync(9, default); return true; });
        Assert.Equal(("DELETE", "/admin/api/2026-10/webhooks/9.json"), (ended.Method, ended.Address));
    }

    [Fact]
    public async Task A_product_is_read_by_its_id()
    {
        var (product, arrived) = await CallAsync("""{"product":{"id":3,"variants":[{"id":31,"price":"24.50"}]}}""", shop => shop.ProductAsync(3, default));
        Assert.Equal((24.50m, "/admin/api/2026-10/products/3.json"), (product!.Variants[0].Price, arrived.Address));
    }

    static async Task<(T Answer, string Address)> AddressAsync<T>(string body, Func<ShopifyClient, Task<T>> call)
    {
        var (answer, arrived) = await CallAsync(body, call);
        return (answer, arrived.Address);
    }

    static Task<(bool Answer, Arrived Arrived)> CallAsync(string body, Func<ShopifyClient, Task> call) =>
        CallAsync(body, async shop => { await call(shop); return true; });

    static async Task<(T Answer, Arrived Arrived)> CallAsync<T>(string body, Func<ShopifyClient, Task<T>> call)
    {
        await using var shop = await StandIn.AnsweringAsync((200, body, []));
        await using var services = shop.Clients(new JumpingTime(), Settings);
        return (await call(services.GetRequiredService<ShopifyClient>()), Assert.Single(shop.Arrived));
    }

    static (string, string)[] Settings => [("Shopify:BaseUrl", "{url}"), ("Shopify:AccessToken", "t"), ("Shopify:WebhookSecret", "s")];
}
