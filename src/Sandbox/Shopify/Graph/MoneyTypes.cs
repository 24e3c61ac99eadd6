using System.Globalization;
using MyCavoodle.Sandbox.Shop;

namespace MyCavoodle.Sandbox.Shopify.Graph;

/// <summary>An amount in the shop's currency, and what the buyer saw of it.</summary>
sealed record Bag(decimal Amount, Presentment? Seen)
{
    public Coin Shop => new(Amount, Money.Currency);
    public Coin Presented => Seen is null ? Shop : new(Math.Round(Amount * Seen.Rate, 2, MidpointRounding.AwayFromZero), Seen.Currency);
}

sealed record Coin(decimal Amount, string Currency);

/// <summary>A number of things, exact or not.</summary>
sealed record Tally(int Number, int? Limit);

/// <summary>MoneyBag, MoneyV2, Count.</summary>
sealed class MoneyTypes
{
    /// <summary>Attribute: what a buyer writes on an order or a line. Nobody does in this shop.</summary>
    public ObjectType<Tally> Attribute { get; } = new ObjectType<Tally>("Attribute").Value("key", _ => null).Value("value", _ => null);

    public ObjectType<Coin> MoneyV2 { get; } = new ObjectType<Coin>("MoneyV2")
        // One decimal at least, no useless zero behind it: 10.0, 22.95.
        .Value("amount", c => c.Amount.ToString("0.0###", CultureInfo.InvariantCulture))
        .Value("currencyCode", c => c.Currency);

    public ObjectType<Bag> MoneyBag { get; }

    public ObjectType<Tally> Count { get; } = new ObjectType<Tally>("Count") { IsFree = true }
        .Value("count", t => t.Limit is { } limit ? Math.Min(t.Number, limit) : t.Number)
        .Value("precision", t => t.Number > t.Limit ? "AT_LEAST" : "EXACT");

    public MoneyTypes() => MoneyBag = new ObjectType<Bag>("MoneyBag")
        .One("shopMoney", () => MoneyV2, b => b.Shop)
        .One("presentmentMoney", () => MoneyV2, b => b.Presented);
}
