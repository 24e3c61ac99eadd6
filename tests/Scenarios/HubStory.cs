using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using MyCavoodle.Hub;

namespace MyCavoodle.Tests.Scenarios;

/// <summary>An order comes in whole, and what the team enters in its base comes back.</summary>
[Collection(ShopCollection.Name)]
public sealed class HubStory(ShopInABox shop)
{
    const string Base = "/sandbox/api/airtable/bases/MyCavoodle/tables";
    static readonly TimeSpan AMinute = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task A_new_order_is_in_the_hub_with_customer_costs_and_committed_stock()
    {
        await using var before = shop.Hub();
        var product = await before.Products.FirstAsync(p => p.Sku == "SH-OAT-250");
        var placed = await shop.PostAsync("/sandbox/api/shop/orders", new { email = "hub.story@example.com", firstName = "Kim", items = new[] { new { sku = "SH-OAT-250", quantity = 2 } } });
        var number = placed["name"]!.GetValue<string>();

        var order = await Eventually.NotNullAsync(async () =>
        {
            await using var hub = shop.Hub();
            return await hub.Orders.Include(o => o.Customer).Include(o => o.Lines).SingleOrDefaultAsync(o => o.Number == number && o.Payment == PaymentStatus.Paid);
        }, "the order is in the hub", TimeSpan.FromSeconds(30));

        var line = Assert.Single(order.Lines);
        Assert.Equal(("hub.story@example.com", 2, product.CostPrice), (order.Customer!.Email, line.Quantity, line.UnitCost));
        Assert.Equal(2 * product.CostPrice, order.ProductCost);
        Assert.Equal((1, order.TotalRevenue), (order.Customer.TotalOrders, order.Customer.TotalRevenue));
        await using var after = shop.Hub();
        Assert.True((await after.Products.SingleAsync(p => p.Id == product.Id)).Committed >= 2);
    }

    [Fact]
    public async Task A_cost_entered_in_the_base_is_the_teams_and_a_bad_one_is_refused_in_words()
    {
        var row = await Eventually.NotNullAsync(() => RowAsync("Products", "SKU", "AC-SLI"), "the product shows in the base", AMinute);
        var record = $"{Base}/Products/records/{row["id"]}";

        await EnterAsync(record, "Cost Price", "7.77");
        await Eventually.TrueAsync(() => ProductAsync(p => p is { CostPrice: 7.77m, CostSetByTeam: true }), "the hub has taken it over", AMinute);

        await EnterAsync(record, "Cost Price", "-3");
        await Eventually.TrueAsync(async () => (await RowAsync("Products", "SKU", "AC-SLI"))?["fields"]?["Sync Note"]?.ToString().Contains("Cost Price", StringComparison.Ordinal) == true,
            "the base says why it was refused", AMinute);
        Assert.True(await ProductAsync(p => p.CostPrice == 7.77m));

        await EnterAsync(record, "Retail Price", "1.00");
        await Eventually.TrueAsync(async () => await ProductAsync(p => true) && (await RowAsync("Products", "SKU", "AC-SLI"))?["fields"]?["Retail Price"]?.ToString() is { } price && price is not ("1" or "1.00"),
            "what is the shop's is put back", AMinute);
    }

    async Task<bool> ProductAsync(Func<Product, bool> isSo)
    {
        await using var hub = shop.Hub();
        return isSo(await hub.Products.SingleAsync(p => p.Sku == "AC-SLI"));
    }

    async Task EnterAsync(string record, string field, string value)
    {
        using var reply = await shop.Http.PutAsJsonAsync(record, new { fields = new Dictionary<string, string> { [field] = value } });
        reply.EnsureSuccessStatusCode();
    }

    async Task<JsonObject?> RowAsync(string table, string field, string value)
    {
        using var reply = await shop.Http.GetAsync($"{Base}/{table}/records?limit=100");
        if (!reply.IsSuccessStatusCode) return null;
        var rows = (await reply.Content.ReadFromJsonAsync<JsonObject>())!["records"]!.AsArray();
        return rows.Select(r => r!.AsObject()).FirstOrDefault(r => r["fields"]?[field]?.ToString() == value);
    }
}
