using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using MyCavoodle.Feeds.Airtable;
using MyCavoodle.Hub;
using Xunit;
using static MyCavoodle.Tests.Unit.Feeds.MirrorBench;

namespace MyCavoodle.Tests.Unit.Feeds;

/// <summary>What the hub knows shows in the base.</summary>
public sealed class AirtableMirrorTests
{
    [Theory, MemberData(nameof(TemporaryHub.Stores), MemberType = typeof(TemporaryHub))]
    public async Task A_shop_shows_in_the_base_with_its_links_and_formulas(StoreProvider store)
    {
        await using var bench = await OpenAsync(store);
        var (amy, shampoo) = (Amy(), Shampoo());
        shampoo.Supplier = new() { Name = "Dog & Co", LeadTimeDays = 14 };
        await bench.GivenAsync(amy, shampoo, Order(amy));

        await bench.PushAsync();

        var (customer, order, line, product, supplier) = (await bench.RecordAsync("Customers"), await bench.RecordAsync("Orders"), await bench.RecordAsync("Order Line Items"), await bench.RecordAsync("Products"), await bench.RecordAsync("Suppliers"));
        Assert.Equal(("7", "44", "44", "Standard", "At Risk"), (Text(customer, "Customer ID"), Text(customer, "Total Revenue"), Text(customer, "AOV"), Text(customer, "VIP Status"),
            Sydney.DateOf(bench.Time.GetUtcNow()).DayNumber - Sydney.DateOf(LongAgo.AddDays(10)).DayNumber is > 90 and <= 180 ? "At Risk" : Text(customer, "Lifecycle Stage")));
        Assert.Equal($"{(await bench.ReadAsync(hub => hub.Customers.SingleAsync())).DaysSinceLastOrder(Sydney.DateOf(bench.Time.GetUtcNow()))}", Text(customer, "Days Since Last Order"));
        Assert.Equal((customer.Id, order.Id, supplier.Id), (order.Fields["Customer"]![0]!.ToString(), line.Fields["Order"]![0]!.ToString(), product.Fields["Primary Supplier"]![0]!.ToString()));
        Assert.Equal(("#1001", "Shipped", "Paid", "1"), (Text(order, "Order Number"), Text(order, "Order Status"), Text(order, "Payment Status"), Text(order, "Profit Margin %")));
        Assert.Equal(("0.675", "In Stock", "14"), (Text(product, "Gross Margin %"), Text(product, "Stock Status"), Text(product, "Available Stock")));
        Assert.Contains(await bench.RecordsAsync("Financial Metrics"), d => Text(d, "Revenue") == "44");
        Assert.Empty(await bench.ReadAsync(hub => hub.MirrorChanges.ToListAsync()));
        Assert.Empty(await bench.ToldAsync());
    }

    [Fact]
    public async Task Days_and_stages_in_the_base_are_those_of_the_hub()
    {
        await using var bench = await OpenAsync();
        var today = Sydney.DateOf(bench.Time.GetUtcNow());
        List<Customer> customers = [];
        foreach (var (days, i) in new[] { 0, 1, 89, 90, 91, 180, 181 }.Select((d, i) => (d, i)))
        {
            var customer = Amy(i + 1);
            customers.Add(customer);
            // Late in the evening and early in the morning: the Sydney day counts.
            var order = Order(customer, i + 1);
            order.PlacedAt = Sydney.At(today.AddDays(-days), days % 2 == 0 ? new(0, 10) : new(23, 50));
            await bench.GivenAsync(customer, order);
        }
        await bench.GivenAsync(Amy(99));
        await bench.PushAsync();

        var shown = (await bench.RecordsAsync("Customers")).ToDictionary(r => Text(r, "Customer ID")!);
        foreach (var customer in await bench.ReadAsync(hub => hub.Customers.ToListAsync()))
        {
            var record = shown[$"{customer.ShopifyId}"];
            Assert.Equal(customer.DaysSinceLastOrder(today)?.ToString(System.Globalization.CultureInfo.InvariantCulture), Text(record, "Days Since Last Order"));
            Assert.Equal(customer.LifecycleOn(today) == LifecycleStage.AtRisk ? "At Risk" : $"{customer.LifecycleOn(today)}", Text(record, "Lifecycle Stage"));
        }
        var orders = (await bench.RecordsAsync("Orders")).ToDictionary(r => Text(r, "Order ID")!);
        foreach (var order in await bench.ReadAsync(hub => hub.Orders.ToListAsync()))
            Assert.Equal($"{order.DaysSince(today)}", Text(orders[$"{order.ShopifyId}"], "Days Since Order"));
    }

