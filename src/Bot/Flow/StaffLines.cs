using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MyCavoodle.Hub;

namespace MyCavoodle.Bot.Flow;

/// <summary>
/// The Telegram conversations staff are written to. A line is opened in a commit of its own, so that what is being decided
/// about a customer becomes true all at once, the notice with it.
/// </summary>
public sealed class StaffLines(IDbContextFactory<HubContext> hubs, IOptions<StaffOptions> staff, TimeProvider time)
{
    /// <returns>The conversation's id; null: this member of staff has no Telegram.</returns>
    public async Task<long?> OpenAsync(StaffName name, CancellationToken ct)
    {
        if (staff.Value[name].TelegramId is not { Length: > 0 } address) return null;
        try
        {
            return await FindOrOpenAsync(address, ct);
        }
        catch (DbUpdateException)
        {
            // Two needed it at the same moment; the other one's is there now.
            return await FindOrOpenAsync(address, ct);
        }
    }

    async Task<long> FindOrOpenAsync(string address, CancellationToken ct)
    {
        await using var hub = await hubs.CreateDbContextAsync(ct);
        var known = await hub.Conversations.AsNoTracking()
            .Where(c => c.Contact!.Channel == ChannelNames.Telegram && c.Contact.Address == address && c.ThreadKey == "").Select(c => (long?)c.Id).SingleOrDefaultAsync(ct);
        if (known is { } id) return id;
        await using var transaction = await hub.Database.BeginTransactionAsync(ct);
        var contact = await hub.ContactAsync(ChannelNames.Telegram, address, null, time.GetUtcNow(), ct);
        var line = await hub.ConversationAsync(contact, "", null, time.GetUtcNow(), ct);
        await hub.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return line.Id;
    }
}
