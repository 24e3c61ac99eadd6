using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using MyCavoodle.Bot.Hosting;
using MyCavoodle.Hub;

namespace MyCavoodle.Tests.Unit.Hub;

/// <summary>What is done all day takes the same time in a big shop as in a small one: the database says how it would find each row.</summary>
public sealed partial class PlanTests
{
    public static TheoryData<StoreProvider> Stores => TemporaryHub.Stores;

    [Theory, MemberData(nameof(Stores))]
    public async Task Looking_a_customer_up_never_reads_a_whole_table(StoreProvider store)
    {
        using var hubs = new TemporaryHub(store);
        await using (var hub = hubs.CreateDbContext())
        {
            var amy = new Customer { ShopifyId = 1, Email = "amy@example.com", Phone = "+61412345678", InstagramHandle = "milo", CreatedAt = default, UpdatedAt = default };
            hub.Orders.Add(new() { ShopifyId = 1, Number = "#1042", Customer = amy, PlacedAt = default, UpdatedAt = default });
            await hub.SaveChangesAsync();
        }
        await AssertNoScanAsync(hubs, async hub =>
        {
            foreach (var written in new[] { "amy@example.com", "@milo", "0412 345 678", "#1042" })
                Assert.NotEmpty(Assert.Single(await hub.FindCustomersAsync(written, default)).Orders);
        });
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task Writing_an_order_with_its_totals_never_reads_a_whole_table(StoreProvider store)
    {
        using var hubs = new TemporaryHub(store);
        await using (var hub = hubs.CreateDbContext())
        {
            hub.Products.Add(new() { ShopifyVariantId = 7, ShopifyProductId = 1, InventoryItemId = 1, Name = "Shampoo", UpdatedAt = default });
            hub.Customers.Add(new() { ShopifyId = 1, CreatedAt = default, UpdatedAt = default });
            await hub.SaveChangesAsync();
        }
        await AssertNoScanAsync(hubs, _ => Task.CompletedTask, async factory =>
        {
            using var facts = new FactWriter(factory);
            await facts.WriteAsync(hub =>
            {
                hub.Orders.Add(new()
                {
                    ShopifyId = 1, Number = "#1042", CustomerId = 1, PlacedAt = new(2026, 11, 22, 0, 0, 0, TimeSpan.Zero), UpdatedAt = default, Payment = PaymentStatus.Paid,
                    Lines = { new OrderLine { ShopifyId = 1, ShopifyVariantId = 7, Title = "Shampoo", Quantity = 1, Unfulfilled = 1, UnitPrice = 10 } },
                    Refunds = { new Refund { ShopifyId = 1, At = new(2026, 11, 24, 0, 0, 0, TimeSpan.Zero), Amount = 1 } },
                });
                return Task.CompletedTask;
            }, default);
        });
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task The_figures_of_a_period_never_read_a_whole_table(StoreProvider store)
    {
        using var hubs = new TemporaryHub(store);
        await AssertNoScanAsync(hubs, hub => hub.AddUpAsync(new("November", new(2026, 11, 1), new(2026, 11, 30)), default));
    }

    static async Task AssertNoScanAsync(TemporaryHub hubs, Func<HubContext, Task> work, Func<IDbContextFactory<HubContext>, Task>? orWith = null)
    {
        var asked = new Asked();
        var options = new DbContextOptionsBuilder<HubContext>();
        options.UseStore(hubs.Options).AddInterceptors(asked);
        await using (var hub = new HubContext(options.Options)) await work(hub);
        if (orWith is not null) await orWith(new Factory(options.Options));

        Assert.NotEmpty(asked.Commands);
        await using var planner = hubs.CreateDbContext();
        await planner.Database.OpenConnectionAsync();
        foreach (var (sql, values) in asked.Commands)
        {
            var plan = await PlanAsync(planner, hubs.Options.Provider, sql, values);
            Assert.False(plan.Split('\n').Any(line => IsTableScan(line, plan)), $"{sql}\n\n{plan}");
        }
    }

    static async Task<string> PlanAsync(HubContext hub, StoreProvider store, string sql, IReadOnlyList<DbParameter> values)
    {
        await using var command = hub.Database.GetDbConnection().CreateCommand();
        if (store == StoreProvider.Postgres)
        {
            // So small a table is read whole unless that is made dear.
            command.CommandText = "SET enable_seqscan = off";
            await command.ExecuteNonQueryAsync();
        }
        command.CommandText = (store == StoreProvider.Postgres ? "EXPLAIN " : "EXPLAIN QUERY PLAN ") + sql;
        foreach (var value in values)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (value.ParameterName, value.Value);
            command.Parameters.Add(parameter);
        }
        await using var reader = await command.ExecuteReaderAsync();
        List<string> lines = [];
        while (await reader.ReadAsync()) lines.Add(store == StoreProvider.Postgres ? reader.GetString(0) : reader.GetString(3));
        return string.Join('\n', lines);
    }

    /// <summary>PostgreSQL: Seq Scan on a table. SQLite: SCAN of a table; the scan of what a part of the query found already is none.</summary>
    static bool IsTableScan(string line, string plan) => line.Contains("Seq Scan", StringComparison.Ordinal)
        || SqliteScan().Match(line) is { Success: true } scan && !Regex.IsMatch(plan, $@"(CO-ROUTINE|MATERIALIZE) {Regex.Escape(scan.Groups[1].Value)}\b") && scan.Groups[1].Value != "CONSTANT";

    [GeneratedRegex(@"^SCAN (\S+)")]
    private static partial Regex SqliteScan();

    sealed class Factory(DbContextOptions<HubContext> options) : IDbContextFactory<HubContext>
    {
        public HubContext CreateDbContext() => new(options);
    }

    /// <summary>Keeps every query that is asked.</summary>
    sealed class Asked : DbCommandInterceptor
    {
        public List<(string Sql, IReadOnlyList<DbParameter> Values)> Commands { get; } = [];

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            if (command.CommandText.StartsWith("SELECT", StringComparison.Ordinal)) Commands.Add((command.CommandText, [.. command.Parameters.Cast<DbParameter>()]));
            return new(result);
        }
    }
}
