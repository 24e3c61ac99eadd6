using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using MyCavoodle.Clients.Airtable;
using MyCavoodle.Feeds.Airtable;
using MyCavoodle.Hub;
using Xunit;
using static MyCavoodle.Tests.Unit.Feeds.MirrorBench;

namespace MyCavoodle.Tests.Unit.Feeds;

/// <summary>What the team does in the base reaches the hub, or is put right.</summary>
public sealed class AirtableEditsTests
{
    static readonly Uri Notify = new("http://127.0.0.1:9/webhooks/airtable");

    public static TheoryData<StoreProvider, bool> Ways
    {
        get
        {
            var ways = new TheoryData<StoreProvider, bool>();
            foreach (object[] store in (IEnumerable<object[]>)TemporaryHub.Stores)
                foreach (var hook in new[] { true, false }) ways.Add((StoreProvider)store[0], hook);
            return ways;
        }
    }

    [Theory, MemberData(nameof(Ways))]
    public async Task A_cost_the_team_enters_holds_and_fills_what_was_sold_without_one(StoreProvider store, bool hook)
    {
        await using var bench = await MirroredAsync(store, hook, Shampoo(), Order());
        await bench.EditAsync("Products", "Cost Price", 7.25m);
        await bench.TakeAsync();
        await bench.PushAsync();

        var product = await bench.ReadAsync(hub => hub.Products.SingleAsync());
        Assert.Equal((7.25m, true, null), (product.CostPrice, product.CostSetByTeam, product.SyncNote));
        Assert.Equal((7.25m, 14.5m), await bench.ReadAsync(async hub => ((await hub.OrderLines.SingleAsync()).UnitCost ?? 0, (await hub.Orders.SingleAsync()).ProductCost)));
        Assert.Equal("14.5", Text(await bench.RecordAsync("Orders"), "Total Product Cost"));
        Assert.Equal("7.25", Text(await bench.RecordAsync("Products"), "Cost Price"));
        Assert.Equal("0.6375", Text(await bench.RecordAsync("Products"), "Gross Margin %"));
        Assert.Empty(await bench.ToldAsync());
    }

    [Theory, MemberData(nameof(Ways))]
    public async Task Every_field_of_the_team_flows_back(StoreProvider store, bool hook)
    {
        var amy = Amy();
        await using var bench = await MirroredAsync(store, hook, amy, Shampoo(), Order(amy));
        await bench.EditAsync("Customers", "Instagram Handle", "@Milo.The.Cavoodle");
        await bench.EditAsync("Customers", "Pet Name", "Milo");
        await bench.EditAsync("Customers", "Pet Breed", "Cavoodle");
        await bench.EditAsync("Customers", "Pet Birthday", "2023-04-05");
        await bench.EditAsync("Customers", "Customer Tags", "wholesale, vip");
        await bench.EditAsync("Orders", "Shipping Cost", 9.95m);
        await bench.EditAsync("Products", "Reorder Point", 20);
        await bench.EditAsync("Products", "Reorder Quantity", 48);
        await bench.EditAsync("Products", "Lead Time Days", 10);
        var day = (await bench.RecordsAsync("Financial Metrics")).Single(r => Text(r, "Revenue") == "44").Id;
        await bench.EditAsync("Financial Metrics", day, "Fixed Costs", 120);
        await bench.EditAsync("Financial Metrics", day, "Other Marketing", 15.5m);
        await bench.TakeAsync();
        await bench.PushAsync();

        var customer = await bench.ReadAsync(hub => hub.Customers.SingleAsync());
        Assert.Equal(("milo.the.cavoodle", "Milo", PetBreed.Cavoodle, new DateOnly(2023, 4, 5), "wholesale, vip", true),
            (customer.InstagramHandle, customer.PetName, customer.PetBreed, customer.PetBirthday, customer.Tags, customer.TagsSetByTeam));
        var product = await bench.ReadAsync(hub => hub.Products.SingleAsync());
        Assert.Equal((20, true, 48, 10), (product.ReorderPoint, product.ReorderPointSetByTeam, product.ReorderQuantity, product.LeadTimeDays));
        var figures = await bench.ReadAsync(hub => hub.DailyFigures.SingleAsync(d => d.Sales > 0));
        Assert.Equal((9.95m, 120m, 15.5m), (figures.ShippingCost, figures.FixedCosts, figures.OtherMarketing));
        Assert.Equal("Low Stock", Text(await bench.RecordAsync("Products"), "Stock Status"));
        Assert.Equal("milo.the.cavoodle", Text(await bench.RecordAsync("Customers"), "Instagram Handle"));
        Assert.Empty(await bench.ToldAsync());
        Assert.All(await bench.RecordsAsync("Customers"), r => Assert.Null(r.Fields[Sheet.SyncNote]));
    }

