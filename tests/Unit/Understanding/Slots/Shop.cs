using MyCavoodle.Understanding.Slots;
using MyCavoodle.Understanding.Text;
using MyCavoodle.Understanding.Times;
using NodaTime;

namespace MyCavoodle.Tests.Unit.Understanding.Slots;

/// <summary>A small shop and its reader; it is Sunday 22 November 2026, 3:05 pm in Sydney.</summary>
static class Shop
{
    public static readonly TimeSetting Now = new(new(2026, 11, 22, 15, 5, 0, TimeSpan.FromHours(11)), DateTimeZoneProviders.Tzdb["Australia/Sydney"]);

    public static readonly Catalogue Catalogue = new(
    [
        new("Oatmeal Soothing Shampoo", ["250 ml", "500 ml"], []),
        new("Oatmeal Conditioner", ["250 ml", "500 ml"], []),
        new("Lavender Calming Shampoo", ["250 ml", "500 ml"], []),
        new("Puppy Tearless Shampoo", ["250 ml"], []),
        new("Detangling Spray", ["200 ml"], ["detangler"]),
        new("Slicker Brush", ["Small", "Large"], []),
        new("Bamboo Pin Brush", [], []),
        new("Stainless Steel Comb", [], []),
        new("Microfibre Towel", ["Pink", "Grey"], []),
        new("Paw Balm", ["50 g"], []),
        new("De-Shedding Tool", [], []),
        new("Christmas Bandana", ["S", "M", "L"], []),
    ]);

    static readonly Metrics Metrics = new(new Dictionary<string, IReadOnlyList<string>>
    {
        ["revenue"] = [@"\b(revenue|takings|sales)\b"],
        ["mer"] = [@"\b(mer|roas)\b"],
        ["ad_spend"] = [@"\bad(vertising)? ?(spend|cost)\b"],
        ["gross_profit"] = [@"\b(gross )?profits?\b"],
        ["profit_margin"] = [@"\b((profit|gross) )?margins?\b"],
    });

    static readonly SlotReader Reader = new(new(Catalogue, Metrics));

    public static SlotReading Read(string message) => Reader.Read(PlainText.Of(message), Now);

    public static SlotReading Read(string message, string orderPrefix) => new SlotReader(new(Catalogue, Metrics, orderPrefix)).Read(PlainText.Of(message), Now);
}
