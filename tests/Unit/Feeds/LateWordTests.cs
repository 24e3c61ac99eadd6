using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MyCavoodle.Clients.Shopify;
using MyCavoodle.Feeds;
using MyCavoodle.Hub;

namespace MyCavoodle.Tests.Unit.Feeds;

/// <summary>What the shop tells late, in the wrong order, or of somebody who is gone.</summary>
public sealed class LateWordTests : IDisposable
{
    const string Wish = """{"shop_id":1,"shop_domain":"x","customer":{"id":7,"email":"pat@example.com"},"orders_to_redact":[1]}""";

    readonly ShiftedTime time = new();
    readonly TemporaryHub hubs;
    readonly FactWriter facts;
    readonly ShopifyFeed feed;

    public LateWordTests()
    {
        hubs = new(mirror: time);
        facts = new(hubs);
        feed = new(new(facts, time), new(facts, time), null!, Options.Create(new ShopifyOptions()));
    }

    public void Dispose()
    {
        facts.Dispose();
        hubs.Dispose();
    }

    [Fact]
    public async Task An_order_that_comes_after_its_customer_was_forgotten_names_them_no_more()
    {
        await TellAsync("orders/create", Order(0));
        await TellAsync("customers/redact", Wish);
        await TellAsync("orders/updated", Order(1));
        await TellAsync("orders/updated", Order(2, customer: "null"));

        var order = await OneAsync(hub => hub.Orders);
        Assert.Equal((null, null, null), (order.Email, order.TrackingNumber, order.TrackingUrl));
        Assert.Null((await OneAsync(hub => hub.Customers)).Email);
    }

    [Fact]
    public async Task An_order_that_was_redacted_is_redacted_in_the_mirror_too()
    {
        await TellAsync("orders/create", Order(0));
        await hubs.CreateDbContext().MirrorChanges.ExecuteDeleteAsync();
        await GivenAsync(new MirrorRow { Table = MirrorTable.Orders, RowId = (await OneAsync(hub => hub.Orders)).Id, RecordId = "rec1" });
        await TellAsync("customers/redact", Wish);

        await using var hub = hubs.CreateDbContext();
        Assert.Equal([MirrorTable.Customers, MirrorTable.Orders], (await hub.MirrorChanges.ToListAsync()).Select(c => c.Table).Order());
    }

    [Fact]
    public async Task A_customer_who_was_forgotten_before_they_were_known_stays_so()
    {
        await TellAsync("customers/redact", Wish);
        await TellAsync("customers/update", Customer(7, "pat@example.com", 1));
        await TellAsync("orders/create", Order(0));

        Assert.Equal((null, null), ((await OneAsync(hub => hub.Customers)).Email, (await OneAsync(hub => hub.Orders)).Email));
    }

    [Fact]
    public async Task When_the_whole_shop_is_forgotten_so_is_every_order()
    {
        await TellAsync("orders/create", Order(0));
        await TellAsync("orders/create", Order(0, customer: "null").Replace("\"id\":1,", "\"id\":2,", StringComparison.Ordinal));
        await TellAsync("shop/redact", """{"shop_id":1,"shop_domain":"x"}""");

        await using var hub = hubs.CreateDbContext();
        Assert.All(await hub.Orders.ToListAsync(), o => Assert.Equal((null, null), (o.Email, o.TrackingNumber)));
    }

    [Fact]
    public async Task Who_shared_an_email_with_a_forgotten_customer_has_it_alone()
    {
        await TellAsync("customers/create", Customer(7, "pat@example.com", 0));
        await TellAsync("customers/create", Customer(8, "Pat@example.com", 0));
        await TellAsync("customers/redact", Wish);

        await using var hub = hubs.CreateDbContext();
        Assert.Equal("pat@example.com", (await hub.Customers.SingleAsync(c => c.ShopifyId == 8)).Email);
        Assert.NotNull((await hub.Discrepancies.SingleAsync()).HealedAt);
    }

    [Theory]
    [InlineData(7), InlineData(8)]
    public async Task Of_two_accounts_that_were_merged_the_one_that_is_left_has_the_email(long gone)
    {
        await TellAsync("customers/create", Customer(7, "pat@example.com", 0));
        await TellAsync("customers/create", Customer(8, "Pat@example.com", 0));
        await TellAsync("customers/delete", $$"""{"id":{{gone}},"phone":null}""");
        await TellAsync("customers/update", Customer(gone, "pat@example.com", 1));

        await using var hub = hubs.CreateDbContext();
        Assert.Equal("pat@example.com", (await hub.Customers.SingleAsync(c => c.ShopifyId == 15 - gone)).Email);
        Assert.Null((await hub.Customers.SingleAsync(c => c.ShopifyId == gone)).WrittenFrom);
        Assert.NotNull((await hub.Discrepancies.SingleAsync()).HealedAt);
    }

    [Theory, MemberData(nameof(TemporaryHub.Stores), MemberType = typeof(TemporaryHub))]
    public async Task Two_customers_may_swap_their_addresses(StoreProvider store)
    {
        using var other = new TemporaryHub(store);
        using var writer = new FactWriter(other);
        var intake = new ShopIntake(writer, time);
        await intake.TakeCustomersAsync([Read(7, "amy@example.com", 0), Read(8, "ben@example.com", 0), Read(9, "eve@example.com", 0)], default);
        await intake.TakeCustomersAsync([Read(7, "ben@example.com", 1), Read(8, "eve@example.com", 1), Read(9, "amy@example.com", 1)], default);

        await using var hub = other.CreateDbContext();
        Assert.Equal(["ben@example.com", "eve@example.com", "amy@example.com"], await hub.Customers.OrderBy(c => c.ShopifyId).Select(c => c.Email).ToListAsync());
        Assert.False(await hub.Discrepancies.AnyAsync(d => d.HealedAt == null));

        static ShopifyCustomer Read(long id, string email, int minute) => ShopifyJson.Customer(Customer(id, email, minute));
    }