    [Theory, MemberData(nameof(Ways))]
    public async Task An_edit_of_a_field_the_system_keeps_is_put_back_and_told_once(StoreProvider store, bool hook)
    {
        var amy = Amy();
        await using var bench = await MirroredAsync(store, hook, amy, Order(amy));
        await bench.EditAsync("Customers", "Total Revenue", 1_000_000);
        await bench.TakeAsync();
        await bench.PushAsync();
        await bench.TakeAsync();
        await bench.PushAsync();

        var customer = await bench.RecordAsync("Customers");
        Assert.Equal("44", Text(customer, "Total Revenue"));
        Assert.StartsWith("Total Revenue: is kept by the system; the edit of", Text(customer, Sheet.SyncNote), StringComparison.Ordinal);
        Assert.Equal(1, Assert.Single(await bench.ToldAsync()).Times);

        await bench.EditAsync("Customers", "Pet Name", "Milo");
        await bench.TakeAsync();
        await bench.PushAsync();
        Assert.Null((await bench.RecordAsync("Customers")).Fields[Sheet.SyncNote]);
    }

    [Theory, MemberData(nameof(Ways))]
    public async Task A_bad_value_changes_nothing_and_its_editor_is_told_until_it_is_good(StoreProvider store, bool hook)
    {
        await using var bench = await MirroredAsync(store, hook, Shampoo());
        await bench.EditAsync("Products", "Cost Price", -3);
        await bench.EditAsync("Products", "Reorder Point", 2);
        await bench.TakeAsync();
        await bench.PushAsync();

        var product = await bench.RecordAsync("Products");
        Assert.Equal("Cost Price: -3 is negative; $6.50 stays.", Text(product, Sheet.SyncNote));
        Assert.Equal("-3", Text(product, "Cost Price"));
        Assert.Equal((6.5m, 2), await bench.ReadAsync(async hub => ((await hub.Products.SingleAsync()).CostPrice ?? 0, (await hub.Products.SingleAsync()).ReorderPoint ?? 0)));

        await bench.EditAsync("Products", "Cost Price", 6.5m);
        await bench.TakeAsync();
        await bench.PushAsync();
        Assert.Null((await bench.RecordAsync("Products")).Fields[Sheet.SyncNote]);
        Assert.Equal(6.5m, (await bench.ReadAsync(hub => hub.Products.SingleAsync())).CostPrice);
    }

    [Theory, MemberData(nameof(Ways))]
    public async Task A_text_in_a_number_is_refused_and_shown(StoreProvider store, bool hook)
    {
        await using var bench = await MirroredAsync(store, hook, Shampoo());
        await bench.HandAsync("PUT", "Products/fields/Cost Price", new JsonObject { ["type"] = "singleLineText" });
        await bench.LaterAsync();
        await bench.EditAsync("Products", "Cost Price", "abc");
        await bench.TakeAsync();
        await bench.PushAsync();

        Assert.Equal("Cost Price: 'abc' is not an amount; $6.50 stays.", Text(await bench.RecordAsync("Products"), Sheet.SyncNote));
        Assert.Contains(await bench.ToldAsync(), d => d.Message.Contains("Cost Price", StringComparison.Ordinal) && d.Message.Contains("currency", StringComparison.Ordinal));

        await bench.EditAsync("Products", "Cost Price", "$7.10");
        await bench.TakeAsync();
        await bench.PushAsync();
        Assert.Equal(7.1m, (await bench.ReadAsync(hub => hub.Products.SingleAsync())).CostPrice);
        Assert.Null((await bench.RecordAsync("Products")).Fields[Sheet.SyncNote]);
    }

