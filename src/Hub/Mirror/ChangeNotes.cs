using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Storage;

namespace MyCavoodle.Hub;

/// <summary>
/// Notes every mirrored row that a save changes, in the same transaction: an outbox of changed rows, one entry a row. Only
/// a hub that has a mirror is given this.
/// </summary>
public sealed class ChangeNotes(TimeProvider time) : SaveChangesInterceptor
{
    readonly ConditionalWeakTable<DbContext, Pending> pending = [];

    /// <summary>What is being saved, and the transaction that was begun for it; null: the caller's own.</summary>
    sealed record Pending(IReadOnlyList<object> Rows, IDbContextTransaction? Transaction);

    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        var context = eventData.Context!;
        var rows = context.ChangeTracker.Entries()
            .Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted && TableOf(e.Entity) is not null).Select(e => e.Entity).ToList();
        if (rows.Count == 0) return result;
        var own = context.Database.CurrentTransaction is null ? await context.Database.BeginTransactionAsync(cancellationToken) : null;
        pending.AddOrUpdate(context, new(rows, own));
        return result;
    }

    public override async ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        if (!pending.TryGetValue(eventData.Context!, out var saved)) return result;
        pending.Remove(eventData.Context!);
        await using var own = saved.Transaction;
        await NoteAsync((HubContext)eventData.Context!, [.. saved.Rows.Select(r => (TableOf(r)!.Value, IdOf(r)))], time.GetUtcNow(), cancellationToken);
        if (own is not null) await own.CommitAsync(cancellationToken);
        return result;
    }

    public override Task SaveChangesFailedAsync(DbContextErrorEventData eventData, CancellationToken cancellationToken = default) => GiveUpAsync(eventData.Context!);

    public override Task SaveChangesCanceledAsync(DbContextEventData eventData, CancellationToken cancellationToken = default) => GiveUpAsync(eventData.Context!);

    async Task GiveUpAsync(DbContext context)
    {
        if (!pending.TryGetValue(context, out var failed)) return;
        pending.Remove(context);
        if (failed.Transaction is { } own) await own.DisposeAsync();
    }

    /// <summary>Notes rows that changed without a save, or whose mirrored fields follow from the day.</summary>
    public static async Task NoteAsync(HubContext hub, IReadOnlyCollection<(MirrorTable Table, long RowId)> rows, DateTimeOffset now, CancellationToken ct)
    {
        const int AtOnce = 200;
        foreach (var some in rows.Distinct().Chunk(AtOnce))
        {
            await using var command = hub.Database.GetDbConnection().CreateCommand();
            command.Transaction = hub.Database.CurrentTransaction?.GetDbTransaction();
            // The same words on SQLite and PostgreSQL. A row that was refused is due again: what changed may be what was wrong with it.
            command.CommandText = $"""
                INSERT INTO "MirrorChanges" ("Table", "RowId", "Version", "ChangedAt", "DueAt", "Attempts")
                VALUES {string.Join(", ", some.Select((_, i) => $"(@t{i}, @r{i}, 1, @now, @now, 0)"))}
                ON CONFLICT ("Table", "RowId") DO UPDATE SET "Version" = "MirrorChanges"."Version" + 1, "ChangedAt" = excluded."ChangedAt",
                    "DueAt" = excluded."DueAt", "Attempts" = 0, "Reason" = NULL
                """;
            Add(command, "@now", now.UtcDateTime);
            foreach (var (row, i) in some.Select((row, i) => (row, i)))
            {
                Add(command, $"@t{i}", row.Table.ToString());
                Add(command, $"@r{i}", row.RowId);
            }
            await hub.Database.OpenConnectionAsync(ct);
            try
            {
                await command.ExecuteNonQueryAsync(ct);
            }
            finally
            {
                await hub.Database.CloseConnectionAsync();
            }
        }
    }

    static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }

    static MirrorTable? TableOf(object row) => row switch
    {
        Supplier => MirrorTable.Suppliers,
        Customer => MirrorTable.Customers,
        Product => MirrorTable.Products,
        Order => MirrorTable.Orders,
        OrderLine => MirrorTable.OrderLines,
        Inquiry => MirrorTable.Inquiries,
        DailyFigures => MirrorTable.Figures,
        _ => null,
    };

    static long IdOf(object row) => row switch
    {
        Supplier s => s.Id,
        Customer c => c.Id,
        Product p => p.Id,
        Order o => o.Id,
        OrderLine l => l.Id,
        Inquiry i => i.Id,
        DailyFigures d => d.Date.DayNumber,
        _ => throw new ArgumentException($"{row.GetType().Name} is not mirrored", nameof(row)),
    };
}
