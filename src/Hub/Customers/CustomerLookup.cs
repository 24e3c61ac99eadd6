using Microsoft.EntityFrameworkCore;

namespace MyCavoodle.Hub;

/// <summary>A customer with their latest orders, lines included, the latest first.</summary>
public sealed record FoundCustomer(Customer Customer, IReadOnlyList<Order> Orders);

/// <summary>
/// Finds customers by what somebody wrote about them. Every way leads over an index, and what is read is bounded, so the
/// time is that of a few rows however many there are.
/// </summary>
public static class CustomerLookup
{
    public const int CustomersAtMost = 10;
    public const int OrdersAtMost = 10;

    /// <param name="written">An email, an Instagram handle (with or without @), a phone number or an order number, in any spelling.</param>
    /// <returns>More than one where they share an email or a phone; the one whose email it is comes first. Orders of guests belong to nobody.</returns>
    public static async Task<IReadOnlyList<FoundCustomer>> FindCustomersAsync(this HubContext hub, string written, CancellationToken ct)
    {
        foreach (var reading in hub.Readings(written.Trim()))
        {
            List<FoundCustomer> found = [];
            foreach (var customer in await reading.AsNoTracking().Take(CustomersAtMost).ToListAsync(ct))
                found.Add(new(customer, await hub.LatestOrders(customer.Id, OrdersAtMost).ToListAsync(ct)));
            if (found.Count > 0) return found;
        }
        return [];
    }

    /// <summary>A customer's latest orders with their lines.</summary>
    public static IQueryable<Order> LatestOrders(this HubContext hub, long customerId, int atMost) => hub.Orders.AsNoTracking().Include(o => o.Lines)
        .Where(o => o.CustomerId == customerId).OrderByDescending(o => o.PlacedAt).Take(atMost);

    /// <summary>What the text can mean, the likeliest first.</summary>
    static IEnumerable<IQueryable<Customer>> Readings(this HubContext hub, string text)
    {
        if (text.IndexOf('@', StringComparison.Ordinal) > 0)
        {
            var email = Customer.NormaliseEmail(text);
            yield return hub.Customers.Where(c => c.Email == email || c.SharedEmail == email).OrderBy(c => c.Email == null).ThenBy(c => c.Id);
            yield break;
        }
        var isWord = text.Any(char.IsAsciiLetter) && !text.Any(char.IsWhiteSpace) && text[0] != '#';
        if ((isWord || text.StartsWith('@')) && Customer.NormaliseHandle(text) is { } handle)
        {
            yield return hub.Customers.Where(c => c.InstagramHandle == handle).OrderBy(c => c.Id);
            yield break;
        }
        if (!text.StartsWith('#') && Customer.NormalisePhone(text) is { } phone)
            yield return hub.Customers.Where(c => c.Phone == phone).OrderBy(c => c.Id);
        if (Order.NormaliseNumber(text) is { } number)
            yield return hub.Orders.Where(o => o.Number == number && o.CustomerId != null).OrderByDescending(o => o.PlacedAt).Select(o => o.Customer!);
    }
}