    [Theory, MemberData(nameof(Ways))]
    public async Task Assigning_an_inquiry_changes_hands_as_at_the_desk(StoreProvider store, bool hook)
    {
        var now = new ShiftedTime().GetUtcNow();
        var conversation = new Conversation { ContactId = 0, Contact = new() { Channel = ChannelNames.Instagram, Address = "amy", FirstSeenAt = now }, StartedAt = now };
        await using var bench = await MirroredAsync(store, hook, new Inquiry { ConversationId = 0, Conversation = conversation, Platform = Platform.Instagram, Message = "Hello?", CreatedAt = now });
        await bench.EditAsync("Customer Inquiries", "Assigned To", "Bella");
        await bench.EditAsync("Customer Inquiries", "Resolution Notes", "Sent a voucher.");
        await bench.TakeAsync();
        await bench.PushAsync();
        var held = await bench.ReadAsync(hub => hub.Inquiries.Include(i => i.Conversation).SingleAsync());
        Assert.Equal((StaffName.Bella, ConversationState.Open, StaffName.Bella, "Sent a voucher."), (held.AssignedTo, held.Conversation!.State, held.Conversation.Assignee, held.ResolutionNotes));

        await bench.EditAsync("Customer Inquiries", "Assigned To", "AI Bot");
        await bench.TakeAsync();
        await bench.PushAsync();
        held = await bench.ReadAsync(hub => hub.Inquiries.Include(i => i.Conversation).SingleAsync());
        Assert.Equal((null, ConversationState.Pending, InquiryStatus.InProgress), (held.AssignedTo, held.Conversation!.State, held.Status));
        Assert.Equal("In Progress", Text(await bench.RecordAsync("Customer Inquiries"), "Status"));
    }

    [Theory, MemberData(nameof(Ways))]
    public async Task Suppliers_come_change_and_go_with_the_teams_rows(StoreProvider store, bool hook)
    {
        await using var bench = await MirroredAsync(store, hook, Shampoo());
        var made = await bench.HandAsync("POST", "Suppliers/records", new JsonObject { ["fields"] = new JsonObject { ["Supplier Name"] = "Dog & Co", ["Lead Time Days"] = 14, ["Currency"] = "aud" } });
        var blank = await bench.HandAsync("POST", "Suppliers/records", new JsonObject { ["fields"] = new JsonObject() });
        await bench.TakeAsync();
        await bench.EditAsync("Products", "Primary Supplier", new JsonArray(made["id"]!.ToString()));
        await bench.TakeAsync();
        await bench.PushAsync();
        var product = await bench.ReadAsync(hub => hub.Products.Include(p => p.Supplier).SingleAsync());
        Assert.Equal(("Dog & Co", 14, "AUD"), (product.Supplier?.Name, product.Supplier?.LeadTimeDays, product.Supplier?.Currency));

        await bench.EditAsync("Suppliers", made["id"]!.ToString(), "Lead Time Days", 21);
        await bench.TakeAsync();
        Assert.Equal(21, (await bench.ReadAsync(hub => hub.Suppliers.SingleAsync())).LeadTimeDays);

        bench.Time.Advance(TimeSpan.FromSeconds(5));
        await bench.HandAsync("DELETE", $"Suppliers/records/{made["id"]}");
        await bench.TakeAsync();
        await bench.PushAsync();
        Assert.Empty(await bench.ReadAsync(hub => hub.Suppliers.ToListAsync()));
        Assert.Null((await bench.ReadAsync(hub => hub.Products.SingleAsync())).SupplierId);
        Assert.Equal(blank["id"]!.ToString(), Assert.Single(await bench.RecordsAsync("Suppliers")).Id);
    }

    [Theory, MemberData(nameof(Ways))]
    public async Task A_row_made_by_hand_elsewhere_is_told_where_rows_come_from(StoreProvider store, bool hook)
    {
        await using var bench = await MirroredAsync(store, hook);
        await bench.HandAsync("POST", "Orders/records", new JsonObject { ["fields"] = new JsonObject { ["Order Number"] = "#1" } });
        await bench.TakeAsync();
        await bench.PushAsync();
        Assert.Equal(HandMadeRows.LeftAlone, Text(await bench.RecordAsync("Orders"), Sheet.SyncNote));
        Assert.False(await bench.ReadAsync(hub => hub.Orders.AnyAsync()));
    }

    [Fact]
    public async Task A_row_somebody_deleted_comes_back_and_is_told_once()
    {
        await using var bench = await MirroredAsync(StoreProvider.Sqlite, hook: true, Amy());
        await bench.HandAsync("DELETE", $"Customers/records/{(await bench.RecordAsync("Customers")).Id}");
        await bench.TakeAsync();
        await bench.PushAsync();
        Assert.Equal("7", Text(await bench.RecordAsync("Customers"), "Customer ID"));
        Assert.Equal("airtable/deleted/Customers", Assert.Single(await bench.ToldAsync()).Key);
    }

