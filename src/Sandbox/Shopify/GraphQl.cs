using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MyCavoodle.Sandbox.Shop;
using MyCavoodle.Sandbox.Wire;

namespace MyCavoodle.Sandbox.Shopify;

/// <summary>
/// Answers one query: shopifyqlQuery for sessions per day. Anything else gets GraphQL's own kind of error: HTTP 200 with
/// errors. https://shopify.dev/docs/api/shopifyql
/// </summary>
sealed partial class GraphQl(GroomingShop shop)
{
    const int Points = 2000;

    public Answer Answer(Call call)
    {
        var query = call["query"] ?? "";
        if (query.Length == 0) return Refuse("A query attribute must be specified with a string value", null);
        if (!query.Contains("shopifyqlQuery", StringComparison.Ordinal)) return Refuse("Field doesn't exist on type 'QueryRoot'", "undefinedField");
        var ql = Argument(call, query);
        if (ql is null) return Refuse("Field 'shopifyqlQuery' is missing required arguments: query", "missingRequiredArguments");

        var match = Sessions().Match(ql);
        if (!match.Success) return Data(null, $"Unexpected input near '{ql.Split(' ')[0]}': the sandbox knows FROM sessions SHOW sessions TIMESERIES day SINCE … UNTIL …");
        var (since, until) = (DayOf(match.Groups["since"].Value), match.Groups["until"].Success ? DayOf(match.Groups["until"].Value) : shop.Today);
        if (since is not { } from || until is not { } to) return Data(null, "Invalid date");
        return Data(Table(from, to > shop.Today ? shop.Today : to), null);
    }

    JsonObject Table(DateOnly from, DateOnly to)
    {
        var rows = new JsonArray();
        for (var day = from; day <= to; day = day.AddDays(1))
            rows.Add(new JsonObject { ["day"] = Sydney.Iso(day), ["sessions"] = shop.Figures(day).Sessions.ToString(CultureInfo.InvariantCulture) });
        return new JsonObject { ["columns"] = new JsonArray(Column("day", "DAY_TIMESTAMP", "Day"), Column("sessions", "INTEGER", "Sessions")), ["rows"] = rows };
    }

    static JsonObject Column(string name, string type, string shown) => new() { ["name"] = name, ["dataType"] = type, ["displayName"] = shown, ["subType"] = null };

    static Answer Data(JsonObject? table, string? parseError) => Wire.Answer.Ok(new JsonObject
    {
        ["data"] = new JsonObject
        {
            ["shopifyqlQuery"] = new JsonObject { ["tableData"] = table, ["parseErrors"] = parseError is null ? [] : new JsonArray(parseError) },
        },
        ["extensions"] = Cost(),
    });

    static Answer Refuse(string message, string? code) => Wire.Answer.Ok(new JsonObject
    {
        ["errors"] = new JsonArray(new JsonObject
        {
            ["message"] = message,
            ["locations"] = new JsonArray(new JsonObject { ["line"] = 1, ["column"] = 1 }),
            ["extensions"] = code is null ? new JsonObject() : new JsonObject { ["code"] = code },
        }),
        ["extensions"] = Cost(),
    });

    static JsonObject Cost() => new()
    {
        ["cost"] = new JsonObject
        {
            ["requestedQueryCost"] = 10, ["actualQueryCost"] = 10,
            ["throttleStatus"] = new JsonObject { ["maximumAvailable"] = Points, ["currentlyAvailable"] = Points - 10, ["restoreRate"] = 100 },
        },
    };

    /// <summary>From a variable, whatever its name, or written into the query.</summary>
    static string? Argument(Call call, string query)
    {
        var variable = (call.Structure("variables") as JsonObject)?.Select(v => v.Value)
            .FirstOrDefault(v => v?.GetValueKind() == JsonValueKind.String && v.GetValue<string>().Contains("FROM", StringComparison.OrdinalIgnoreCase));
        return (string?)variable ?? (Inline().Match(query) is { Success: true } m ? m.Groups["ql"].Value : null);
    }

    DateOnly? DayOf(string text) => text switch
    {
        "today" => shop.Today,
        "yesterday" => shop.Today.AddDays(-1),
        ['-', .. var days, 'd'] when int.TryParse(days, out var back) => shop.Today.AddDays(-back),
        _ => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null,
    };

    [GeneratedRegex(@"^\s*FROM\s+sessions\s+SHOW\s+sessions\s+TIMESERIES\s+day\s+SINCE\s+(?<since>\S+)(\s+UNTIL\s+(?<until>\S+))?(\s+ORDER\s+BY\s+day(\s+ASC)?)?\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Sessions();

    [GeneratedRegex(@"shopifyqlQuery\s*\(\s*query\s*:\s*""(?<ql>[^""]+)""")]
    private static partial Regex Inline();
}
