using Microsoft.EntityFrameworkCore;

namespace MyCavoodle.Hub;

/// <summary>
/// Takes a person out of the hub: names, addresses, handles, their pet and everything they wrote. What the tax office asks
/// for stays: that an order was placed, of what, for how much. Done twice it is done once.
/// </summary>
public static class Erasure
{
    const string Gone = "[erased at the customer's wish]";

    /// <summary>Run in the caller's transaction, before its save: a part of it is written at once.</summary>
    public static async Task EraseAsync(this HubContext hub, Customer customer, DateTimeOffset now, CancellationToken ct)
    {
        var address = customer.WrittenFrom;
        (customer.Email, customer.SharedEmail, customer.FirstName, customer.LastName, customer.Phone, customer.InstagramHandle) = (null, null, null, null, null, null);
        (customer.PetName, customer.PetBreed, customer.PetBirthday, customer.Tags, customer.AcceptsEmail, customer.AcceptsSms) = (null, null, null, null, false, false);
        (customer.SyncNote, customer.ErasedAt) = (null, customer.ErasedAt ?? now);

        var theirs = hub.Conversations.Where(c => c.ProvenCustomerId == customer.Id || address != null && c.Contact!.Channel == ChannelNames.Email && c.Contact.Address == address);
        var talks = await theirs.Select(c => c.Id).ToListAsync(ct);
        var contacts = await theirs.Select(c => c.ContactId).Distinct().ToListAsync(ct);
        await hub.Messages.Where(m => talks.Contains(m.ConversationId)).ExecuteUpdateAsync(m => m.SetProperty(x => x.Text, Gone), ct);
        await hub.Outbox.Where(o => talks.Contains(o.ConversationId) && o.State != WorkState.Waiting).ExecuteUpdateAsync(o => o.SetProperty(x => x.Text, Gone), ct);
        await hub.Escalations.Where(e => talks.Contains(e.ConversationId)).ExecuteUpdateAsync(e => e.SetProperty(x => x.Summary, Gone), ct);
        await hub.Readings.Where(r => talks.Contains(r.ConversationId)).ExecuteUpdateAsync(
            r => r.SetProperty(x => x.Slots, (string?)null).SetProperty(x => x.Evidence, (string?)null), ct);
        await hub.Conversations.Where(c => talks.Contains(c.Id)).ExecuteUpdateAsync(c => c.SetProperty(x => x.Subject, (string?)null), ct);
        foreach (var inquiry in await hub.Inquiries.Where(i => i.CustomerId == customer.Id || talks.Contains(i.ConversationId)).ToListAsync(ct))
            (inquiry.Message, inquiry.Subject, inquiry.CustomerEmail, inquiry.ResolutionNotes, inquiry.SyncNote, inquiry.Slots) = (Gone, null, null, null, null, null);
        foreach (var contact in await hub.Contacts.Where(c => contacts.Contains(c.Id)).ToListAsync(ct))
        {
            contact.Name = null;
            // An email address is the person; the numbers of the other channels name nobody and keep the threads apart.
            if (contact.Channel == ChannelNames.Email) contact.Address = $"erased-{contact.Id}";
        }
    }

    /// <summary>Takes the person out of orders; written at once, and noted where a mirror shows them.</summary>
    /// <param name="orders">Orders that must be kept whole by law are not among them.</param>
    public static async Task RedactAsync(this HubContext hub, IQueryable<Order> orders, DateTimeOffset now, CancellationToken ct)
    {
        await orders.ExecuteUpdateAsync(o => o
            .SetProperty(x => x.Email, (string?)null).SetProperty(x => x.TrackingNumber, (string?)null).SetProperty(x => x.TrackingUrl, (string?)null), ct);
        var shown = await orders.Select(o => o.Id).Where(id => hub.MirrorRows.Any(r => r.Table == MirrorTable.Orders && r.RowId == id)
            || hub.MirrorChanges.Any(c => c.Table == MirrorTable.Orders && c.RowId == id)).ToListAsync(ct);
        await ChangeNotes.NoteAsync(hub, [.. shown.Select(id => (MirrorTable.Orders, id))], now, ct);
    }
}