    [Fact]
    public async Task An_inquiry_shows_how_long_it_has_been_open()
    {
        await using var bench = await OpenAsync();
        var now = bench.Time.GetUtcNow();
        var conversation = new Conversation { ContactId = 1, Contact = new() { Channel = ChannelNames.Instagram, Address = "amy", FirstSeenAt = now }, StartedAt = now };
        var (open, settled) = (Inquiry(conversation, now.AddDays(-3)), Inquiry(conversation, now.AddDays(-5)));
        settled.Resolve(now.AddDays(-1));
        await bench.GivenAsync(open, settled);
        await bench.PushAsync();

        var shown = (await bench.RecordsAsync("Customer Inquiries")).ToDictionary(r => Text(r, "Inquiry ID")!);
        var today = Sydney.DateOf(now);
        Assert.Equal($"{open.DaysOpen(today)}", Text(shown[$"{open.Id}"], "Days Open"));
        Assert.Equal($"{settled.DaysOpen(today)}", Text(shown[$"{settled.Id}"], "Days Open"));
        Assert.Equal(("Breached", "AI Bot", "Instagram"), (Text(shown[$"{open.Id}"], "SLA Status"), Text(shown[$"{open.Id}"], "Assigned To"), Text(shown[$"{open.Id}"], "Platform")));
    }

    [Fact]
    public async Task A_change_and_a_deletion_reach_the_base_and_what_is_the_same_is_not_sent()
    {
        await using var bench = await OpenAsync();
        var order = Order();
        await bench.GivenAsync(order);
        await bench.PushAsync();
        var sent = await bench.ReadAsync(hub => hub.MirrorRows.Where(r => r.Table == MirrorTable.Orders).Select(r => r.SentAt).SingleAsync());

        await bench.ChangeAsync(hub => hub.MirrorAllAsync(MirrorTable.Orders, bench.Time.GetUtcNow(), default));
        await bench.PushAsync();
        Assert.Equal(sent, await bench.ReadAsync(hub => hub.MirrorRows.Where(r => r.Table == MirrorTable.Orders).Select(r => r.SentAt).SingleAsync()));

        await bench.ChangeAsync(async hub =>
        {
            var kept = await hub.Orders.Include(o => o.Lines).Include(o => o.Refunds).SingleAsync();
            kept.Status = OrderStatus.Delivered;
            kept.Lines.Clear();
        });
        await bench.PushAsync();

        Assert.Equal("Delivered", Text(await bench.RecordAsync("Orders"), "Order Status"));
        Assert.Empty(await bench.RecordsAsync("Order Line Items"));
    }

    [Fact]
    public async Task A_change_that_comes_while_its_row_is_on_its_way_is_sent_after_it()
    {
        await using var bench = await OpenAsync();
        await bench.GivenAsync(Amy());
        await bench.PushAsync();
        await bench.ChangeAsync(async hub => (await hub.Customers.SingleAsync()).FirstName = "Amelia");
        await bench.FaultAsync(new { provider = "airtable", kind = "slow", delayMs = 700, times = 1, path = "tbl" });
        var push = bench.PushAsync();
        await Task.Delay(300);
        await bench.ChangeAsync(async hub => (await hub.Customers.SingleAsync()).FirstName = "Amy-Lou");
        await push;
        await bench.PushAsync();

        Assert.Equal("Amy-Lou", Text(await bench.RecordAsync("Customers"), "First Name"));
        Assert.Empty(await bench.ReadAsync(hub => hub.MirrorChanges.ToListAsync()));
    }

    [Theory, MemberData(nameof(TemporaryHub.Stores), MemberType = typeof(TemporaryHub))]
    public async Task A_crash_between_writing_and_noting_it_down_loses_and_doubles_nothing(StoreProvider store)
    {
        await using var bench = await OpenAsync(store);
        for (var i = 1; i <= 25; i++) await bench.GivenAsync(Amy(i));
        await bench.PushAsync();
        // As if nothing of it had been written down.
        await bench.ChangeAsync(async hub =>
        {
            await hub.MirrorRows.ExecuteDeleteAsync();
            await hub.MirrorAllAsync(MirrorTable.Customers, bench.Time.GetUtcNow(), default);
        });
        await bench.PushAsync();

        Assert.Equal(25, (await bench.RecordsAsync("Customers")).DistinctBy(r => Text(r, "Customer ID")).Count());
        Assert.Equal(25, (await bench.RecordsAsync("Customers")).Count);
        Assert.Equal(25, await bench.ReadAsync(hub => hub.MirrorRows.CountAsync()));
    }

    [Fact]
    public async Task An_answer_that_got_lost_doubles_nothing()
    {
        await using var bench = await OpenAsync();
        for (var i = 1; i <= 5; i++) await bench.GivenAsync(Amy(i));
        await bench.FaultAsync(new { provider = "airtable", kind = "accept-then-hang", delayMs = 50, times = 1, path = "tbl" });
        await bench.PushAsync();

        Assert.Equal(5, (await bench.RecordsAsync("Customers")).Count);
        Assert.Empty(await bench.ReadAsync(hub => hub.MirrorChanges.ToListAsync()));
    }