    [Fact]
    public async Task A_question_is_linked_to_its_customer_whether_account_or_order_is_told_first()
    {
        var talk = new Conversation { ContactId = 0, Contact = new() { Channel = ChannelNames.Email, Address = "pat@example.com", FirstSeenAt = default }, StartedAt = default };
        await GivenAsync(new Inquiry { ConversationId = 0, Conversation = talk, Platform = Platform.Gmail, Message = "Is it gentle?", CustomerEmail = "pat@example.com", CreatedAt = default });
        await TellAsync("customers/create", Customer(7, "Pat@example.com", 0));

        Assert.Equal((await OneAsync(hub => hub.Customers)).Id, (await OneAsync(hub => hub.Inquiries)).CustomerId);
    }

    [Fact]
    public async Task A_product_that_was_deleted_is_not_brought_back_by_a_late_word()
    {
        await TellAsync("products/create", Product(0, 41));
        await TellAsync("products/delete", """{"id":4}""");
        await TellAsync("products/update", Product(1, 41, 42));

        Assert.False(await hubs.CreateDbContext().Products.AnyAsync(p => p.Active));
    }

    [Fact]
    public async Task A_size_that_was_taken_off_is_not_brought_back_by_a_late_word()
    {
        await TellAsync("products/create", Product(0, 41, 42));
        await TellAsync("products/update", Product(2, 41));
        await TellAsync("products/update", Product(1, 41, 42, 43));

        Assert.Equal(41, (await OneAsync(hub => hub.Products.Where(p => p.Active))).ShopifyVariantId);
    }

    [Fact]
    public async Task A_doubled_SKU_heals_when_one_of_the_products_is_deleted()
    {
        await TellAsync("products/create", Product(0, 41));
        await TellAsync("products/create", Product(0, 51).Replace("\"id\":4,", "\"id\":5,", StringComparison.Ordinal));
        Assert.Null((await OneAsync(hub => hub.Discrepancies)).HealedAt);
        await TellAsync("products/delete", """{"id":5}""");
        Assert.NotNull((await OneAsync(hub => hub.Discrepancies)).HealedAt);
    }

    [Fact]
    public async Task A_cost_the_shop_learns_late_fills_what_was_sold_without_one()
    {
        await TellAsync("products/create", Product(0, 41));
        await TellAsync("orders/create", Order(0));
        await new ShopIntake(facts, time).TakeProductsAsync([ShopifyJson.Product(Product(1, 41)) with
        {
            Variants = [new() { Id = 41, Title = "Default Title", InventoryItemId = 410, InventoryItem = new() { Cost = 6.50m } }],
        }], default);

        Assert.Equal((6.50m, 13m), ((await OneAsync(hub => hub.OrderLines)).UnitCost, (await OneAsync(hub => hub.Orders)).ProductCost));
    }

    static string Order(int minute, string customer = """{"id":7,"email":"pat@example.com"}""") => $$"""
        {"id":1,"name":"#1042","email":"pat@example.com","created_at":"2026-11-20T00:00:00Z","updated_at":"2026-11-20T00:0{{minute}}:00Z","financial_status":"paid","fulfillment_status":"fulfilled",
         "total_price":"39.90","customer":{{customer}},"line_items":[{"id":11,"variant_id":41,"title":"Shampoo","quantity":2,"price":"19.95"}],
         "fulfillments":[{"id":9,"status":"success","tracking_number":"SEN1","tracking_url":"https://post.example/SEN1","created_at":"2026-11-20T00:00:00Z"}]}
        """;

    static string Customer(long id, string email, int minute) => $$"""
        {"id":{{id}},"email":"{{email}}","first_name":"Pat","created_at":"2026-01-01T00:00:00Z","updated_at":"2026-11-20T00:0{{minute}}:00Z"}
        """;

    static string Product(int minute, params long[] variants) => $$"""
        {"id":4,"title":"Shampoo","status":"active","updated_at":"2026-11-20T00:0{{minute}}:00Z","variants":[{{string.Join(",", variants.Select(v =>
            $$"""{"id":{{v}},"title":"Default Title","sku":"SH-1","price":"19.95","inventory_item_id":{{v * 10}},"inventory_quantity":9}"""))}}]}
        """;

    Task TellAsync(string topic, string body) =>
        feed.AbsorbAsync(Delivery.From("shopify", new(Guid.NewGuid().ToString(), topic, Encoding.UTF8.GetBytes(body)), DateTimeOffset.UnixEpoch), default);

    async Task GivenAsync(object row)
    {
        await using var hub = hubs.CreateDbContext();
        hub.Add(row);
        await hub.SaveChangesAsync();
    }

    async Task<T> OneAsync<T>(Func<HubContext, IQueryable<T>> read) where T : class
    {
        await using var hub = hubs.CreateDbContext();
        return await read(hub).SingleAsync();
    }
}
