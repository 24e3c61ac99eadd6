using MyCavoodle.Hub;

namespace MyCavoodle.Tests.Unit.Hub;

/// <summary>What follows from an order, its lines and its refunds, worked by hand.</summary>
public sealed class OrderFormulaTests
{
    [Fact]
    public void Profit_is_what_is_left_of_the_revenue_after_goods_and_postage()
    {
        var order = Order(total: 89.85m, shippingCost: 8.40m);
        order.Lines.Add(Line(quantity: 2, cost: 6.25m));
        order.Lines.Add(Line(quantity: 1, cost: 9.10m));
        order.Refunds.Add(new() { ShopifyId = 1, At = order.PlacedAt, Amount = 19.95m });
        order.RollUp();

        // 2 × 6.25 + 9.10
        Assert.Equal(21.60m, order.ProductCost);
        Assert.Equal(19.95m, order.Refunded);
        // 89.85 − 19.95
        Assert.Equal(69.90m, order.TotalRevenue);
        // 69.90 − 21.60 − 8.40
        Assert.Equal(39.90m, order.GrossProfit);
        // 39.90 / 69.90
        Assert.Equal(57.08m, Math.Round(order.ProfitMargin!.Value, 2));
        Assert.True(order.IsPartlyRefunded);
    }

    [Fact]
    public void A_wholly_refunded_order_has_a_loss_and_no_margin()
    {
        var order = Order(total: 30m, shippingCost: null);
        order.Lines.Add(Line(quantity: 1, cost: 5m));
        order.Lines.Add(Line(quantity: 4, cost: null));
        order.Refunds.Add(new() { ShopifyId = 1, At = order.PlacedAt, Amount = 30m });
        order.RollUp();

        Assert.Equal((0m, -5m, (decimal?)null), (order.TotalRevenue, order.GrossProfit, order.ProfitMargin));
    }

    [Theory]
    // Midnight in Sydney: 13:00 UTC in summer, 14:00 UTC in winter.
    [InlineData("2026-11-22T12:59:59Z", "2026-11-22", "2026-W47", "2026-11")]
    [InlineData("2026-11-22T13:00:00Z", "2026-11-23", "2026-W48", "2026-11")]
    [InlineData("2026-06-30T14:00:00Z", "2026-07-01", "2026-W27", "2026-07")]
    // 1 January 2027 is a Friday of the last week of 2026.
    [InlineData("2026-12-31T20:00:00Z", "2027-01-01", "2026-W53", "2027-01")]
    public void Day_week_and_month_are_those_of_Sydney(string placed, string day, string week, string month)
    {
        var order = Order(total: 1, shippingCost: null, placed);
        Assert.Equal((DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), week, month), (order.PlacedOn, order.Week, order.Month));
        Assert.Equal(3, order.DaysSince(order.PlacedOn.AddDays(3)));
    }

    [Theory]
    [InlineData("Express Post", ShippingMethod.Express)]
    [InlineData("Premium courier (same day)", ShippingMethod.Premium)]
    [InlineData("Standard shipping", ShippingMethod.Standard)]
    [InlineData("Australia Post", ShippingMethod.Standard)]
    [InlineData(null, null)]
    public void The_shipping_method_follows_from_the_shops_own_name_of_it(string? name, ShippingMethod? method)
    {
        var order = Order(total: 1, shippingCost: null);
        order.ShippingMethodName = name;
        Assert.Equal(method, order.ShippingMethod);
    }

    static Order Order(decimal total, decimal? shippingCost, string placed = "2026-11-20T00:00:00Z")
    {
        var at = DateTimeOffset.Parse(placed, System.Globalization.CultureInfo.InvariantCulture);
        return new() { ShopifyId = 1, Number = "#1042", PlacedAt = at, UpdatedAt = at, Total = total, ShippingCost = shippingCost, Payment = PaymentStatus.Paid };
    }

    static OrderLine Line(int quantity, decimal? cost) => new() { ShopifyId = 1, Title = "Shampoo", Quantity = quantity, UnitPrice = 19.95m, UnitCost = cost };
}
