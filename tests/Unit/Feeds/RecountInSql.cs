using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MyCavoodle.Hub;

namespace MyCavoodle.Tests.Unit.Feeds;

/// <summary>Adds every rollup up in plain SQL over whole cents, sharing nothing with the code that keeps them.</summary>
static class RecountInSql
{
    const string Counts = """o."IsTest" = {false} AND o."Payment" IN ('Paid', 'Refunded')""";

    static readonly (string What, string Kept, string Recounted)[] Rollups =
    [
        ("cost and refunds of an order", """SELECT "Id" k, {cents:"ProductCost"} a, {cents:"Refunded"} b FROM "Orders" ORDER BY 1""",
            """
            SELECT o."Id", COALESCE((SELECT SUM({cents:l."UnitCost"} * l."Quantity") FROM "OrderLines" l WHERE l."OrderId" = o."Id" AND l."UnitCost" IS NOT NULL), 0),
                COALESCE((SELECT SUM({cents:r."Amount"}) FROM "Refunds" r WHERE r."OrderId" = o."Id"), 0) FROM "Orders" o ORDER BY 1
            """),
        ("orders and revenue of a customer", """SELECT "Id", "TotalOrders", {cents:"TotalRevenue"} FROM "Customers" ORDER BY 1""",
            $$"""
            SELECT c."Id", (SELECT COUNT(*) FROM "Orders" o WHERE o."CustomerId" = c."Id" AND {{Counts}}),
                COALESCE((SELECT SUM({cents:o."Total"}) FROM "Orders" o WHERE o."CustomerId" = c."Id" AND {{Counts}}), 0)
                - COALESCE((SELECT SUM({cents:r."Amount"}) FROM "Orders" o JOIN "Refunds" r ON r."OrderId" = o."Id" WHERE o."CustomerId" = c."Id" AND {{Counts}}), 0)
            FROM "Customers" c ORDER BY 1
            """),
        ("committed pieces of a product", """SELECT "ShopifyVariantId", "Committed", 0 FROM "Products" ORDER BY 1""",
            """SELECT p."ShopifyVariantId", COALESCE((SELECT SUM(l."Unfulfilled") FROM "OrderLines" l WHERE l."ShopifyVariantId" = p."ShopifyVariantId"), 0), 0 FROM "Products" p ORDER BY 1"""),
        ("pieces sold a day", """SELECT {text:"Date"}, SUM("Pieces"), COUNT(*) FROM "ProductDays" GROUP BY 1 ORDER BY 1""",
            $$"""
            SELECT {text:o."PlacedOn"}, SUM(l."Quantity"), COUNT(DISTINCT l."ShopifyVariantId") FROM "Orders" o JOIN "OrderLines" l ON l."OrderId" = o."Id"
            WHERE {{Counts}} AND l."ShopifyVariantId" IS NOT NULL GROUP BY 1 ORDER BY 1
            """),
        ("sales and orders of a day", """SELECT {text:"Date"}, {cents:"Sales"}, "Orders" FROM "DailyFigures" WHERE "Orders" > 0 ORDER BY 1""",
            $$"""SELECT {text:o."PlacedOn"}, SUM({cents:o."Total"}), COUNT(*) FROM "Orders" o WHERE {{Counts}} GROUP BY 1 ORDER BY 1"""),
        ("refunds of a day", """SELECT {text:"Date"}, {cents:"Refunds"}, 0 FROM "DailyFigures" WHERE {cents:"Refunds"} <> 0 ORDER BY 1""",
            """SELECT {text:r."On"}, SUM({cents:r."Amount"}), 0 FROM "Refunds" r JOIN "Orders" o ON o."Id" = r."OrderId" WHERE o."IsTest" = {false} AND {cents:r."Amount"} <> 0 GROUP BY 1 ORDER BY 1"""),
        ("items and costs of a day", """SELECT {text:"Date"}, "ItemsSold", {cents:"ProductCost"} FROM "DailyFigures" WHERE "Orders" > 0 ORDER BY 1""",
            $$"""
            SELECT {text:o."PlacedOn"}, COALESCE(SUM(l."Quantity"), 0), COALESCE(SUM({cents:COALESCE(l."UnitCost", '0')} * l."Quantity"), 0)
            FROM "Orders" o LEFT JOIN "OrderLines" l ON l."OrderId" = o."Id" WHERE {{Counts}} GROUP BY 1 ORDER BY 1
            """),
        ("new customers of a day", """SELECT {text:"Date"}, "NewCustomers", 0 FROM "DailyFigures" WHERE "NewCustomers" > 0 ORDER BY 1""",
            $$"""
            SELECT {text:f.d}, COUNT(*), 0 FROM (SELECT MIN(o."PlacedOn") d FROM "Orders" o WHERE o."CustomerId" IS NOT NULL AND {{Counts}} GROUP BY o."CustomerId") f GROUP BY 1 ORDER BY 1
            """),
    ];

    /// <summary>What is kept and not what the facts add up to; empty when all is right.</summary>
    public static async Task<List<string>> DifferencesAsync(HubContext hub)
    {
        List<string> wrong = [];
        foreach (var (what, kept, recounted) in Rollups)
        {
            var (are, shouldBe) = (await RowsAsync(hub, kept), await RowsAsync(hub, recounted));
            wrong.AddRange(are.Except(shouldBe).Select(row => $"{what}: {row} is kept"));
            wrong.AddRange(shouldBe.Except(are).Select(row => $"{what}: {row} is right"));
        }
        return wrong;
    }

    static async Task<HashSet<string>> RowsAsync(HubContext hub, string sql)
    {
        await hub.Database.OpenConnectionAsync();
        await using var command = hub.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // The statements above and nothing else.
        command.CommandText = Dialect(sql, hub.Database.IsNpgsql());
#pragma warning restore CA2100
        await using var rows = await command.ExecuteReaderAsync();
        HashSet<string> read = [];
        while (await rows.ReadAsync())
            read.Add(string.Create(CultureInfo.InvariantCulture, $"{rows.GetValue(0)}: {Convert.ToInt64(rows.GetValue(1), CultureInfo.InvariantCulture)}, {Convert.ToInt64(rows.GetValue(2), CultureInfo.InvariantCulture)}"));
        return read;
    }

    /// <summary>Amounts are text in SQLite: they are made whole cents before they are added.</summary>
    static string Dialect(string sql, bool isPostgres)
    {
        sql = sql.Replace("{false}", isPostgres ? "false" : "0", StringComparison.Ordinal);
        if (isPostgres) sql = sql.Replace("'0')", "0)", StringComparison.Ordinal);
        sql = System.Text.RegularExpressions.Regex.Replace(sql, @"\{cents:([^{}]+)\}", isPostgres ? "CAST(ROUND($1 * 100) AS bigint)" : "CAST(ROUND(CAST($1 AS REAL) * 100) AS INTEGER)");
        return System.Text.RegularExpressions.Regex.Replace(sql, @"\{text:([^{}]+)\}", isPostgres ? "CAST($1 AS text)" : "$1");
    }
}
