using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MyCavoodle.Hub;

namespace MyCavoodle.Tests.Unit.Feeds;

/// <summary>Orders, customers and products as no manual shows them.</summary>
public sealed class ShopTroubleTests : ToldShop
{
    [Fact]
    public async Task An_order_without_a_customer_counts_in_the_figures_and_for_nobody()
    {
        await TellAsync("orders/create", Order(total: 39.90m));
        Assert.Null((await OneAsync(hub => hub.Orders)).CustomerId);
        Assert.Equal((39.90m, 1, 0), await DayAsync(d => (d.Sales, d.Orders, d.NewCustomers)));
    }

    [Fact]
    public async Task A_line_of_a_deleted_product_keeps_what_was_sold_and_has_no_cost_that_is_known()
    {
        await TellAsync("orders/create", Order(total: 19.95m, lines: """{"id":11,"variant_id":null,"product_id":null,"sku":null,"title":"Old Brush","quantity":1,"price":"19.95"}"""));
        var line = await OneAsync(hub => hub.OrderLines);
        Assert.Equal(("Old Brush", 1, (decimal?)null), (line.Title, line.Quantity, line.UnitCost));
    }

    [Fact]
    public async Task An_order_of_200_lines_is_added_up_whole()
    {
        await TellAsync("products/create", Product(41, "SH-1", 0));
        await CostAsync(1.05m);
        var lines = string.Join(",", Enumerable.Range(1, 200).Select(i => $$"""{"id":{{i}},"variant_id":41,"sku":"SH-1","title":"Shampoo","quantity":2,"price":"3.00","fulfillable_quantity":1}"""));
        await TellAsync("orders/create", Order(total: 1200m, lines: lines));

        Assert.Equal(420m, (await OneAsync(hub => hub.Orders)).ProductCost);
        Assert.Equal(200, (await OneAsync(hub => hub.Products)).Committed);
        Assert.Equal((400, 420m), await DayAsync(d => (d.ItemsSold, d.ProductCost)));
    }

    [Fact]
    public async Task An_order_paid_in_another_currency_counts_in_the_shops_own()
    {
        await TellAsync("orders/create", Order(total: 60m, more: """
            ,"currency":"AUD","presentment_currency":"USD","total_price_set":{"shop_money":{"amount":"60.00","currency_code":"AUD"},"presentment_money":{"amount":"39.12","currency_code":"USD"}}
            """));
        Assert.Equal(60m, (await OneAsync(hub => hub.Orders)).Total);
    }

    [Fact]
    public async Task An_order_that_is_edited_after_a_refund_keeps_both()
    {
        await TellAsync("orders/create", Order(total: 39.90m, lines: Line(11, 2)));
        await TellAsync("orders/updated", Order(total: 39.90m, lines: Line(11, 2), minute: 1, more: Refund(19.95m)));
        await TellAsync("orders/updated", Order(total: 59.85m, lines: $"{Line(11, 2)},{Line(12, 1)}", minute: 2, more: Refund(19.95m)));

        var order = await OneAsync(hub => hub.Orders.Include(o => o.Lines));
        Assert.Equal((59.85m, 19.95m, 39.90m, 2), (order.Total, order.Refunded, order.TotalRevenue, order.Lines.Count));
        Assert.Equal((59.85m, 19.95m, 3), await DayAsync(d => (d.Sales, d.Refunds, d.ItemsSold)));
    }

    [Fact]
    public async Task A_refund_with_a_negative_adjustment_counts_the_money_that_went_back()
    {
        await TellAsync("orders/create", Order(total: 39.90m));
        await TellAsync("refunds/create", """
            {"id":5,"order_id":1,"created_at":"2026-11-20T00:00:00Z","refund_line_items":[],"order_adjustments":[{"id":1,"kind":"refund_discrepancy","amount":"-7.45"}],
             "transactions":[{"id":1,"kind":"refund","status":"success","amount":"7.45"}]}
            """);
        Assert.Equal(32.45m, (await OneAsync(hub => hub.Orders)).TotalRevenue);
    }

