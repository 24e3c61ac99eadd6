using System.Globalization;
using System.Text.Json.Nodes;
using MyCavoodle.Sandbox.Shop;

namespace MyCavoodle.Sandbox.Shopify;

/// <summary>Amounts the way Shopify writes them: decimal strings, and sets with the shop's and the buyer's currency.</summary>
static class Money
{
    public const string Currency = "AUD";

    public static string Text(decimal amount) => amount.ToString("0.00", CultureInfo.InvariantCulture);

    /// <param name="seen">The buyer's currency, where it was not the shop's.</param>
    public static JsonObject Set(decimal amount, Presentment? seen = null) => new()
    {
        ["shop_money"] = new JsonObject { ["amount"] = Text(amount), ["currency_code"] = Currency },
        ["presentment_money"] = new JsonObject { ["amount"] = Text(amount * (seen?.Rate ?? 1)), ["currency_code"] = seen?.Currency ?? Currency },
    };

    /// <summary>Adds <c>name</c> and <c>name_set</c>.</summary>
    public static void Add(JsonObject to, string name, decimal amount, Presentment? seen = null)
    {
        to[name] = Text(amount);
        to[name + "_set"] = Set(amount, seen);
    }

    /// <summary>The GST inside a price that includes it.</summary>
    public static decimal Gst(decimal amount) => Math.Round(amount / 11m, 2, MidpointRounding.AwayFromZero);

    public static JsonArray GstLines(decimal amount, Presentment? seen = null)
    {
        var line = new JsonObject { ["title"] = "GST", ["rate"] = 0.1, ["channel_liable"] = false };
        Add(line, "price", Gst(amount), seen);
        return [line];
    }
}
