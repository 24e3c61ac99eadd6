using System.Globalization;
using System.Net;
using System.Text.Json;
using MyCavoodle.Clients.Http;

namespace MyCavoodle.Clients.Shopify;

/// <summary>Visits to the online store on a day of the shop's calendar.</summary>
public sealed record ShopifySessions(DateOnly Day, int Sessions);

/// <summary>
/// The question about traffic and its answer: a table with named columns whose rows come as objects (<c>{"day":"2026-11-20","sessions":"412"}</c>)
/// or as lists in the columns' order. https://shopify.dev/docs/api/shopifyql
/// </summary>
public static class ShopifyTraffic
{
    /// <summary>The code when Shopify did not understand a question: ask no more, read an exported CSV instead.</summary>
    public const string Unparsed = "shopifyql_unparsed";

    // The clauses' order matters, and UNTIL is inclusive.
    internal static string Question(DateOnly from, DateOnly until) =>
        string.Create(CultureInfo.InvariantCulture, $"FROM sessions SHOW sessions TIMESERIES day SINCE {from:yyyy-MM-dd} UNTIL {until:yyyy-MM-dd}");

    internal static IReadOnlyList<ShopifySessions> Read(JsonElement? answer)
    {
        if (answer.At("parseErrors") is { ValueKind: JsonValueKind.Array } errors && errors.GetArrayLength() > 0)
            throw Refused(Unparsed, string.Join("; ", errors.EnumerateArray().Select(e => e.ToString())));
        if (answer.At("tableData", "rows") is not { ValueKind: JsonValueKind.Array } rows)
            throw Refused("unreadable", "no rows in the answer");
        var columns = answer.At("tableData", "columns") is { ValueKind: JsonValueKind.Array } named
            ? named.EnumerateArray().Select(c => ((JsonElement?)c).At("name").Text()).ToList() : [];
        return [.. rows.EnumerateArray().Select(row => Row(row, columns)).OrderBy(s => s.Day)];
    }

    static ShopifySessions Row(JsonElement row, List<string?> columns)
    {
        var day = Cell(row, columns, "day");
        var sessions = Cell(row, columns, "sessions");
        return DateOnly.TryParseExact(day?.Split('T')[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on)
            && decimal.TryParse(sessions, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var count)
                ? new(on, (int)count) : throw Refused("unreadable", "a row without day and sessions");
    }

    static string? Cell(JsonElement row, List<string?> columns, string name)
    {
        if (row.ValueKind != JsonValueKind.Array)
            return ((JsonElement?)row).At(name).Text();
        var at = columns.IndexOf(name);
        return at >= 0 && at < row.GetArrayLength() ? ((JsonElement?)row[at]).Text() : null;
    }

    static ProviderException Refused(string code, string words) => new(ShopifyClient.Provider, $"shopifyql: {words.Short()}", HttpStatusCode.OK, code: code);
}
