using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.AI;
using MyCavoodle.Assistant;
using MyCavoodle.Hub;

namespace MyCavoodle.Plugins;

/// <summary>
/// What the assistant may ask about orders. A customer sees their own only: proven by the address they write from, or by
/// naming an order's number together with the email on it.
/// </summary>
public sealed class OrdersPlugin(HubContext hub, Caller caller, TurnNotes notes, TimeProvider time) : IPlugin
{
    public IEnumerable<AIFunction> Tools => [AIFunctionFactory.Create(FindOrderAsync, "find_order")];

    [Description("Finds this customer's order: status, carrier, tracking number and dates. Says what proof is missing, if any. Without a number: their latest orders.")]
    public async Task<OrderAnswer> FindOrderAsync(
        [Description("The order number as the customer wrote it, e.g. #1042; leave out if they gave none.")] string? orderNumber = null,
        [Description("The email on the order as the customer wrote it; leave out if they gave none.")] string? email = null,
        CancellationToken ct = default)
    {
        notes.About(InquiryCategory.Shipping);
        var number = Order.NormaliseNumber(orderNumber);
        if (caller.IsStaff) return await ForStaffAsync(number, email, ct);
        var customerId = notes.ProvenCustomerId ?? caller.ProvenCustomerId;
        if (customerId is null || number is not null && email is not null && !await OwnsAsync(customerId.Value, number, ct))
            return await ProveAsync(number, Customer.NormaliseEmail(email), ct);
        return await OfCustomerAsync(customerId.Value, number, ct);
    }

    async Task<OrderAnswer> ProveAsync(string? number, string? email, CancellationToken ct)
    {
        if (await WrongTriesAsync(ct) >= ProofAttempt.Limit) return TooManyTries();
        if (number is null || email is null)
            return OrderAnswer.NeedsProof([.. Missing(number, email)]);

        var order = await Orders().Where(o => o.Number == number && o.Email == email)
            .OrderByDescending(o => o.PlacedAt).FirstOrDefaultAsync(ct);
        hub.ProofAttempts.Add(new() { ContactId = caller.ContactId, At = time.GetUtcNow(), Succeeded = order is not null });
        if (order is null)
            return await WrongTriesAsync(ct) >= ProofAttempt.Limit ? TooManyTries() : OrderAnswer.Refused;
        // An order bought as a guest is told, but proves nobody.
        if (order.CustomerId is { } customerId) notes.Prove(customerId);
        return OrderAnswer.Found([order], await CustomerAsync(order.CustomerId, ct));
    }

    async Task<OrderAnswer> OfCustomerAsync(long customerId, string? number, CancellationToken ct)
    {
        var orders = await Orders().Where(o => o.CustomerId == customerId && (number == null || o.Number == number))
            .OrderByDescending(o => o.PlacedAt).Take(3).ToListAsync(ct);
        // Somebody else's number and a number that does not exist get the same words.
        return orders.Count > 0 ? OrderAnswer.Found(orders, await CustomerAsync(customerId, ct)) : OrderAnswer.None;
    }

    Task<Customer?> CustomerAsync(long? id, CancellationToken ct) => hub.Customers.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, ct);

    /// <param name="written">The email on the order; staff may also name the customer by their own email, handle or phone.</param>
    async Task<OrderAnswer> ForStaffAsync(string? number, string? written, CancellationToken ct)
    {
        var email = Customer.NormaliseEmail(written);
        if (number is null && email is null) return OrderAnswer.NeedsProof(["order_number"]);
        var orders = await Orders().Where(o => (number == null || o.Number == number) && (email == null || o.Email == email))
            .OrderByDescending(o => o.PlacedAt).Take(3).ToListAsync(ct);
        if (orders.Count == 0 && number is null)
            orders = [.. (await hub.FindCustomersAsync(email!, ct)).SelectMany(f => f.Orders).OrderByDescending(o => o.PlacedAt).Take(3)];
        return orders.Count > 0 ? OrderAnswer.Found(orders) : OrderAnswer.None;
    }

    OrderAnswer TooManyTries()
    {
        notes.HandToPerson(EscalationReason.ProofFailed, $"{ProofAttempt.Limit} wrong tries to prove an order in an hour.");
        return OrderAnswer.TooManyTries;
    }

    /// <summary>Those of this very turn count too: a model may try many pairs before anything is stored.</summary>
    async Task<int> WrongTriesAsync(CancellationToken ct)
    {
        var since = time.GetUtcNow() - ProofAttempt.Window;
        var stored = await hub.ProofAttempts.CountAsync(a => a.ContactId == caller.ContactId && !a.Succeeded && a.At > since, ct);
        return stored + hub.ChangeTracker.Entries<ProofAttempt>().Count(e => e is { State: EntityState.Added, Entity.Succeeded: false });
    }

    Task<bool> OwnsAsync(long customerId, string number, CancellationToken ct) =>
        hub.Orders.AnyAsync(o => o.CustomerId == customerId && o.Number == number, ct);

    IQueryable<Order> Orders() => hub.Orders.AsNoTracking().Include(o => o.Lines);

    static IEnumerable<string> Missing(string? number, string? email)
    {
        if (number is null) yield return "order_number";
        if (email is null) yield return "email";
    }
}
