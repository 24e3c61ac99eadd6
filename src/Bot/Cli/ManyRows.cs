using Microsoft.EntityFrameworkCore;
using MyCavoodle.Hub;

namespace MyCavoodle.Bot.Cli;

/// <summary>Made-up customers, orders and lines, written in pieces: a tenth, nine twentieths and as many.</summary>
static class ManyRows
{
    const int Piece = 2000;

    public static async Task FillAsync(IDbContextFactory<HubContext> hubs, int rows, CancellationToken ct)
    {
        var customers = Math.Max(1, rows / 10);
        var orders = (rows - customers) / 2;
        var start = new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);
        await WriteAsync(hubs, customers, i => new Customer { ShopifyId = i, Email = $"customer{i}@example.com", FirstName = "Amy", LastName = $"Jones {i}", CreatedAt = start, UpdatedAt = start }, ct);
        await WriteAsync(hubs, orders, i =>
        {
            var at = start.AddMinutes(i * 10);
            var order = new Order { ShopifyId = i, Number = $"#{i}", CustomerId = i % customers + 1, PlacedAt = at, UpdatedAt = at, Total = 44, Payment = PaymentStatus.Paid, Status = OrderStatus.Delivered };
            // What does not come out even is one order with a line more.
            for (var line = 0; line < (i == orders && (rows - customers) % 2 == 1 ? 2 : 1); line++)
                order.Lines.Add(new() { ShopifyId = i * 10L + line, Title = "Oatmeal Shampoo", Sku = "SH-OAT-250", Quantity = 2, UnitPrice = 22, UnitCost = 6.5m });
            return order;
        }, ct);
    }

    static async Task WriteAsync<T>(IDbContextFactory<HubContext> hubs, int count, Func<int, T> make, CancellationToken ct) where T : class
    {
        foreach (var some in Enumerable.Range(1, count).Chunk(Piece))
        {
            await using var hub = await hubs.CreateDbContextAsync(ct);
            hub.AddRange(some.Select(make));
            await hub.SaveChangesAsync(ct);
        }
    }
}
