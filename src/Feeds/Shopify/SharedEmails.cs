using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MyCavoodle.Hub;

namespace MyCavoodle.Feeds;

/// <summary>
/// An email belongs to one customer. Where two of the shop's accounts have the same, in whatever case, the older account
/// (the lower id) has it and the other one keeps it aside: the outcome does not depend on who came first. It is reported,
/// and heals when the accounts are merged or one of them changes.
/// </summary>
static class SharedEmails
{
    const string Prefix = "shopify/shared-email/";

    /// <summary>Looks at every address that a customer in this context has, had or wants.</summary>
    public static async Task SettleAsync(HubContext hub, DateTimeOffset now, CancellationToken ct)
    {
        var emails = hub.ChangeTracker.Entries<Customer>().Where(c => c.State is EntityState.Added or EntityState.Modified)
            .SelectMany(c => new[] { c.Entity.Email, c.Entity.SharedEmail, c.State is EntityState.Added ? null : c.OriginalValues.GetValue<string?>(nameof(Customer.Email)) })
            .OfType<string>().Distinct().ToList();
        if (emails.Count == 0) return;
        // Whoever is in the database joins those in the context; the context's own values count.
        await hub.Customers.Where(c => c.Email != null && emails.Contains(c.Email) || c.SharedEmail != null && emails.Contains(c.SharedEmail)).LoadAsync(ct);
        var wanting = hub.Customers.Local.ToLookup(c => c.Email ?? c.SharedEmail);
        var reported = await hub.Discrepancies.Where(d => d.Key.StartsWith(Prefix) && d.HealedAt == null).Select(d => d.Key).ToHashSetAsync(ct);
        foreach (var email in emails) await SettleAsync(hub, email, [.. wanting[email].OrderBy(c => c.ShopifyId)], reported, now, ct);
    }

    static async Task SettleAsync(HubContext hub, string email, IReadOnlyList<Customer> wanting, HashSet<string> reported, DateTimeOffset now, CancellationToken ct)
    {
        foreach (var customer in wanting)
        {
            var isFirst = customer == wanting[0];
            (customer.Email, customer.SharedEmail) = (isFirst ? email : null, isFirst ? null : email);
        }
        foreach (var second in wanting.Skip(1))
            await hub.ReportAsync(Key(second), $"The shop's accounts {Id(wanting[0])} and {Id(second)} have the same email. The first has it here; merge the two in Shopify.", now, ct);
        foreach (var only in wanting.Take(1).Where(c => reported.Contains(Key(c)))) await hub.HealAsync(Key(only), now, ct);
    }


    static string Key(Customer customer) => Prefix + Id(customer);

    static string Id(Customer customer) => customer.ShopifyId.ToString(CultureInfo.InvariantCulture);
}