    [Fact]
    public async Task A_cancelled_order_commits_no_stock_and_commits_it_again_when_it_is_reopened()
    {
        await TellAsync("products/create", Product(41, "SH-1", 0));
        await TellAsync("orders/create", Order(total: 39.90m, lines: Line(11, 2)));
        Assert.Equal(2, (await OneAsync(hub => hub.Products)).Committed);

        await TellAsync("orders/cancelled", Order(total: 39.90m, lines: Line(11, 2), minute: 1, more: ",\"cancelled_at\":\"2026-11-20T00:01:00Z\""));
        Assert.Equal((OrderStatus.Cancelled, 0), ((await OneAsync(hub => hub.Orders)).Status, (await OneAsync(hub => hub.Products)).Committed));

        await TellAsync("orders/updated", Order(total: 39.90m, lines: Line(11, 2), minute: 2));
        Assert.Equal((OrderStatus.Processing, 2), ((await OneAsync(hub => hub.Orders)).Status, (await OneAsync(hub => hub.Products)).Committed));
    }

    [Theory]
    [InlineData(8, 7), InlineData(7, 8)]
    public async Task Of_two_customers_with_one_email_the_older_account_has_it_whoever_came_first(long first, long second)
    {
        await TellAsync("customers/create", Customer(first, "Pat@Example.com"));
        await TellAsync("customers/create", Customer(second, "pat@example.com "));

        Assert.Equal([(7, "pat@example.com", null), (8, null, "pat@example.com")], await EmailsAsync());
        Assert.Null((await OneAsync(hub => hub.Discrepancies)).HealedAt);

        await TellAsync("customers/update", Customer(7, "patricia@example.com", minute: 1));
        Assert.Equal([(7, "patricia@example.com", null), (8, "pat@example.com", null)], await EmailsAsync());
        Assert.NotNull((await OneAsync(hub => hub.Discrepancies)).HealedAt);
    }

    [Fact]
    public async Task A_SKU_may_change_be_missing_or_be_given_twice_and_every_product_stays_itself()
    {
        await TellAsync("products/create", Product(41, "SH-1", 0));
        await TellAsync("products/create", Product(42, "SH-1", 0));
        await TellAsync("products/create", Product(43, "", 0));
        var doubled = await OneAsync(hub => hub.Discrepancies);
        Assert.Contains("SH-1", doubled.Message, StringComparison.Ordinal);

        await TellAsync("products/update", Product(42, "SH-2", 1));

        await using var hub = Hub();
        Assert.Equal(["SH-1", "SH-2", null], await hub.Products.OrderBy(p => p.ShopifyVariantId).Select(p => p.Sku).ToListAsync());
        Assert.NotNull((await hub.Discrepancies.SingleAsync()).HealedAt);
    }

