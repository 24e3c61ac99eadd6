using MyCavoodle.Hub;

namespace MyCavoodle.Tests.Unit.Hub;

/// <summary>Worked by hand: every figure below can be checked with a pencil.</summary>
public sealed class LedgerTests
{
    static readonly DateOnly Monday = new(2026, 11, 16);

    [Theory, MemberData(nameof(TemporaryHub.Stores), MemberType = typeof(TemporaryHub))]
    public async Task A_week_adds_up_by_Sydney_days_with_refunds_on_the_day_they_happen(StoreProvider store)
    {
        using var hubs = new TemporaryHub(store);
        await using (var hub = hubs.CreateDbContext())
        {
            hub.Customers.AddRange(Customer(1), Customer(2));
            await hub.SaveChangesAsync();
            hub.Orders.AddRange(
                // The last minute of Sunday in Sydney belongs to the week before, its refund to this one.
                Order(1, 1, Sydney.StartOf(Monday).AddMinutes(-1), 100.00m, PaymentStatus.Refunded, refund: (Sydney.StartOf(Monday).AddDays(1), 30.00m)),
                Order(2, 1, Sydney.StartOf(Monday), 59.95m, PaymentStatus.Paid),
                Order(3, 2, Sydney.StartOf(Monday).AddDays(2), 80.10m, PaymentStatus.Paid, refund: (Sydney.StartOf(Monday).AddDays(3), 10.05m)),
                Order(4, 2, Sydney.StartOf(Monday).AddDays(2), 500m, PaymentStatus.Pending),
                Order(5, 2, Sydney.StartOf(Monday).AddDays(2), 500m, PaymentStatus.Paid, isTest: true));
            hub.AdDays.AddRange(Ads(Monday, 20.50m), Ads(Monday.AddDays(1), 19.50m), Ads(Monday.AddDays(-1), 99m));
            await hub.SaveChangesAsync();
        }

        await using var read = hubs.CreateDbContext();
        var sums = await read.AddUpAsync(new Period("", Monday, Monday.AddDays(6)), default);

        Assert.Equal(140.05m, sums.Sales);
        Assert.Equal(40.05m, sums.Refunds);
        Assert.Equal(100.00m, sums.Revenue);
        Assert.Equal(2, sums.Orders);
        Assert.Equal(40.00m, sums.AdSpend);
        Assert.Equal(2.5m, sums.Mer);
        Assert.Equal(50.00m, sums.Aov);
        // Customer 1 bought the week before; customer 2 is new.
        Assert.Equal(1, sums.NewCustomers);
        Assert.Equal(4, sums.ItemsSold);
        Assert.Equal(20.00m, sums.ProductCost);
        Assert.Equal(80.00m, sums.GrossProfit);
    }

    [Theory, MemberData(nameof(TemporaryHub.Stores), MemberType = typeof(TemporaryHub))]
    public async Task A_ratio_without_a_denominator_is_empty(StoreProvider store)
    {
        using var hubs = new TemporaryHub(store);
        await using var hub = hubs.CreateDbContext();
        var sums = await hub.AddUpAsync(new Period("", Monday, Monday), default);

        Assert.Null(sums.AdSpend);
        Assert.Null(sums.Mer);
        Assert.Null(sums.Aov);
        Assert.Equal("n/a", Figure.Find("mer")!.Spoken(sums.Mer));
        Assert.Null((sums with { AdSpend = 0 }).Mer);
    }

    [Theory]
    [InlineData(1234.5, "$1,234.50")]
    [InlineData(0.005, "$0.01")]
    [InlineData(-12, "-$12.00")]
    public void Money_is_written_to_the_cent(decimal value, string words) => Assert.Equal(words, Figure.Money(value));

    static Customer Customer(long id) => new() { ShopifyId = id, CreatedAt = default, UpdatedAt = default };

    static Order Order(long id, long customer, DateTimeOffset placed, decimal total, PaymentStatus payment,
        bool isTest = false, (DateTimeOffset At, decimal Amount)? refund = null)
    {
        var order = new Order
        {
            ShopifyId = id, Number = $"#{1000 + id}", CustomerId = customer, PlacedAt = placed, Total = total, Payment = payment, IsTest = isTest, UpdatedAt = placed,
        };
        order.Lines.Add(new() { ShopifyId = id, Title = "Shampoo", Quantity = 2, UnitPrice = total / 2, UnitCost = 5m });
        if (refund is { } given) order.Refunds.Add(new() { ShopifyId = id, At = given.At, Amount = given.Amount });
        return order;
    }

    static AdDay Ads(DateOnly day, decimal spend) => new() { Date = day, Spend = spend, ReadAt = default };
}