    [Theory, MemberData(nameof(Ways))]
    public async Task Our_own_writes_are_no_edits(StoreProvider store, bool hook)
    {
        var amy = Amy();
        await using var bench = await MirroredAsync(store, hook, amy, Shampoo(), Order(amy));
        await bench.ChangeAsync(async hub => (await hub.Products.SingleAsync()).CostPrice = 8m);
        await bench.PushAsync();
        var rows = await bench.ReadAsync(hub => hub.MirrorRows.OrderBy(r => r.RecordId).Select(r => r.SentHash).ToListAsync());
        await bench.TakeAsync();
        await bench.TakeAsync();
        Assert.Empty(await bench.ReadAsync(hub => hub.MirrorChanges.ToListAsync()));
        Assert.Equal(rows, await bench.ReadAsync(hub => hub.MirrorRows.OrderBy(r => r.RecordId).Select(r => r.SentHash).ToListAsync()));
        Assert.False((await bench.ReadAsync(hub => hub.Products.SingleAsync())).CostSetByTeam);
        Assert.Empty(await bench.ToldAsync());
    }

    [Fact]
    public async Task An_entry_on_its_way_to_us_is_not_overwritten()
    {
        await using var bench = await MirroredAsync(StoreProvider.Sqlite, hook: true, Shampoo());
        await bench.EditAsync("Products", "Cost Price", 7);
        // The shop changes something else before the entry has been read.
        await bench.ChangeAsync(async hub => (await hub.Products.SingleAsync()).Available = 3);
        await bench.PushAsync();
        Assert.Equal(("7", "3"), (Text(await bench.RecordAsync("Products"), "Cost Price"), Text(await bench.RecordAsync("Products"), "Available Stock")));
        await bench.TakeAsync();
        Assert.Equal(7m, (await bench.ReadAsync(hub => hub.Products.SingleAsync())).CostPrice);
    }

    [Fact]
    public async Task A_ping_is_proven_and_brings_the_edit_however_often_it_comes()
    {
        await using var bench = await OpenAsync();
        await bench.GivenAsync(Shampoo());
        await bench.PushAsync();
        await bench.Of<AirtableEdits>().KeepHookAsync(new Uri(bench.Bot.Url, "webhooks/airtable"), default);
        await bench.EditAsync("Products", "Cost Price", 7.25m);
        var ping = await bench.Bot.NextAsync(r => r.Path == "/webhooks/airtable");
        var feed = bench.Of<IEnumerable<ISource>>().OfType<AirtableFeed>().Single();

        var proven = await feed.VerifyAsync(new(ping.Headers, ping.Body), default);
        Assert.NotNull(proven);
        Assert.Equal(proven.Key, (await feed.VerifyAsync(new(ping.Headers, ping.Body), default))!.Key);
        Assert.Null(await feed.VerifyAsync(new(ping.Headers, [.. ping.Body, (byte)' ']), default));
        Assert.Null(await feed.VerifyAsync(new(ping.Headers, "nonsense"u8.ToArray()), default));

        var delivery = Delivery.From("airtable", proven, bench.Time.GetUtcNow());
        await feed.AbsorbAsync(delivery, default);
        await feed.AbsorbAsync(delivery, default);
        Assert.Equal(7.25m, (await bench.ReadAsync(hub => hub.Products.SingleAsync())).CostPrice);
    }

    [Fact]
    public async Task Pings_that_were_switched_off_are_switched_on_and_a_webhook_that_is_gone_is_made_anew_and_misses_nothing()
    {
        await using var bench = await MirroredAsync(StoreProvider.Sqlite, hook: true, Shampoo());
        var hook = await bench.ReadAsync(hub => hub.MirrorHooks.SingleAsync());
        await bench.Base.Webhooks.EnableNotificationsAsync(hook.Id, enable: false, default);
        await bench.Of<AirtableEdits>().KeepHookAsync(Notify, default);
        Assert.True(Assert.Single(await bench.Base.Webhooks.ListAsync(default)).AreNotificationsEnabled);

        await bench.Base.Webhooks.DeleteAsync(hook.Id, default);
        await bench.EditAsync("Products", "Cost Price", 7.25m);
        await bench.TakeAsync();
        Assert.Equal(7.25m, (await bench.ReadAsync(hub => hub.Products.SingleAsync())).CostPrice);

        await bench.EditAsync("Products", "Cost Price", 7.75m);
        await bench.Of<AirtableEdits>().KeepHookAsync(Notify, default);
        Assert.Equal(7.75m, (await bench.ReadAsync(hub => hub.Products.SingleAsync())).CostPrice);
        Assert.NotEqual(hook.Id, Assert.Single(await bench.Base.Webhooks.ListAsync(default)).Id);

        await bench.EditAsync("Products", "Cost Price", 8m);
        await bench.TakeAsync();
        Assert.Equal(8m, (await bench.ReadAsync(hub => hub.Products.SingleAsync())).CostPrice);
    }

