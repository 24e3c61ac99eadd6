using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MyCavoodle.Sandbox.Shop;

namespace MyCavoodle.Sandbox.Shopify;

sealed record SessionTable(IReadOnlyList<JsonObject> Columns, JsonArray Rows);

sealed record SessionAnswer(SessionTable? Table, IReadOnlyList<string> ParseErrors);

/// <summary>The one ShopifyQL question the shop answers: sessions per day. https://shopify.dev/docs/api/shopifyql</summary>
sealed partial class Sessions(GroomingShop shop)
{
    public SessionAnswer Answer(string ql)
    {
        var match = Question().Match(ql);
        if (!match.Success) return new(null, [$"Unexpected input near '{ql.Split(' ')[0]}': the sandbox knows FROM sessions SHOW sessions TIMESERIES day SINCE … UNTIL …"]);
        var (since, until) = (DayOf(match.Groups["since"].Value), match.Groups["until"].Success ? DayOf(match.Groups["until"].Value) : shop.Today);
        if (since is not { } from || until is not { } to) return new(null, ["Invalid date"]);
        return new(Table(from, to > shop.Today ? shop.Today : to), []);
    }

    SessionTable Table(DateOnly from, DateOnly to)
    {
        var rows = new JsonArray();
        for (var day = from; day <= to; day = day.AddDays(1))
            rows.Add(new JsonObject { ["day"] = Sydney.Iso(day), ["sessions"] = shop.Figures(day).Sessions.ToString(CultureInfo.InvariantCulture) });
        return new([Column("day", "DAY_TIMESTAMP", "Day"), Column("sessions", "INTEGER", "Sessions")], rows);
    }

    static JsonObject Column(string name, string type, string shown) => new() { ["name"] = name, ["dataType"] = type, ["displayName"] = shown };

    DateOnly? DayOf(string text) => text switch
    {
        "today" => shop.Today,
        "yesterday" => shop.Today.AddDays(-1),
        ['-', .. var days, 'd'] when int.TryParse(days, out var back) => shop.Today.AddDays(-back),
        _ => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null,
    };

    [GeneratedRegex(@"^\s*FROM\s+sessions\s+SHOW\s+sessions\s+TIMESERIES\s+day\s+SINCE\s+(?<since>\S+)(\s+UNTIL\s+(?<until>\S+))?(\s+ORDER\s+BY\s+day(\s+ASC)?)?\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Question();
}
