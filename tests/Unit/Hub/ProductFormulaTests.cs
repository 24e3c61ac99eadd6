using MyCavoodle.Hub;

namespace MyCavoodle.Tests.Unit.Hub;

/// <summary>What follows from a product's prices, its stock and what was sold of it, worked by hand.</summary>
public sealed class ProductFormulaTests
{
    static readonly DateOnly Today = new(2026, 11, 22);

    [Fact]
    public void The_gross_margin_leaves_the_tax_out_of_the_price()
    {
        // 22.00 with GST is 20.00 without; (20 − 8) / 20
        Assert.Equal(60m, Product(retail: 22.00m, cost: 8.00m).GrossMargin);
        Assert.Null(Product(retail: 22.00m, cost: null).GrossMargin);
        Assert.Null(Product(retail: 0, cost: 8.00m).GrossMargin);
    }

    [Fact]
    public void The_pace_is_the_average_of_whole_days_and_today_is_not_over()
    {
        ProductDay[] sold = [Sold(0, 50), Sold(1, 7), Sold(7, 14), Sold(8, 9), Sold(30, 30), Sold(31, 30), Sold(90, 90), Sold(91, 1000)];
        // 21 / 7; (21 + 9 + 30) / 30; (60 + 30 + 90) / 90
        Assert.Equal(new SalesPace(3m, 2m, 2m), SalesPace.Of(sold, Today));
        Assert.Equal(SalesPace.None, SalesPace.Of([], Today));
    }

    [Fact]
    public void The_current_stock_holds_what_is_promised_too()
    {
        var product = Product();
        (product.Available, product.Committed) = (12, 5);
        Assert.Equal(17, product.CurrentStock);
    }

    [Theory]
    // available, sold a day, lead time: days of stock, alert, status
    [InlineData(30, 2, 14, 15.0, false, StockStatus.InStock)]
    [InlineData(28, 2, 14, 14.0, true, StockStatus.Low)]
    [InlineData(10, 0, 14, null, false, StockStatus.Low)]
    [InlineData(11, 0, 14, null, false, StockStatus.InStock)]
    [InlineData(0, 2, 14, 0.0, true, StockStatus.OutOfStock)]
    [InlineData(-2, 2, 14, 0.0, true, StockStatus.OutOfStock)]
    [InlineData(28, 2, null, 14.0, false, StockStatus.InStock)]
    public void Days_of_stock_are_set_against_the_lead_time(int available, int perDay, int? leadTime, double? days, bool alert, StockStatus status)
    {
        var product = Product();
        (product.Available, product.ReorderPoint, product.LeadTimeDays) = (available, 10, leadTime);
        var pace = new SalesPace(perDay, perDay, perDay);
        Assert.Equal(((decimal?)days, alert, status), (product.DaysOfStock(pace), product.ReorderAlert(pace), product.StockStatus(pace)));
    }

    [Fact]
    public void The_suppliers_lead_time_counts_until_the_product_has_its_own()
    {
        var product = Product();
        (product.Available, product.Supplier) = (28, new() { Name = "Coastal Soaps", LeadTimeDays = 14 });
        var pace = new SalesPace(2, 2, 2);
        Assert.True(product.ReorderAlert(pace));
        product.LeadTimeDays = 7;
        Assert.False(product.ReorderAlert(pace));
    }

    static ProductDay Sold(int daysAgo, int pieces) => new() { ShopifyVariantId = 41, Date = Today.AddDays(-daysAgo), Pieces = pieces };

    static Product Product(decimal retail = 22.00m, decimal? cost = 8.00m) => new()
    {
        ShopifyVariantId = 41, ShopifyProductId = 4, InventoryItemId = 411, Name = "Oatmeal Calm Shampoo", Active = true, RetailPrice = retail, CostPrice = cost, UpdatedAt = default,
    };
}
