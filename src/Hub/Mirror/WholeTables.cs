using Microsoft.EntityFrameworkCore;

namespace MyCavoodle.Hub;

/// <summary>Notes all rows of mirrored tables as changed, by one statement of the database and not row by row.</summary>
public static class WholeTables
{
    public static async Task MirrorAllAsync(this HubContext hub, MirrorTable table, DateTimeOffset now, CancellationToken ct)
    {
        if (table == MirrorTable.Figures)
        {
            // A day's row is known by its day number, which the databases count differently; days are few.
            var days = await hub.DailyFigures.Select(d => d.Date).ToListAsync(ct);
            await ChangeNotes.NoteAsync(hub, [.. days.Select(d => (table, (long)d.DayNumber))], now, ct);
            return;
        }
        var rows = hub.Model.FindEntityType(RowOf(table))!.GetTableName();
        // The same words on SQLite and PostgreSQL; SQLite asks for a WHERE before ON CONFLICT.
        var words = $$"""
            INSERT INTO "MirrorChanges" ("Table", "RowId", "Version", "ChangedAt", "DueAt", "Attempts")
            SELECT {0}, "Id", 1, {1}, {1}, 0 FROM "{{rows}}" WHERE "Id" > 0
            ON CONFLICT ("Table", "RowId") DO UPDATE SET "Version" = "MirrorChanges"."Version" + 1, "ChangedAt" = excluded."ChangedAt",
                "DueAt" = excluded."DueAt", "Attempts" = 0, "Reason" = NULL
            """;
        await hub.Database.ExecuteSqlRawAsync(words, [table.ToString(), now.UtcDateTime], ct);
    }

    static Type RowOf(MirrorTable table) => table switch
    {
        MirrorTable.Suppliers => typeof(Supplier),
        MirrorTable.Customers => typeof(Customer),
        MirrorTable.Products => typeof(Product),
        MirrorTable.Orders => typeof(Order),
        MirrorTable.OrderLines => typeof(OrderLine),
        MirrorTable.Inquiries => typeof(Inquiry),
        _ => throw new ArgumentOutOfRangeException(nameof(table)),
    };
}
