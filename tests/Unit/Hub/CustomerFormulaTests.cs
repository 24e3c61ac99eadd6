using MyCavoodle.Hub;

namespace MyCavoodle.Tests.Unit.Hub;

/// <summary>What follows from a customer's totals, worked by hand.</summary>
public sealed class CustomerFormulaTests
{
    static readonly DateOnly Today = new(2026, 11, 22);

    [Theory]
    [InlineData(500.00, VipStatus.Standard)]
    [InlineData(500.01, VipStatus.Vip)]
    [InlineData(0, VipStatus.Standard)]
    public void A_VIP_has_brought_more_than_500_dollars(double revenue, VipStatus status) =>
        Assert.Equal(status, Customer(orders: 3, revenue: (decimal)revenue).Vip);

    [Fact]
    public void The_average_order_value_is_the_revenue_by_the_orders_and_empty_before_the_first()
    {
        // 149.85 / 3
        Assert.Equal(49.95m, Customer(orders: 3, revenue: 149.85m).Aov);
        Assert.Null(Customer(orders: 0, revenue: 0).Aov);
    }

    [Theory]
    [InlineData(0, null, LifecycleStage.Prospect)]
    [InlineData(1, 0, LifecycleStage.New)]
    [InlineData(1, 90, LifecycleStage.New)]
    [InlineData(2, 90, LifecycleStage.Active)]
    [InlineData(1, 91, LifecycleStage.AtRisk)]
    [InlineData(7, 180, LifecycleStage.AtRisk)]
    [InlineData(7, 181, LifecycleStage.Lapsed)]
    public void The_lifecycle_stage_follows_from_the_orders_and_the_days_since_the_last(int orders, int? daysAgo, LifecycleStage stage)
    {
        var customer = Customer(orders, revenue: 10, daysAgo);
        Assert.Equal(daysAgo, customer.DaysSinceLastOrder(Today));
        Assert.Equal(stage, customer.LifecycleOn(Today));
    }

    [Theory]
    [InlineData("0412 345 678", "+61412345678")]
    [InlineData("+61 412 345 678", "+61412345678")]
    [InlineData("61412345678", "+61412345678")]
    [InlineData("0061 (4) 12-345-678", "+61412345678")]
    [InlineData("+1 415 555 2671", "+14155552671")]
    [InlineData("12345", null)]
    [InlineData("call me", null)]
    [InlineData(null, null)]
    public void A_phone_number_is_one_in_every_spelling(string? written, string? number) =>
        Assert.Equal(number, MyCavoodle.Hub.Customer.NormalisePhone(written));

    [Theory]
    [InlineData(" @Milo.The.Cavoodle ", "milo.the.cavoodle")]
    [InlineData("@", null)]
    public void A_handle_is_one_with_and_without_its_at_sign(string written, string? handle) =>
        Assert.Equal(handle, MyCavoodle.Hub.Customer.NormaliseHandle(written));

    static Customer Customer(int orders, decimal revenue, int? daysAgo = null) => new()
    {
        ShopifyId = 7, CreatedAt = default, UpdatedAt = default, TotalOrders = orders, TotalRevenue = revenue,
        LastOrderOn = daysAgo is { } days ? Today.AddDays(-days) : null,
    };
}
