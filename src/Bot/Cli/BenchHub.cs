using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using MyCavoodle.Bot.Hosting;
using MyCavoodle.Hub;

namespace MyCavoodle.Bot.Cli;

/// <summary>
/// A made-up shop of any size in a SQLite file of its own, gone with the measurement: three years of orders with two lines
/// each, three orders a customer.
/// </summary>
sealed class BenchHub : IDbContextFactory<HubContext>, IDisposable
{
    /// <summary>The day after the last order.</summary>
    public static readonly DateTimeOffset Now = new(2026, 11, 22, 2, 0, 0, TimeSpan.Zero);

    public const int Products = 40;
    const int OrdersPerCustomer = 3;
    const int Days = 3 * 365;

    readonly string folder = Directory.CreateTempSubdirectory("mycavoodle-bench-").FullName;
    readonly DbContextOptions<HubContext> options;

    public BenchHub(int orders)
    {
        (Orders, Customers) = (orders, orders / OrdersPerCustomer);
        var builder = new DbContextOptionsBuilder<HubContext>();
        builder.UseStore(new() { Provider = StoreProvider.Sqlite, ConnectionString = $"Data Source={Path}" });
        options = builder.Options;
    }

    public int Orders { get; }
    public int Customers { get; }
    public long Bytes => new FileInfo(Path).Length;
    string Path => System.IO.Path.Combine(folder, "hub.db");

    public HubContext CreateDbContext() => new(options);

    public static string Email(int customer) => $"customer.{customer}@example.com";
    public static string Handle(int customer) => $"cavoodle_{customer}";
    public static string Phone(int customer) => $"+614{customer:00000000}";

    /// <summary>The first row of each table is written as ever; SQLite itself makes the others of it, a million orders in well under two minutes.</summary>
    public async Task FillAsync(CancellationToken ct)
    {
        await using var hub = CreateDbContext();
        await hub.Database.MigrateAsync(ct);
        hub.Add(new Product
        {
            ShopifyVariantId = 1, ShopifyProductId = 1, InventoryItemId = 1, Sku = "SKU-1", Name = "Shampoo", Active = true, RetailPrice = 25, CostPrice = 8, Available = 100, UpdatedAt = Now,
        });
        hub.Add(new Customer { ShopifyId = 1, Email = Email(1), FirstName = "Amy", LastName = "Nguyen", Phone = Phone(1), InstagramHandle = Handle(1), CreatedAt = Now, UpdatedAt = Now });
        await hub.SaveChangesAsync(ct);
        hub.Add(new Order
        {
            ShopifyId = 1, Number = "#1", CustomerId = 1, Email = Email(1), PlacedAt = Now.AddDays(-Days), UpdatedAt = Now, Status = OrderStatus.Delivered, Payment = PaymentStatus.Paid,
            Subtotal = 50, Shipping = 9.95m, Gst = 5.45m, Total = 59.95m, ProductCost = 16, Lines = { new OrderLine { ShopifyId = 1, ShopifyVariantId = 1, Sku = "SKU-1", Title = "Shampoo", Quantity = 1, UnitPrice = 25, UnitCost = 8 } },
        });
        await hub.SaveChangesAsync(ct);
        await MultiplyAsync(hub, ct);
    }

    async Task MultiplyAsync(HubContext hub, CancellationToken ct)
    {
        var tables = CopyTable.All(hub).ToDictionary(t => t.Name);
        await using var connection = new SqliteConnection($"Data Source={Path};Pooling=False");
        await connection.OpenAsync(ct);
        await using var fill = connection.CreateCommand();
        fill.CommandTimeout = 0;
        // Nothing here is worth a sync: a file that a power cut breaks is made again.
        fill.CommandText = $"""
            PRAGMA synchronous = off;
            PRAGMA cache_size = -262144;
            BEGIN;
            {Multiply(tables["Products"], Products, new() { ["ShopifyVariantId"] = "i", ["ShopifyProductId"] = "i", ["InventoryItemId"] = "i", ["Sku"] = "'SKU-' || i" })}
            {Multiply(tables["Customers"], Customers, new()
            {
                ["ShopifyId"] = "i", ["Email"] = "'customer.' || i || '@example.com'", ["Phone"] = "printf('+614%08d', i)", ["InstagramHandle"] = "'cavoodle_' || i",
            })}
            {Multiply(tables["Orders"], Orders, new()
            {
                ["ShopifyId"] = "i", ["Number"] = "'#' || i", ["CustomerId"] = $"1 + i % {Customers}", ["Email"] = $"'customer.' || (1 + i % {Customers}) || '@example.com'",
                ["PlacedAt"] = $"datetime({At})", ["PlacedOn"] = $"date({At}, '+10 hours')", ["UpdatedAt"] = $"datetime({At})",
            })}
            {Multiply(tables["OrderLines"], 2 * Orders, new() { ["OrderId"] = "(i + 1) / 2", ["ShopifyId"] = "i", ["ShopifyVariantId"] = $"1 + i % {Products}", ["Sku"] = $"'SKU-' || (1 + i % {Products})" })}
            UPDATE "Customers" SET ("TotalOrders", "TotalRevenue", "FirstOrderOn", "LastOrderOn") =
                (SELECT count(*), count(*) * 59.95, min("PlacedOn"), max("PlacedOn") FROM "Orders" WHERE "CustomerId" = "Customers"."Id");
            COMMIT;
            PRAGMA wal_checkpoint(truncate);
            """;
        await fill.ExecuteNonQueryAsync(ct);
        // Else the first write that is measured would wait for all of this to reach the disk.
        using var file = File.OpenHandle(Path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        RandomAccess.FlushToDisk(file);
    }

    /// <summary>The day of order i, evenly over the years.</summary>
    string At => $"julianday('{Now:yyyy-MM-dd}') - {Days}.0 * ({Orders} - i + 1) / {Orders}";

    /// <param name="different">What is not the same as in row 1, as SQL over i, the number of the row.</param>
    static string Multiply(CopyTable table, int rows, Dictionary<string, string> different) => $"""
        WITH RECURSIVE n(i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < {rows})
        INSERT INTO "{table.Name}" ({string.Join(", ", table.Columns.Select(c => $"\"{c.Name}\""))})
        SELECT {string.Join(", ", table.Columns.Select(c => c.Name == table.Numbered ? "i" : different.GetValueOrDefault(c.Name) ?? $"first.\"{c.Name}\""))}
        FROM n, "{table.Name}" first WHERE first."{table.Numbered}" = 1;
        """;

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }
}