    [Fact]
    public async Task While_much_is_being_written_the_teams_entries_are_still_read()
    {
        await using var bench = await MirroredAsync(StoreProvider.Sqlite, hook: false, Shampoo());
        await bench.ChangeAsync(hub => ChangeNotes.NoteAsync(hub, [.. Enumerable.Range(1000, 600).Select(id => (MirrorTable.Orders, (long)id))], bench.Time.GetUtcNow(), default));
        await bench.EditAsync("Products", "Cost Price", 7.25m);
        await bench.TakeAsync();
        Assert.Equal(7.25m, (await bench.ReadAsync(hub => hub.Products.SingleAsync())).CostPrice);
    }

    [Fact]
    public async Task A_row_that_turns_out_to_be_there_keeps_what_the_team_entered_in_it()
    {
        await using var bench = await MirroredAsync(StoreProvider.Sqlite, hook: false);
        await bench.HandAsync("POST", "Customers/records", new JsonObject { ["fields"] = new JsonObject { ["Customer ID"] = "7", ["Pet Name"] = "Milo" } });
        await bench.GivenAsync(Amy());
        await bench.PushAsync();
        Assert.Equal("Milo", (await bench.ReadAsync(hub => hub.Customers.SingleAsync())).PetName);
        Assert.Equal("Milo", Text(await bench.RecordAsync("Customers"), "Pet Name"));
    }

    [Fact]
    public async Task A_pull_finds_an_entry_from_long_ago()
    {
        await using var bench = await MirroredAsync(StoreProvider.Sqlite, hook: false, Shampoo());
        await bench.EditAsync("Products", "Reorder Quantity", 24);
        bench.Time.Advance(TimeSpan.FromDays(30));
        await bench.Of<AirtableEdits>().TakeAllAsync(default);
        Assert.Equal(24, (await bench.ReadAsync(hub => hub.Products.SingleAsync())).ReorderQuantity);
    }

    [Fact]
    public async Task A_hub_that_starts_anew_takes_over_what_the_team_has_entered()
    {
        await using var bench = await MirroredAsync(StoreProvider.Sqlite, hook: false, Amy());
        await bench.EditAsync("Customers", "Pet Name", "Milo");
        // As a hub that knows nothing of the base.
        await bench.ChangeAsync(async hub =>
        {
            await hub.MirrorRows.ExecuteDeleteAsync();
            await hub.Cursors.Where(c => c.Name.StartsWith("airtable")).ExecuteDeleteAsync();
        });
        await bench.LaterAsync();
        Assert.Equal("Milo", (await bench.ReadAsync(hub => hub.Customers.SingleAsync())).PetName);
        Assert.Equal("Milo", Text(await bench.RecordAsync("Customers"), "Pet Name"));
    }

    [Theory]
    [InlineData("Customers", "Customer ID", "7"), InlineData("Suppliers", "Supplier Name", "Pawfect")]
    public async Task A_row_somebody_doubled_keeps_no_base_from_being_met(string table, string key, string value)
    {
        await using var bench = await MirroredAsync(StoreProvider.Sqlite, hook: false, Amy(), new Supplier { Name = "Pawfect" });
        // Far enough apart that they are not read together.
        for (var i = 0; i < 100; i++) await bench.HandAsync("POST", $"{table}/records", new JsonObject { ["fields"] = new JsonObject { [key] = $"{1000 + i}" } });
        await bench.HandAsync("POST", $"{table}/records", new JsonObject { ["fields"] = new JsonObject { [key] = value } });
        await bench.ChangeAsync(async hub =>
        {
            await hub.MirrorRows.ExecuteDeleteAsync();
            await hub.Cursors.Where(c => c.Name.StartsWith("airtable")).ExecuteDeleteAsync();
        });
        await bench.LaterAsync();
        await bench.ChangeAsync(async hub => (await hub.Customers.SingleAsync()).FirstName = "Amelia");
        await bench.PushAsync();
        Assert.Contains(await bench.RecordsAsync("Customers"), r => Text(r, "First Name") == "Amelia");
        Assert.Empty(await bench.ToldAsync());
    }

    static async Task<MirrorBench> MirroredAsync(StoreProvider store, bool hook, params object[] rows)
    {
        var bench = await OpenAsync(store);
        await bench.GivenAsync(rows);
        await bench.PushAsync();
        if (hook) await bench.Of<AirtableEdits>().KeepHookAsync(Notify, default);
        await bench.TakeAsync();
        return bench;
    }

    static string? Text(AirtableRecord record, string field) => record.Fields[field]?.ToString();
}
