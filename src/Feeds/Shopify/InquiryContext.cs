using Microsoft.EntityFrameworkCore;
using MyCavoodle.Hub;

namespace MyCavoodle.Feeds;

/// <summary>Somebody asked before they were a customer: their questions are linked to them once their address is known, by their account or by an order.</summary>
static class InquiryContext
{
    public static async Task LinkAsync(HubContext hub, CancellationToken ct)
    {
        var customers = hub.Customers.Local.Where(c => c.Email is not null).ToDictionary(c => c.Email!);
        if (customers.Count == 0) return;
        var emails = customers.Keys.ToList();
        foreach (var inquiry in await hub.Inquiries.Where(i => i.CustomerId == null && i.CustomerEmail != null && emails.Contains(i.CustomerEmail)).ToListAsync(ct))
            inquiry.Customer = customers[inquiry.CustomerEmail!];
    }
}