    [Fact]
    public async Task After_a_429_all_the_same_the_pause_is_kept_and_nothing_is_lost()
    {
        await using var bench = await OpenAsync();
        for (var i = 1; i <= 30; i++) await bench.GivenAsync(Amy(i));
        await bench.FaultAsync(new { provider = "airtable", kind = "status", status = 429, times = 1, path = "tbl" });
        var watch = System.Diagnostics.Stopwatch.StartNew();
        await bench.PushAsync();

        Assert.True(watch.Elapsed > TimeSpan.FromSeconds(0.9), $"{watch.Elapsed}");
        Assert.Equal(30, (await bench.RecordsAsync("Customers")).Count);
    }

    [Theory, MemberData(nameof(TemporaryHub.Stores), MemberType = typeof(TemporaryHub))]
    public async Task A_row_that_is_refused_is_put_off_and_told_and_the_others_go_on(StoreProvider store)
    {
        await using var bench = await OpenAsync(store);
        for (var i = 1; i <= 12; i++) await bench.GivenAsync(Amy(i));
        await bench.PushAsync();
        // Two records of one key: Airtable refuses to choose.
        await bench.HandAsync("POST", "Customers/records", new JsonObject { ["fields"] = new JsonObject { ["Customer ID"] = "20" } });
        await bench.HandAsync("POST", "Customers/records", new JsonObject { ["fields"] = new JsonObject { ["Customer ID"] = "20" } });
        for (var i = 13; i <= 24; i++) await bench.GivenAsync(Amy(i));
        await bench.PushAsync();

        var left = Assert.Single(await bench.ReadAsync(hub => hub.MirrorChanges.ToListAsync()));
        Assert.True(left.DueAt > bench.Time.GetUtcNow() && left.Attempts == 1 && left.Reason is not null);
        Assert.Contains("Customers", Assert.Single(await bench.ToldAsync()).Message, StringComparison.Ordinal);
        Assert.Equal(23 + 2, (await bench.RecordsAsync("Customers")).Count);

        var doubled = (await bench.RecordsAsync("Customers")).Where(r => Text(r, "Customer ID") == "20").ToList();
        await bench.HandAsync("DELETE", $"Customers/records/{doubled[0].Id}");
        await bench.LaterAsync(TimeSpan.FromMinutes(3));
        Assert.Empty(await bench.ToldAsync());
        Assert.Equal(24, (await bench.RecordsAsync("Customers")).Count);
        Assert.Empty(await bench.ReadAsync(hub => hub.MirrorChanges.ToListAsync()));
    }

    [Fact]
    public async Task A_record_somebody_deleted_is_written_again_when_its_row_changes()
    {
        await using var bench = await OpenAsync();
        await bench.GivenAsync(Amy(1), Amy(2));
        await bench.PushAsync();
        var record = (await bench.RecordsAsync("Customers")).Single(r => Text(r, "Customer ID") == "2");
        await bench.HandAsync("DELETE", $"Customers/records/{record.Id}");
        await bench.ChangeAsync(async hub => await hub.Customers.ForEachAsync(c => c.FirstName = "Amelia"));
        await bench.PushAsync();

        Assert.Equal(["Amelia", "Amelia"], (await bench.RecordsAsync("Customers")).Select(r => Text(r, "First Name")));
        Assert.Empty(await bench.ToldAsync());
    }

    [Fact]
    public async Task Where_rows_follow_from_the_day_they_are_refreshed()
    {
        await using var bench = await OpenAsync();
        var shampoo = Shampoo();
        var order = Order();
        order.PlacedAt = bench.Time.GetUtcNow();
        await bench.GivenAsync(shampoo, order);
        await bench.Of<DayChanges>().NoteAsync(default);
        await bench.PushAsync();
        Assert.Equal("0", Text(await bench.RecordAsync("Products"), "7-Day Average Daily Sales"));

        bench.Time.Advance(TimeSpan.FromDays(1));
        await bench.Of<DayChanges>().NoteAsync(default);
        await bench.PushAsync();

        var product = await bench.RecordAsync("Products");
        Assert.Equal(("0.29", "49"), (Text(product, "7-Day Average Daily Sales"), Text(product, "Days of Stock")));
    }

    static Inquiry Inquiry(Conversation conversation, DateTimeOffset at) =>
        new() { ConversationId = 0, Conversation = conversation, Platform = Platform.Instagram, Message = "Where is my order?", CreatedAt = at };

    static string? Text(MyCavoodle.Clients.Airtable.AirtableRecord record, string field) => record.Fields[field]?.ToString();
}
