using Microsoft.EntityFrameworkCore;
using MyCavoodle.Hub;

namespace MyCavoodle.Tests.Unit.Hub;

/// <summary>A shop that ran on the first tables finds itself again in the present ones.</summary>
public sealed class MigrationTests
{
    static readonly DateTime Noon = new(2026, 11, 2, 1, 0, 0, DateTimeKind.Utc);

    public static TheoryData<StoreProvider> Stores => TemporaryHub.Stores;

    [Theory, MemberData(nameof(Stores))]
    public async Task A_partly_refunded_order_is_a_paid_one_with_its_costs_and_refunds(StoreProvider store)
    {
        using var hubs = new TemporaryHub(store, "Init");
        await using var hub = hubs.CreateDbContext();
        await CustomerAsync(hub, 1, "amy@example.com");
        await OrderAsync(hub, 1, Noon, "PartlyRefunded", total: 100.10m, customer: 1);
        await LineAsync(hub, 1, order: 1, quantity: 3, cost: 4.1234m);
        await LineAsync(hub, 2, order: 1, quantity: 1, cost: null);
        await InsertAsync(hub, "Refunds", new { Id = 1L, OrderId = 1L, ShopifyId = 1L, At = Noon.AddDays(1).AddHours(12.5), Amount = 10.05m });
        await InsertAsync(hub, "Refunds", new { Id = 2L, OrderId = 1L, ShopifyId = 2L, At = Noon.AddDays(2), Amount = 0.10m });
        await OrderAsync(hub, 2, Noon.AddDays(-3), "Refunded", total: 20m, customer: 1);
        await OrderAsync(hub, 3, Noon.AddDays(5), "Pending", total: 7m, customer: 1);
        await OrderAsync(hub, 4, Noon.AddDays(6), "Paid", total: 9m, customer: 1, isTest: true);

        await hub.Database.MigrateAsync();

        var order = await hub.Orders.Include(o => o.Refunds).SingleAsync(o => o.Id == 1);
        Assert.Equal((PaymentStatus.Paid, 10.15m, 12.3702m, 89.95m, true), (order.Payment, order.Refunded, order.ProductCost, order.TotalRevenue, order.IsPartlyRefunded));
        // Half past midnight in Sydney.
        Assert.Equal([new DateOnly(2026, 11, 4), new(2026, 11, 4)], order.Refunds.OrderBy(r => r.Id).Select(r => r.On));
        Assert.Equal([PaymentStatus.Refunded, PaymentStatus.Pending, PaymentStatus.Paid], await hub.Orders.Where(o => o.Id > 1).OrderBy(o => o.Id).Select(o => o.Payment).ToListAsync());
        var amy = await hub.Customers.SingleAsync();
        Assert.Equal((2, 109.95m, new DateOnly(2026, 10, 30), new DateOnly(2026, 11, 2)), (amy.TotalOrders, amy.TotalRevenue, amy.FirstOrderOn, amy.LastOrderOn));
        // The nightly check finds nothing to put right.
        using var facts = new FactWriter(hubs);
        Assert.Empty(await facts.RecountAsync(new() { Orders = [1, 2, 3, 4], Customers = [amy.Id] }, default));
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task Orders_lie_on_their_Sydney_day_in_winter_in_summer_and_around_both_changes(StoreProvider store)
    {
        using var hubs = new TemporaryHub(store, "Init");
        await using var hub = hubs.CreateDbContext();
        // 2028 has its change on the first of October, 2029 on the first of April.
        string[] changes = ["2026-04-04", "2026-10-03", "2027-04-03", "2027-10-02", "2028-04-01", "2028-09-30", "2029-03-31", "2029-10-06"];
        List<DateTime> instants = [Utc("2026-07-10 23:30"), Utc("2026-01-10 23:30"), Utc("2026-12-31 13:30"), Utc("2026-12-31 12:59:59.9999999")];
        foreach (var change in changes)
            instants.AddRange([Utc(change + " 13:30"), Utc(change + " 15:59:59.9999999"), Utc(change + " 16:00"), Utc(change + " 13:30").AddDays(1), Utc(change + " 13:30").AddDays(-1), Utc(change + " 23:30")]);
        foreach (var (at, i) in instants.Select((at, i) => (at, i + 1L))) await OrderAsync(hub, i, at, "Paid", total: 1m, customer: null);

        await hub.Database.MigrateAsync();

        var days = await hub.Orders.OrderBy(o => o.Id).Select(o => o.PlacedOn).ToListAsync();
        Assert.Equal(instants.Select(at => Sydney.DateOf(new(at))), days);
        Assert.Equal([new(2026, 7, 11), new(2026, 1, 11), new(2027, 1, 1), new(2026, 12, 31)], days[..4]);

        static DateTime Utc(string text) => DateTime.Parse(text + "Z", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AdjustToUniversal);
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task Of_customers_with_one_email_the_oldest_account_keeps_it(StoreProvider store)
    {
        using var hubs = new TemporaryHub(store, "Init");
        await using var hub = hubs.CreateDbContext();
        foreach (var (id, email) in new (long, string?)[] { (3, "amy@example.com"), (1, "amy@example.com"), (2, "amy@example.com"), (4, "ben@example.com"), (5, null), (6, null) })
            await CustomerAsync(hub, id, email);

        await hub.Database.MigrateAsync();

        Assert.Equal(
            [("amy@example.com", null), (null, "amy@example.com"), (null, "amy@example.com"), ("ben@example.com", null), (null, null), (null, null)],
            (await hub.Customers.OrderBy(c => c.ShopifyId).ToListAsync()).Select(c => (c.Email, c.SharedEmail)));
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task Inquiries_name_the_platform_and_the_address_they_came_from(StoreProvider store)
    {
        using var hubs = new TemporaryHub(store, "Init");
        await using var hub = hubs.CreateDbContext();
        await CustomerAsync(hub, 1, "amy@example.com");
        await InquiryAsync(hub, 1, "instagram", "17841400000000001", customer: 1);
        await InquiryAsync(hub, 2, "messenger", "24000000000000001", customer: null);
        // A customer that is gone.
        await InquiryAsync(hub, 3, "email", "amy@example.com", customer: 99);

        await hub.Database.MigrateAsync();

        Assert.Equal(
            [(Platform.Instagram, null, 1), (Platform.Facebook, null, null), (Platform.Gmail, "amy@example.com", (long?)null)],
            (await hub.Inquiries.OrderBy(i => i.Id).ToListAsync()).Select(i => (i.Platform, i.CustomerEmail, i.CustomerId)));
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task The_shop_is_read_anew_and_its_days_are_added_up_again(StoreProvider store)
    {
        using var hubs = new TemporaryHub(store, "Init");
        await using var hub = hubs.CreateDbContext();
        await InsertAsync(hub, "Cursors", new { Name = "shopify-pull", Value = "2026-11-01T00:00:00Z", MovedAt = Noon });
        await InsertAsync(hub, "Cursors", new { Name = "gmail", Value = "17", MovedAt = Noon });
        await InsertAsync(hub, "DailyFigures", new { Date = new DateOnly(2026, 11, 1), Sales = 1m, Refunds = 0m, Orders = 1, ItemsSold = 1, NewCustomers = 1, ProductCost = 0m, ComputedAt = Noon });

        await hub.Database.MigrateAsync();

        Assert.Equal(["gmail"], await hub.Cursors.Select(c => c.Name).ToListAsync());
        Assert.Empty(await hub.DailyFigures.ToListAsync());
    }

    static Task CustomerAsync(HubContext hub, long shopifyId, string? email) =>
        InsertAsync(hub, "Customers", new { Id = shopifyId, ShopifyId = shopifyId, Email = email, CreatedAt = Noon, UpdatedAt = Noon });

    static Task OrderAsync(HubContext hub, long id, DateTime at, string payment, decimal total, long? customer, bool isTest = false) => InsertAsync(hub, "Orders", new
    {
        Id = id, ShopifyId = id, Number = $"#{id}", CustomerId = customer, PlacedAt = at, Status = "Delivered", Payment = payment,
        Subtotal = total, Shipping = 0m, Discount = 0m, Total = total, IsTest = isTest, UpdatedAt = at,
    });

    static Task LineAsync(HubContext hub, long id, long order, int quantity, decimal? cost) =>
        InsertAsync(hub, "OrderLines", new { Id = id, OrderId = order, ShopifyId = id, Title = "Shampoo", Quantity = quantity, UnitPrice = 25m, UnitCost = cost });

    static async Task InquiryAsync(HubContext hub, long id, string channel, string address, long? customer)
    {
        await InsertAsync(hub, "Contacts", new { Id = id, Channel = channel, Address = address, FirstSeenAt = Noon });
        await InsertAsync(hub, "Conversations", new { Id = id, ContactId = id, ThreadKey = "", State = "Pending", StartedAt = Noon, LastMessageAt = Noon, Version = 0 });
        await InsertAsync(hub, "Inquiries", new
        {
            Id = id, ConversationId = id, CustomerId = customer, Platform = channel, Message = "Hello?", Category = "General", Urgency = "Low", Status = "New", CreatedAt = Noon,
        });
    }

    /// <summary>A row as it lay in the older tables: the entities know only the present ones.</summary>
    static async Task InsertAsync(HubContext hub, string table, object row)
    {
        var values = row.GetType().GetProperties().Select(p => (p.Name, Value: p.GetValue(row))).Where(v => v.Value is not null).ToList();
        await hub.Database.OpenConnectionAsync();
        await using var command = hub.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"INSERT INTO \"{table}\" ({string.Join(", ", values.Select(v => $"\"{v.Name}\""))}) VALUES ({string.Join(", ", values.Select(v => "@" + v.Name))})";
        foreach (var (name, value) in values)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = ("@" + name, value);
            command.Parameters.Add(parameter);
        }
        await command.ExecuteNonQueryAsync();
        await hub.Database.CloseConnectionAsync();
    }
}
