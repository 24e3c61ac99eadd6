using Microsoft.EntityFrameworkCore;
using MyCavoodle.Hub;

namespace MyCavoodle.Bot.Desk;

/// <summary>A message that was read differently with and without the language model.</summary>
public sealed record Disagreement(Reading Reading, string Text);

/// <summary>Readings that wait for somebody to say who was right.</summary>
public sealed class Disagreements(IDbContextFactory<HubContext> hubs, TimeProvider time)
{
    const int Longest = 100;

    public async Task<int> CountAsync(CancellationToken ct = default)
    {
        await using var hub = await hubs.CreateDbContextAsync(ct);
        return await Open(hub).CountAsync(ct);
    }

    /// <summary>The oldest first.</summary>
    public async Task<IReadOnlyList<Disagreement>> ReadAsync(CancellationToken ct = default)
    {
        await using var hub = await hubs.CreateDbContextAsync(ct);
        var open = await Open(hub).AsNoTracking().Include(r => r.Message).OrderBy(r => r.Id).Take(Longest).ToListAsync(ct);
        return [.. open.Select(r => new Disagreement(r, r.Message!.Text))];
    }

    /// <returns>Gone: somebody else was quicker.</returns>
    public async Task<Deed> ReviewAsync(long id, bool modelWasRight, StaffName by, CancellationToken ct = default)
    {
        await using var hub = await hubs.CreateDbContextAsync(ct);
        var reading = await Open(hub).Include(r => r.Inquiry).SingleOrDefaultAsync(r => r.Id == id, ct);
        if (reading is null) return Deed.Gone;
        reading.Review(modelWasRight, by, time.GetUtcNow());
        await hub.SaveChangesAsync(ct);
        return Deed.Done;
    }

    static IQueryable<Reading> Open(HubContext hub) => hub.Readings.Where(r => r.Disagreement != null && r.ReviewedAt == null);
}
