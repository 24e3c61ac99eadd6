using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace MyCavoodle.Hub;

/// <summary>What is about to change in a context, before and after: whose totals must be added up anew.</summary>
sealed class Touched
{
    readonly List<Order> orders = [];
    readonly HashSet<long> formerCustomers = [];

    public HashSet<DateOnly> Days { get; } = [];
    /// <summary>The shop's ids of the variants on touched lines.</summary>
    public HashSet<long> Variants { get; } = [];

    /// <summary>The customers of the touched orders, now and before; asked after the save, when new ones have their ids.</summary>
    public IReadOnlyCollection<long> Customers => [.. orders.Select(o => o.CustomerId).OfType<long>().Union(formerCustomers)];

    public static Touched In(HubContext hub)
    {
        var touched = new Touched();
        foreach (var entry in hub.ChangeTracker.Entries().ToList()) touched.Note(entry);
        foreach (var order in touched.orders) order.RollUp();
        return touched;
    }

    void Note(EntityEntry entry)
    {
        switch (entry.Entity)
        {
            case Order order:
                orders.Add(order);
                Days.UnionWith([order.PlacedOn, .. order.Refunds.Select(r => r.On)]);
                Variants.UnionWith(order.Lines.Select(l => l.ShopifyVariantId).OfType<long>());
                if (entry.State is EntityState.Added) break;
                Days.Add(entry.OriginalValues.GetValue<DateOnly>(nameof(Order.PlacedOn)));
                if (entry.OriginalValues.GetValue<long?>(nameof(Order.CustomerId)) is { } former) formerCustomers.Add(former);
                break;
            case OrderLine { ShopifyVariantId: { } variant }:
                Variants.Add(variant);
                break;
            case Refund when entry.State is not EntityState.Added:
                Days.Add(entry.OriginalValues.GetValue<DateOnly>(nameof(Refund.On)));
                break;
            case Product { ShopifyVariantId: var id } when entry.State is EntityState.Added:
                Variants.Add(id);
                break;
            case AdDay day when entry.State is not EntityState.Unchanged:
                Days.Add(day.Date);
                break;
            case SessionDay day when entry.State is not EntityState.Unchanged:
                Days.Add(day.Date);
                break;
        }
    }
}
