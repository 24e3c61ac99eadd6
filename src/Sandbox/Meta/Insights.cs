using System.Globalization;
using System.Text.Json.Nodes;
using MyCavoodle.Sandbox.Shop;
using MyCavoodle.Sandbox.Wire;

namespace MyCavoodle.Sandbox.Meta;

/// <summary>
/// What the advertisements cost. Every figure is a string; a day without delivery has no row; one purchase appears under
/// many action types. https://developers.facebook.com/docs/marketing-api/insights
/// </summary>
sealed class Insights(GroomingShop shop)
{
    static readonly string[] PurchaseAliases =
        ["purchase", "omni_purchase", "onsite_web_purchase", "onsite_web_app_purchase", "web_in_store_purchase", "offsite_conversion.fb_pixel_purchase"];

    public Answer Read(Call call)
    {
        if (Range(call) is not var (since, until) || since > until) return MetaError.Invalid("Must be a valid time_range or date_preset");
        if (call["level"] is { } level && level != "account") return MetaError.Invalid("The sandbox has figures at level account only");
        var days = new List<DayFigures>();
        for (var day = since; day <= until && day <= shop.Today; day = day.AddDays(1)) days.Add(shop.Figures(day));
        var rows = Grouped(call["time_increment"] ?? "all_days", days).Where(r => r.Any(d => d.AdSpend > 0)).ToList();

        var limit = Math.Clamp(call.Whole("limit") ?? 25, 1, 500);
        var start = int.TryParse(call["after"], out var after) ? after : 0;
        var page = rows.Skip(start).Take(limit).ToList();
        var answer = new JsonObject { ["data"] = new JsonArray([.. page.Select(r => Row(r, call["fields"]))]) };
        if (page.Count > 0) answer["paging"] = Conversations.Paging(call, start, start + page.Count, rows.Count);
        return Answer.Ok(answer);
    }

    (DateOnly Since, DateOnly Until)? Range(Call call)
    {
        if (call.Structure("time_range") is JsonObject range) return Day((string?)range["since"]) is { } from && Day((string?)range["until"]) is { } to ? (from, to) : null;
        if (call["time_range"] is not null) return null;
        var today = shop.Today;
        var month = new DateOnly(today.Year, today.Month, 1);
        return call["date_preset"] switch
        {
            "today" => (today, today),
            "yesterday" => (today.AddDays(-1), today.AddDays(-1)),
            "last_3d" => (today.AddDays(-3), today.AddDays(-1)),
            "last_7d" => (today.AddDays(-7), today.AddDays(-1)),
            "last_14d" => (today.AddDays(-14), today.AddDays(-1)),
            "last_28d" => (today.AddDays(-28), today.AddDays(-1)),
            null or "last_30d" => (today.AddDays(-30), today.AddDays(-1)),
            "last_90d" => (today.AddDays(-90), today.AddDays(-1)),
            "this_month" => (month, today),
            "last_month" => (month.AddMonths(-1), month.AddDays(-1)),
            "maximum" => (Sydney.Day(shop.OpenedAt), today),
            _ => null,
        };
    }

    static IEnumerable<IReadOnlyList<DayFigures>> Grouped(string increment, List<DayFigures> days) => increment switch
    {
        "all_days" => days.Count > 0 ? [days] : [],
        "monthly" => days.GroupBy(d => (d.Day.Year, d.Day.Month)).Select(g => g.ToList()),
        _ => int.TryParse(increment, out var size) && size > 0 ? days.Chunk(size) : [days],
    };

    static JsonObject Row(IReadOnlyList<DayFigures> days, string? fields)
    {
        var (spend, impressions, clicks) = (days.Sum(d => d.AdSpend), days.Sum(d => d.Impressions), days.Sum(d => d.Clicks));
        var row = new JsonObject
        {
            ["account_id"] = Credentials.MetaAdAccountId,
            ["account_name"] = "MyCavoodle",
            ["account_currency"] = "AUD",
            ["spend"] = spend.ToString("0.##", CultureInfo.InvariantCulture),
            ["impressions"] = Text(impressions),
            ["clicks"] = Text(clicks),
            ["reach"] = Text(impressions * 7 / 10),
        };
        var purchases = days.Sum(d => d.AdPurchases);
        var actions = new JsonArray(Action("link_click", Text(clicks)));
        // What did not happen is absent, not zero.
        if (purchases > 0)
        {
            var value = days.Sum(d => d.AdPurchaseValue).ToString("0.##", CultureInfo.InvariantCulture);
            foreach (var alias in PurchaseAliases) actions.Add(Action(alias, Text(purchases)));
            row["action_values"] = new JsonArray([.. PurchaseAliases.Select(alias => Action(alias, value))]);
        }
        row["actions"] = actions;
        var wanted = (fields ?? "impressions,spend").Split(',', StringSplitOptions.TrimEntries);
        foreach (var extra in row.Select(p => p.Key).Where(k => !wanted.Contains(k)).ToList()) row.Remove(extra);
        row["date_start"] = Sydney.Iso(days[0].Day);
        row["date_stop"] = Sydney.Iso(days[^1].Day);
        return row;
    }

    static JsonObject Action(string type, string value) => new() { ["action_type"] = type, ["value"] = value };

    static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
