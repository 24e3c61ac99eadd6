using MyCavoodle.Hub;

namespace MyCavoodle.Tests.Unit.Hub;

/// <summary>Whoever asks for a customer may write email, handle, phone or order number as they please.</summary>
public sealed class CustomerLookupTests : IDisposable
{
    readonly TemporaryHub hubs = new();

    public CustomerLookupTests()
    {
        using var hub = hubs.CreateDbContext();
        hub.Customers.AddRange(
            new() { ShopifyId = 1, SharedEmail = "family@example.com", FirstName = "Ben", CreatedAt = default, UpdatedAt = default },
            new() { ShopifyId = 2, Email = "family@example.com", Phone = "+61412345678", InstagramHandle = "milo.the.cavoodle", FirstName = "Amy", CreatedAt = default, UpdatedAt = default },
            new() { ShopifyId = 3, Phone = "+61412345678", FirstName = "Cem", CreatedAt = default, UpdatedAt = default });
        hub.SaveChanges();
        for (var i = 1; i <= 12; i++)
            hub.Orders.Add(new() { ShopifyId = i, Number = $"#{1000 + i}", CustomerId = 2, PlacedAt = Day(i), UpdatedAt = Day(i), Lines = { Line(i, "Shampoo"), Line(i + 100, "Brush") } });
        hub.Orders.Add(new() { ShopifyId = 99, Number = "#1099", PlacedAt = Day(1), UpdatedAt = Day(1) });
        hub.SaveChanges();
    }

    [Theory]
    [InlineData("family@example.com", "Amy,Ben")]
    [InlineData("  FAMILY@Example.com ", "Amy,Ben")]
    [InlineData("@Milo.The.Cavoodle", "Amy")]
    [InlineData("milo.the.cavoodle", "Amy")]
    [InlineData("0412 345 678", "Amy,Cem")]
    [InlineData("+61 (412) 345-678", "Amy,Cem")]
    [InlineData("0061412345678", "Amy,Cem")]
    [InlineData("#1007", "Amy")]
    [InlineData("1007", "Amy")]
    [InlineData("order no. 1007", "Amy")]
    [InlineData("#1099", "")]
    [InlineData("nobody@example.com", "")]
    [InlineData("@nobody", "")]
    [InlineData("cavoodle1007", "")]
    [InlineData("0499 999 999", "")]
    [InlineData(" ", "")]
    [InlineData("@", "")]
    [InlineData("who is this", "")]
    public async Task A_customer_is_found_in_any_spelling(string written, string expected)
    {
        await using var hub = hubs.CreateDbContext();
        Assert.Equal(expected, string.Join(',', (await hub.FindCustomersAsync(written, default)).Select(f => f.Customer.FirstName)));
    }

    [Fact]
    public async Task They_come_with_their_latest_orders_and_what_was_in_them()
    {
        await using var hub = hubs.CreateDbContext();
        var amy = (await hub.FindCustomersAsync("@milo.the.cavoodle", default)).Single();
        Assert.Equal(Enumerable.Range(3, 10).Reverse().Select(i => $"#{1000 + i}"), amy.Orders.Select(o => o.Number));
        Assert.All(amy.Orders, o => Assert.Equal(["Shampoo", "Brush"], o.Lines.Select(l => l.Title)));
    }

    static DateTimeOffset Day(int day) => new(2026, 11, day, 0, 0, 0, TimeSpan.Zero);

    static OrderLine Line(long id, string title) => new() { ShopifyId = id, Title = title, Quantity = 1, UnitPrice = 10 };

    public void Dispose() => hubs.Dispose();
}
