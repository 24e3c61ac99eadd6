using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
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
            .SelectMany(c => new[] { c.Entity.Email, c.Entity.SharedEmail, Before(c, nameof(Customer.Email)), Before(c, nameof(Customer.SharedEmail)) })
            .OfType<string>().Distinct().ToList();
        if (emails.Count == 0) return;
        // Whoever is in the database joins those in the context; the context's own values count.
        await hub.Customers.Where(c => c.Email != null && emails.Contains(c.Email) || c.SharedEmail != null && emails.Contains(c.SharedEmail)).LoadAsync(ct);
        var wanting = hub.Customers.Local.ToLookup(c => c.Email ?? c.SharedEmail);
        var reported = await hub.Discrepancies.Where(d => d.Key.StartsWith(Prefix) && d.HealedAt == null).Select(d => d.Key).ToHashSetAsync(ct);
        foreach (var email in emails) await SettleAsync(hub, email, [.. wanting[email].OrderBy(c => c.ShopifyId)], now, ct);
        foreach (var alone in hub.Customers.Local.Where(c => c.SharedEmail is null && reported.Contains(Key(c))).ToList()) await hub.HealAsync(Key(alone), now, ct);
        await VacateAsync(hub, ct);
    }

    /// <summary>Addresses that pass from one to another are given up first: two who swap theirs would stand in each other's way.</summary>
    static async Task VacateAsync(HubContext hub, CancellationToken ct)
    {
        var taken = hub.Customers.Local.Select(c => c.Email).OfType<string>().ToHashSet();
        var leaving = hub.ChangeTracker.Entries<Customer>().Where(c => Before(c, nameof(Customer.Email)) is { } before && before != c.Entity.Email && taken.Contains(before)).ToList();
        if (leaving.Count == 0) return;
        var ids = leaving.Select(c => c.Entity.Id).ToList();
        await hub.Customers.Where(c => ids.Contains(c.Id)).ExecuteUpdateAsync(c => c.SetProperty(x => x.Email, (string?)null), ct);
        foreach (var customer in leaving) customer.Property(c => c.Email).OriginalValue = null;
    }

    static string? Before(EntityEntry<Customer> customer, string property) =>
        customer.State is EntityState.Added ? null : customer.OriginalValues.GetValue<string?>(property);

    static async Task SettleAsync(HubContext hub, string email, IReadOnlyList<Customer> wanting, DateTimeOffset now, CancellationToken ct)
    {
        foreach (var customer in wanting)
        {
            var isFirst = customer == wanting[0];
            (customer.Email, customer.SharedEmail) = (isFirst ? email : null, isFirst ? null : email);
        }
        foreach (var second in wanting.Skip(1))
            await hub.ReportAsync(Key(second), $"The shop's accounts {Id(wanting[0])} and {Id(second)} have the same email. The first has it here; merge the two in Shopify.", now, ct);
    }

    static string Key(Customer customer) => Prefix + Id(customer);

    static string Id(Customer customer) => customer.ShopifyId.ToString(CultureInfo.InvariantCulture);
}
