using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using MyCavoodle.Hub;

namespace MyCavoodle.Bot.Cli;

/// <summary>
/// <c>bench lookup</c>: how long it takes to find a customer with orders, and to write an order with its totals, in shops
/// of growing size on SQLite. The bars: p99 &lt; 5 ms for finding, &lt; 20 ms for writing, whatever the size.
/// </summary>
static class BenchLookup
{
    const int Lookups = 1000;
    const int Writes = 100;

    public static Command Verb()
    {
        var sizes = new Option<int[]>("--orders")
        {
            Description = "The sizes of the shops, in orders. Default 10000 100000 1000000.", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [10_000, 100_000, 1_000_000],
        };
        sizes.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<int[]>()?.Any(size => size is < 100 or > 10_000_000) != false) given.AddError("--orders must be 100 to 10000000.");
        });
        var verb = new Command("lookup", "Measures finding a customer and writing an order in shops of growing size.") { sizes };
        verb.SetAction((parsed, ct) => RunAsync(parsed.GetValue(sizes)!, ct));
        return verb;
    }

    static async Task<int> RunAsync(int[] sizes, CancellationToken ct)
    {
        Console.WriteLine($"p50 / p99 in ms, of {Lookups} lookups and {Writes} writes");
        Print("orders", "customers", "by email", "by handle", "by phone", "write an order", "file", "made in");
        foreach (var size in sizes)
        {
            using var hub = new BenchHub(size);
            var watch = Stopwatch.StartNew();
            await hub.FillAsync(ct);
            var made = watch.Elapsed;
            Print(Number(hub.Orders), Number(hub.Customers),
                await LookupsAsync(hub, BenchHub.Email, ct), await LookupsAsync(hub, BenchHub.Handle, ct), await LookupsAsync(hub, BenchHub.Phone, ct),
                await WritesAsync(hub, ct), $"{Number(hub.Bytes / 1024 / 1024)} MB", $"{made.TotalSeconds:0} s");
        }
        return 0;
    }

    static async Task<string> LookupsAsync(BenchHub hubs, Func<int, string> written, CancellationToken ct)
    {
        List<double> times = [];
        for (var i = -Lookups / 10; i < Lookups; i++)
        {
            var customer = 1 + Random.Shared.Next(hubs.Customers);
            var watch = Stopwatch.StartNew();
            await using var hub = hubs.CreateDbContext();
            var found = await hub.FindCustomersAsync(written(customer), ct);
            if (found is not [{ Orders.Count: > 0 }]) throw new InvalidOperationException($"{written(customer)} was not found with orders.");
            // The first ones warm up.
            if (i >= 0) times.Add(watch.Elapsed.TotalMilliseconds);
        }
        return Percentiles(times);
    }

    static async Task<string> WritesAsync(BenchHub hubs, CancellationToken ct)
    {
        using var facts = new FactWriter(hubs);
        List<double> times = [];
        for (var i = -Writes / 10; i < Writes; i++)
        {
            var order = NewOrder(hubs.Orders + Writes + i, 1 + Random.Shared.Next(hubs.Customers));
            var watch = Stopwatch.StartNew();
            await facts.WriteAsync(hub =>
            {
                hub.Orders.Add(order);
                return Task.CompletedTask;
            }, ct);
            if (i >= 0) times.Add(watch.Elapsed.TotalMilliseconds);
        }
        return Percentiles(times);
    }

    static Order NewOrder(long id, long customer) => new()
    {
        // On the last day that has its full share of orders.
        ShopifyId = id, Number = $"#{id}", CustomerId = customer, PlacedAt = BenchHub.Now.AddDays(-2), UpdatedAt = BenchHub.Now, Payment = PaymentStatus.Paid, Total = 59.95m,
        Lines = { NewLine(2 * id, 1 + id % BenchHub.Products), NewLine(2 * id + 1, 1 + (id + 7) % BenchHub.Products) },
    };

    static OrderLine NewLine(long id, long variant) => new() { ShopifyId = id, ShopifyVariantId = variant, Title = "Shampoo", Quantity = 1, Unfulfilled = 1, UnitPrice = 25, UnitCost = 8 };

    static string Percentiles(List<double> times)
    {
        times.Sort();
        return string.Create(CultureInfo.InvariantCulture, $"{At(0.5):0.0} / {At(0.99):0.0}");

        double At(double share) => times[Math.Min(times.Count - 1, (int)(share * times.Count))];
    }

    static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    static void Print(params ReadOnlySpan<string> cells)
    {
        foreach (var cell in cells) Console.Write($"{cell,15}");
        Console.WriteLine();
    }
}