    [Fact]
    public async Task A_customer_who_wants_to_be_forgotten_is_and_later_orders_do_not_bring_them_back()
    {
        await TellAsync("customers/create", Customer(7, "pat@example.com"));
        await TellAsync("orders/create", Order(total: 39.90m, customer: """{"id":7}"""));
        await using (var hub = Hub())
        {
            var contact = new Contact { Channel = ChannelNames.Email, Address = "pat@example.com", Name = "Pat", FirstSeenAt = default };
            var talk = new Conversation { ContactId = 0, Contact = contact, StartedAt = default, Subject = "Pat's order" };
            talk.Messages.Add(new() { ConversationId = 0, Author = Author.Contact, Text = "I am Pat", At = default, Key = "m-1" });
            hub.Add(talk);
            await hub.SaveChangesAsync();
        }
        const string Wish = """{"shop_id":1,"shop_domain":"x","customer":{"id":7,"email":"pat@example.com"},"orders_to_redact":[1]}""";
        await TellAsync("customers/redact", Wish);
        await TellAsync("customers/redact", Wish);
        await TellAsync("customers/update", Customer(7, "pat@example.com", minute: 9));

        await using var read = Hub();
        var customer = await read.Customers.SingleAsync();
        Assert.Equal((null, null, null), (customer.Email, customer.SharedEmail, customer.FirstName));
        Assert.Equal(39.90m, customer.TotalRevenue);
        Assert.DoesNotContain("Pat", (await read.Messages.SingleAsync()).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("pat", (await read.Contacts.SingleAsync()).Address, StringComparison.Ordinal);
        Assert.Null((await read.Orders.SingleAsync()).Email);
        Assert.All(await read.PrivacyRequests.ToListAsync(), r => Assert.NotNull(r.DoneAt));
    }

    [Fact]
    public async Task A_question_asked_before_the_first_order_is_linked_to_its_customer()
    {
        await using (var hub = Hub())
        {
            var contact = new Contact { Channel = ChannelNames.Email, Address = "pat@example.com", FirstSeenAt = default };
            var talk = new Conversation { ContactId = 0, Contact = contact, StartedAt = default };
            hub.Add(new Inquiry { ConversationId = 0, Conversation = talk, Platform = Platform.Gmail, Message = "Is it gentle?", CustomerEmail = "pat@example.com", CreatedAt = default });
            await hub.SaveChangesAsync();
        }
        await TellAsync("orders/create", Order(total: 39.90m, customer: """{"id":7,"email":"Pat@example.com"}"""));
        Assert.Equal((await OneAsync(hub => hub.Customers)).Id, (await OneAsync(hub => hub.Inquiries)).CustomerId);
    }

    static string Order(decimal total, string customer = "null", string lines = "", int minute = 0, string more = "") => $$"""
        {"id":1,"name":"#1042","created_at":"2026-11-20T00:00:00Z","updated_at":"2026-11-20T00:0{{minute}}:00Z","financial_status":"paid",
         "total_price":"{{total.ToString(CultureInfo.InvariantCulture)}}","customer":{{customer}},"line_items":[{{lines}}]{{more}}}
        """;

    static string Line(long id, int quantity) =>
        $$"""{"id":{{id}},"variant_id":41,"sku":"SH-1","title":"Shampoo","quantity":{{quantity}},"price":"19.95","fulfillable_quantity":{{quantity}}}""";

    static string Refund(decimal amount) => $$"""
        ,"refunds":[{"id":5,"order_id":1,"created_at":"2026-11-20T00:01:00Z","transactions":[{"id":1,"kind":"refund","status":"success","amount":"{{amount.ToString(CultureInfo.InvariantCulture)}}"}]}]
        """;

    static string Customer(long id, string email, int minute = 0) => $$"""
        {"id":{{id}},"email":"{{email}}","first_name":"Pat","created_at":"2026-01-01T00:00:00Z","updated_at":"2026-11-20T00:0{{minute}}:00Z"}
        """;

    static string Product(long variant, string sku, int minute) => $$"""
        {"id":{{variant * 10}},"title":"Shampoo {{variant}}","status":"active","updated_at":"2026-11-20T00:0{{minute}}:00Z",
         "variants":[{"id":{{variant}},"title":"Default Title","sku":"{{sku}}","price":"19.95","inventory_item_id":{{variant * 100}},"inventory_quantity":9}]}
        """;

    Task CostAsync(decimal cost) => Facts.WriteAsync(async hub => (await hub.Products.SingleAsync()).CostPrice = cost, default);

    async Task<List<(long, string?, string?)>> EmailsAsync()
    {
        await using var hub = Hub();
        return [.. (await hub.Customers.OrderBy(c => c.ShopifyId).ToListAsync()).Select(c => (c.ShopifyId, c.Email, c.SharedEmail))];
    }

    async Task<T> OneAsync<T>(Func<HubContext, IQueryable<T>> read) where T : class
    {
        await using var hub = Hub();
        return await read(hub).SingleAsync();
    }

    async Task<T> DayAsync<T>(Func<DailyFigures, T> read) => read(await OneAsync(hub => hub.DailyFigures));
}
