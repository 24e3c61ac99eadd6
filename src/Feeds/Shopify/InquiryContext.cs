using Microsoft.EntityFrameworkCore;
using MyCavoodle.Hub;

namespace MyCavoodle.Feeds;

/// <summary>Somebody asked before they were a customer: their questions are linked to them once their address is known.</summary>
static class InquiryContext
{
    public static async Task LinkAsync(HubContext hub, CancellationToken ct)
    {
        var changed = hub.ChangeTracker.Entries<Customer>().Where(c => c.State is EntityState.Added or EntityState.Modified)
            .Select(c => c.Entity).Where(c => c.Email is not null).ToDictionary(c => c.Email!);
        if (changed.Count == 0) return;
        var emails = changed.Keys.ToList();
        foreach (var inquiry in await hub.Inquiries.Where(i => i.CustomerId == null && i.CustomerEmail != null && emails.Contains(i.CustomerEmail)).ToListAsync(ct))
            inquiry.Customer = changed[inquiry.CustomerEmail!];
    }
}
