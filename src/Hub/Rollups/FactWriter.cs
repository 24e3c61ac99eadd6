using Microsoft.EntityFrameworkCore;

namespace MyCavoodle.Hub;

/// <summary>
/// Writes facts (orders, stock, costs, ad spend) with the rollups that follow from them in one commit: nobody ever reads a
/// total that its orders do not add up to. One writer of facts at a time, also where several hosts share a database.
/// </summary>
public sealed class FactWriter(IDbContextFactory<HubContext> hubs) : IDisposable
{
    const string Postgres = "Npgsql.EntityFrameworkCore.PostgreSQL";
    readonly SemaphoreSlim oneAtATime = new(1);

    /// <param name="write">Changes what the context tracks; orders it touches are loaded whole, with lines and refunds. It does not save.</param>
    public Task WriteAsync(Func<HubContext, Task> write, CancellationToken ct) => CommitAsync(async hub =>
    {
        await write(hub);
        if (!hub.ChangeTracker.HasChanges()) return;
        var touched = Touched.In(hub);
        await hub.SaveChangesAsync(ct);
        await hub.RollUpAsync(touched, ct);
        await hub.SaveChangesAsync(ct);
    }, ct);

    /// <summary>Adds a part of the totals up anew from the facts.</summary>
    /// <returns>The totals that were not what the facts add up to, by name; they are now.</returns>
    public async Task<IReadOnlyList<string>> RecountAsync(RollupScope scope, CancellationToken ct)
    {
        IReadOnlyList<string> wrong = [];
        await CommitAsync(async hub =>
        {
            await hub.RecountAsync(scope, ct);
            wrong = RollupScope.Changed(hub.ChangeTracker);
            await hub.SaveChangesAsync(ct);
        }, ct);
        return wrong;
    }

    async Task CommitAsync(Func<HubContext, Task> write, CancellationToken ct)
    {
        await oneAtATime.WaitAsync(ct);
        try
        {
            await using var hub = await hubs.CreateDbContextAsync(ct);
            await using var transaction = await hub.Database.BeginTransactionAsync(ct);
            // Ends with the transaction. SQLite lets one transaction in at a time by itself.
            if (hub.Database.ProviderName == Postgres) await hub.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtext('mycavoodle-facts'))", ct);
            await write(hub);
            await transaction.CommitAsync(ct);
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    public void Dispose() => oneAtATime.Dispose();
}
