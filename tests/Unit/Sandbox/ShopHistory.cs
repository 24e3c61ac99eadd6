using MyCavoodle.Sandbox;
using MyCavoodle.Sandbox.Shop;
using Xunit;

namespace MyCavoodle.Tests.Unit.Sandbox;

public sealed class ShopHistory
{
    static GroomingShop ShopAt(string now, int seed = 2024) =>
        new SandboxWorld(new SandboxOptions { Seed = seed }, new ManualTime(DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture))).Shop;

    static string Told(Order o) => $"{o.Number} {o.PlacedAt:o} {o.Email} {o.Total} {o.Test} {string.Join(',', o.Lines.Select(l => $"{l.Id}:{l.Variant.Sku}x{l.Quantity}"))} {o.Shipment?.TrackingNumber}";

    [Fact]
    public void Tomorrow_shows_the_same_history_and_one_more_day()
    {
        var (today, tomorrow) = (ShopAt("2026-11-20T03:00:00Z"), ShopAt("2026-11-21T03:00:00Z"));
        var (before, after) = (today.Orders.Select(Told).ToList(), tomorrow.Orders.Select(Told).ToList());

        Assert.Equal(before, after.Take(before.Count));
        Assert.InRange(after.Count - before.Count, 1, 16);
        Assert.Equal(today.Figures(new(2026, 11, 19)), tomorrow.Figures(new(2026, 11, 19)));
    }

    [Fact]
    public void Another_seed_makes_another_shop() =>
        Assert.NotEqual(ShopAt("2026-11-20T03:00:00Z").Orders.Select(Told), ShopAt("2026-11-20T03:00:00Z", seed: 7).Orders.Select(Told));

    [Fact]
    public void Order_numbers_count_up_from_1001_without_a_gap()
    {
        var numbers = ShopAt("2026-11-20T03:00:00Z").Orders.Select(o => o.Number).ToList();
        Assert.Equal(Enumerable.Range(1001, numbers.Count), numbers);
        Assert.InRange(numbers.Count, 2 * 365 * 3, 2 * 385 * 8);
    }

    [Fact]
    public void Three_to_eight_orders_are_placed_on_every_day_of_two_years()
    {
        var shop = ShopAt("2026-11-20T03:00:00Z");
        var days = shop.Orders.GroupBy(o => Sydney.Day(o.PlacedAt)).Where(g => g.Key < shop.Today).ToList();
        Assert.Equal(shop.Today.DayNumber - new DateOnly(2024, 11, 1).DayNumber, days.Count);
        Assert.All(days, d => Assert.InRange(d.Count(), 3, 8));
    }

    [Fact]
    public void Every_fate_an_order_can_have_occurs()
    {
        var shop = ShopAt("2026-11-20T03:00:00Z");
        var (orders, now) = (shop.Orders.ToList(), shop.Now);
        Assert.Superset(new HashSet<string> { "paid", "refunded", "partially_refunded", "voided" }, orders.Select(o => o.FinancialStatus(now)).ToHashSet());
        Assert.Superset(new HashSet<string> { "paid", "in_transit", "delivered", "cancelled" }, orders.Select(o => o.Stage(now)).ToHashSet());
        Assert.Contains(orders, o => o.Test);
        Assert.Contains(orders, o => o.Customer is null);
        Assert.Contains(orders, o => o.Shipment?.Carrier == "Sendle");
        Assert.Contains(orders, o => o.RefundsBy(now).Any(r => r.Lines.Count == 0));
    }

    [Fact]
    public void An_order_is_paid_today_and_on_its_way_or_delivered_some_days_later()
    {
        var time = new ManualTime(DateTimeOffset.Parse("2026-11-19T22:00:00Z", System.Globalization.CultureInfo.InvariantCulture));
        var shop = new SandboxWorld(new SandboxOptions(), time).Shop;
        var order = shop.Orders.Last(o => o.Stage(shop.Now) == "paid" && o.CancelledAt is null);
        time.Advance(TimeSpan.FromDays(5));
        Assert.Equal("in_transit", order.Stage(order.Shipment!.At.AddHours(7)));
        Assert.Equal("delivered", order.Stage(order.Shipment.DeliveredAt!.Value));
    }

    [Fact]
    public void A_placed_order_takes_stock_and_a_number_no_made_up_order_has()
    {
        var shop = ShopAt("2026-11-20T03:00:00Z");
        var variant = shop.FindVariant("SH-OAT-250")!;
        var before = variant.Stock;
        var (first, second) = (shop.PlaceOrder("amelia@example.com", [("SH-OAT-250", 2)]), shop.PlaceOrder("amelia@example.com", [("SH-OAT-250", 4)]));

        Assert.Equal(before - 6, variant.Stock);
        Assert.Equal((500_000 + 323 * 1440 + 180, first.Number + 1), (first.Number, second.Number));
        Assert.Equal((9.95m, 0m), (first.Shipping.Price, second.Shipping.Price));
        Assert.Same(first.Customer, second.Customer);
    }

    [Fact]
    public void The_shop_sells_no_more_than_it_has() =>
        Assert.Contains("in stock", Assert.Throws<ShopException>(() => ShopAt("2026-11-20T03:00:00Z").PlaceOrder("a@example.com", [("CO-OIL", 1)])).Message);

    [Fact]
    public void A_cancelled_order_is_refunded_and_its_goods_return_to_the_shelf()
    {
        var shop = ShopAt("2026-11-20T03:00:00Z");
        var stock = shop.FindVariant("SH-BAR")!.Stock;
        var order = shop.Cancel(shop.PlaceOrder("amelia@example.com", [("SH-BAR", 3)]));
        Assert.Equal(("cancelled", "refunded", stock), (order.Stage(shop.Now), order.FinancialStatus(shop.Now), shop.FindVariant("SH-BAR")!.Stock));
    }
}
