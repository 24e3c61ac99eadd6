namespace MyCavoodle.Sandbox.Shop;

/// <summary>What one Sydney day cost in advertising and how many visits it brought. Depends only on seed and day.</summary>
/// <param name="AdSpend">AUD, two decimals; 0 on the rare day when no advertisement ran.</param>
/// <param name="AdPurchases">Orders Meta claims for its advertisements.</param>
public sealed record DayFigures(DateOnly Day, decimal AdSpend, int Impressions, int Clicks, int AdPurchases, decimal AdPurchaseValue, int Sessions)
{
    public static DayFigures Of(int seed, DateOnly day)
    {
        var dice = new Dice(seed, day.DayNumber, 5);
        var spend = dice.OneIn(50) ? 0m : dice.Money(60m, 110m);
        var sessions = dice.Between(180, 380) + (day.DayOfWeek is DayOfWeek.Sunday or DayOfWeek.Monday ? 60 : 0);
        var impressions = (int)(spend * dice.Between(70, 110));
        var clicks = impressions * dice.Between(9, 18) / 1000;
        var purchases = spend == 0 ? 0 : dice.Between(0, 4);
        return new(day, spend, impressions, clicks, purchases, purchases * dice.Money(55m, 90m), sessions);
    }
}
