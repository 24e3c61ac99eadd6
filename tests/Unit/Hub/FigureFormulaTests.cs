using MyCavoodle.Hub;

namespace MyCavoodle.Tests.Unit.Hub;

/// <summary>The figures of a day or a period, worked by hand.</summary>
public sealed class FigureFormulaTests
{
    static readonly PeriodFigures Day = new()
    {
        Sales = 1050m, Refunds = 50m, Orders = 20, ItemsSold = 31, NewCustomers = 8, ProductCost = 300m, ShippingCost = 150m,
        AdSpend = 250m, OtherMarketing = 30m, FixedCosts = 70m, Sessions = 800, SessionsFrom = SessionSource.ShopifyAnalytics,
    };

    [Theory]
    [InlineData("revenue", 1000.0, "$1,000.00")]           // 1050 − 50
    [InlineData("mer", 4.0, "4.00")]                       // 1000 / 250
    [InlineData("aov", 50.0, "$50.00")]                    // 1000 / 20
    [InlineData("conversion_rate", 2.5, "2.5 %")]          // 20 / 800
    [InlineData("variable_costs", 450.0, "$450.00")]       // 300 + 150
    [InlineData("gross_profit", 550.0, "$550.00")]         // 1000 − 450
    [InlineData("profit_margin", 55.0, "55.0 %")]          // 550 / 1000
    [InlineData("cpa", 31.25, "$31.25")]                   // 250 / 8
    [InlineData("cac", 35.0, "$35.00")]                    // (250 + 30) / 8
    [InlineData("roi", 25.0, "25.0 %")]                    // costs 450 + 70 + 250 + 30 = 800; (1000 − 800) / 800
    [InlineData("sessions", 800.0, "800")]
    public void Each_figure_follows_from_the_sums(string id, double value, string spoken)
    {
        var figure = Figure.Find(id)!;
        Assert.Equal((decimal)value, figure.Value(Day));
        Assert.Equal(spoken, figure.Spoken(figure.Value(Day)));
    }

    [Theory]
    [InlineData("mer"), InlineData("aov"), InlineData("conversion_rate"), InlineData("profit_margin"), InlineData("cpa"), InlineData("cac"), InlineData("roi")]
    public void A_ratio_with_nothing_to_divide_by_is_empty(string id)
    {
        Assert.Null(Figure.Find(id)!.Value(new PeriodFigures()));
        Assert.Null(Figure.Find(id)!.Value(new PeriodFigures { AdSpend = 0, FixedCosts = 0, Sessions = 0 }));
    }

    [Fact]
    public void The_return_on_investment_is_not_told_while_a_cost_is_unknown()
    {
        Assert.Null((Day with { FixedCosts = null }).Roi);
        Assert.Null((Day with { AdSpend = null }).Roi);
    }

    [Fact]
    public void The_conversion_rate_says_who_counted_the_sessions()
    {
        var rate = Figure.Find("conversion_rate")!;
        Assert.Equal("orders 20, sessions 800, sessions from Shopify analytics", rate.SpokenInputs(Day));
        Assert.Equal("orders 20, sessions 800, sessions from a CSV", rate.SpokenInputs(Day with { SessionsFrom = SessionSource.Csv }));
    }
}
