using Microsoft.EntityFrameworkCore;
using MyCavoodle.Hub;

namespace MyCavoodle.Bot.Desk;

/// <summary>How sure it is that the customer shown is the one who writes.</summary>
public enum Proof
{
    /// <summary>Gave order number and email in this conversation, not long ago.</summary>
    Proven,
    /// <summary>Gave them here, too long ago to count still.</summary>
    ProofExpired,
    /// <summary>The mail provider vouches for the sender's address.</summary>
    AddressVouchedFor,
    /// <summary>The address is a customer's, and nobody vouches for it.</summary>
    MatchesByEmail,
}

/// <summary>Where one of our messages stands on its way.</summary>
/// <param name="DeadId">The first outbox item that was given up, to be replayed.</param>
public sealed record Sending(WorkState State, string? Reason, long? DeadId);

/// <summary>One message of the transcript; <see cref="Sending"/> is null for the contact's, <see cref="Reading"/> for ours.</summary>
public sealed record Line(Message Message, Sending? Sending, Reading? Reading);

/// <summary>The customer behind a contact, and how we know.</summary>
public sealed record KnownCustomer(Customer Customer, Proof Proof, IReadOnlyList<Order> Orders);

/// <summary>All that the desk shows of one conversation, read at one time.</summary>
public sealed record ConversationSheet(
    Conversation Conversation, IReadOnlyList<Line> Lines, bool HasEarlier, KnownCustomer? Customer, IReadOnlyList<Inquiry> Inquiries, IReadOnlyList<Escalation> Escalations)
{
    public Contact Contact => Conversation.Contact!;
    /// <summary>Null also where the address only claims to be a customer's.</summary>
    public Customer? ProvenCustomer => Customer is { Proof: not Proof.MatchesByEmail } known ? known.Customer : null;
}

/// <summary>Reads sheets.</summary>
public sealed class ConversationSheets(IDbContextFactory<HubContext> hubs, TimeProvider time)
{
    const int OrdersShown = 5;

    /// <param name="shown">How many messages, the latest.</param>
    /// <returns>Null: there is no such conversation.</returns>
    public async Task<ConversationSheet?> ReadAsync(long id, int shown, CancellationToken ct = default)
    {
        await using var hub = await hubs.CreateDbContextAsync(ct);
        var conversation = await hub.Conversations.AsNoTracking().Include(c => c.Contact).SingleOrDefaultAsync(c => c.Id == id, ct);
        if (conversation is null) return null;
        var messages = await hub.Messages.AsNoTracking().Where(m => m.ConversationId == id).OrderByDescending(m => m.Id).Take(shown + 1).ToListAsync(ct);
        var lines = await LinesAsync(hub, [.. messages.Take(shown).Reverse()], ct);
        return new(conversation, lines, messages.Count > shown, await CustomerAsync(hub, conversation, ct),
            await hub.Inquiries.AsNoTracking().Where(i => i.ConversationId == id && i.ResolvedAt == null).OrderBy(i => i.Id).ToListAsync(ct),
            await hub.Escalations.AsNoTracking().Where(e => e.ConversationId == id && e.ResolvedAt == null).OrderByDescending(e => e.Id).ToListAsync(ct));
    }

    static async Task<IReadOnlyList<Line>> LinesAsync(HubContext hub, List<Message> messages, CancellationToken ct)
    {
        if (messages.Count == 0) return [];
        var (conversation, since) = (messages[0].ConversationId, messages.Min(m => m.At).AddMinutes(-1));
        var items = await hub.Outbox.AsNoTracking().Where(o => o.ConversationId == conversation && o.CreatedAt >= since)
            .Select(o => new { o.Id, o.Key, o.State, o.Reason }).ToListAsync(ct);
        var (first, last) = (messages[0].Id, messages[^1].Id);
        var readings = await hub.Readings.AsNoTracking().Where(r => r.ConversationId == conversation && r.MessageId >= first && r.MessageId <= last)
            .ToDictionaryAsync(r => r.MessageId, ct);
        return [.. messages.Select(m =>
        {
            // A long reply has several items: turn-17, turn-17-2.
            var parts = m.Author == Author.Contact ? [] : items.Where(i => i.Key == m.Key || i.Key.StartsWith(m.Key + "-", StringComparison.Ordinal)).ToList();
            var worst = parts.MaxBy(p => p.State switch { WorkState.Dead => 2, WorkState.Waiting => 1, _ => 0 });
            return new Line(m, worst is null ? null : new(worst.State, worst.Reason, worst.State == WorkState.Dead ? worst.Id : null), readings.GetValueOrDefault(m.Id));
        })];
    }

    async Task<KnownCustomer?> CustomerAsync(HubContext hub, Conversation conversation, CancellationToken ct)
    {
        if (conversation.CustomerProvenBy(time.GetUtcNow()) is { } proven) return await WhoProvedAsync(hub, proven, Proof.Proven, ct);
        var contact = conversation.Contact!;
        if (contact.Channel == ChannelNames.Email && await hub.FindCustomersAsync(contact.Address, ct) is [var match, ..])
        {
            var vouched = await hub.Messages.Where(m => m.ConversationId == conversation.Id && m.Author == Author.Contact)
                .OrderByDescending(m => m.Id).Select(m => m.SenderProven).FirstOrDefaultAsync(ct);
            return new(match.Customer, vouched ? Proof.AddressVouchedFor : Proof.MatchesByEmail, [.. match.Orders.Take(OrdersShown)]);
        }
        return conversation.ProvenCustomerId is { } once ? await WhoProvedAsync(hub, once, Proof.ProofExpired, ct) : null;
    }

    static async Task<KnownCustomer?> WhoProvedAsync(HubContext hub, long id, Proof proof, CancellationToken ct) =>
        await hub.Customers.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, ct) is { } customer
            ? new(customer, proof, await hub.LatestOrders(id, OrdersShown).ToListAsync(ct)) : null;
}
