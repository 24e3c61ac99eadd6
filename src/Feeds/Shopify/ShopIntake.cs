using Microsoft.EntityFrameworkCore;
using MyCavoodle.Clients.Shopify;
using MyCavoodle.Hub;

namespace MyCavoodle.Feeds;

/// <summary>
/// Writes what the shop says into the hub, whether it came by webhook or by pull, late, twice or out of order: the
/// shop's own time of change decides, an older copy never overwrites a newer one. Totals follow in the same commit.
/// </summary>
public sealed class ShopIntake(FactWriter facts, TimeProvider time)
{
    public Task TakeCustomersAsync(IReadOnlyList<ShopifyCustomer> customers, CancellationToken ct) => facts.WriteAsync(async hub =>
    {
        var known = await KnownCustomersAsync(hub, customers.Select(c => c.Id), ct);
        foreach (var customer in customers) CustomerMapping.Apply(hub, known, customer);
        await SharedEmails.SettleAsync(hub, time.GetUtcNow(), ct);
        await InquiryContext.LinkAsync(hub, ct);
    }, ct);

    /// <summary>An account that is gone from the shop, or was merged into another: kept for what it ordered, and its address is free.</summary>
    public Task TakeAwayCustomerAsync(long customerId, CancellationToken ct) => facts.WriteAsync(async hub =>
    {
        if (await hub.Customers.SingleOrDefaultAsync(c => c.ShopifyId == customerId, ct) is not { } customer) return;
        customer.WriteFrom(null);
        customer.Phone = null;
        customer.UpdatedAt = LastWord(customer.UpdatedAt);
        await SharedEmails.SettleAsync(hub, time.GetUtcNow(), ct);
    }, ct);

    public Task TakeOrdersAsync(IReadOnlyList<ShopifyOrder> orders, Word word, CancellationToken ct) => facts.WriteAsync(async hub =>
    {
        var ids = orders.Select(o => o.Id).ToList();
        var known = await hub.Orders.Include(o => o.Customer).Include(o => o.Lines).Include(o => o.Refunds).AsSplitQuery()
            .Where(o => ids.Contains(o.ShopifyId)).ToDictionaryAsync(o => o.ShopifyId, ct);
        var customers = await KnownCustomersAsync(hub, orders.Select(o => o.Customer?.Id ?? 0), ct);
        var costs = await KnownCosts.OfAsync(hub, orders, ct);
        foreach (var order in orders)
        {
            var customer = order.Customer is { Id: > 0 } named ? CustomerMapping.Apply(hub, customers, named) : null;
            OrderMapping.Apply(hub, known, order, word, customer, costs);
        }
        await SharedEmails.SettleAsync(hub, time.GetUtcNow(), ct);
        await InquiryContext.LinkAsync(hub, ct);
    }, ct);

    /// <summary>A refund of an order that is not here yet is left: the order's own update brings it.</summary>
    public Task TakeRefundAsync(ShopifyRefund refund, CancellationToken ct) => facts.WriteAsync(async hub =>
    {
        var order = await hub.Orders.Include(o => o.Lines).Include(o => o.Refunds).AsSplitQuery().SingleOrDefaultAsync(o => o.ShopifyId == refund.OrderId, ct);
        if (order is not null) OrderMapping.ApplyRefund(order, refund, Word.Told(null));
    }, ct);

    /// <summary>A cost that the shop learns late fills what was sold without one.</summary>
    public async Task TakeProductsAsync(IReadOnlyList<ShopifyProduct> products, CancellationToken ct)
    {
        List<(long Variant, decimal Cost)> learned = [];
        await facts.WriteAsync(async hub =>
        {
            var ids = products.Select(p => p.Id).ToList();
            var known = await hub.Products.Where(p => ids.Contains(p.ShopifyProductId)).ToListAsync(ct);
            foreach (var product in products) ProductMapping.Apply(hub, known, product);
            await DoubledSkus.ReportAsync(hub, time.GetUtcNow(), ct);
            learned = await LearnedCostsAsync(hub, known, ct);
        }, ct);
        foreach (var (variant, cost) in learned) await facts.FillUnknownCostsAsync(variant, cost, ct);
    }

    /// <summary>Costs for which something that was sold is waiting; seldom any.</summary>
    static async Task<List<(long Variant, decimal Cost)>> LearnedCostsAsync(HubContext hub, IReadOnlyList<Product> products, CancellationToken ct)
    {
        var variants = products.Where(p => p.CostPrice is not null).Select(p => (long?)p.ShopifyVariantId).ToList();
        var waiting = await hub.OrderLines.Where(l => l.UnitCost == null && variants.Contains(l.ShopifyVariantId)).Select(l => l.ShopifyVariantId).Distinct().ToListAsync(ct);
        return [.. products.Where(p => waiting.Contains(p.ShopifyVariantId)).Select(p => (p.ShopifyVariantId, p.CostPrice!.Value))];
    }

    /// <summary>A product the shop no longer has: kept for the orders that name it, and not offered any more.</summary>
    public Task TakeAwayProductAsync(long productId, CancellationToken ct) => facts.WriteAsync(async hub =>
    {
        foreach (var product in await hub.Products.Where(p => p.ShopifyProductId == productId).ToListAsync(ct))
            (product.Active, product.UpdatedAt) = (false, LastWord(product.UpdatedAt));
        await DoubledSkus.ReportAsync(hub, time.GetUtcNow(), ct);
    }, ct);

    public Task TakeStockAsync(IReadOnlyList<ShopifyInventoryLevel> levels, CancellationToken ct) => facts.WriteAsync(async hub =>
    {
        var items = levels.Select(l => l.InventoryItemId).Distinct().ToList();
        var known = await hub.StockLevels.Where(l => items.Contains(l.InventoryItemId)).ToListAsync(ct);
        foreach (var level in levels) StockMapping.Apply(hub, known, level);
        foreach (var product in await hub.Products.Where(p => items.Contains(p.InventoryItemId)).ToListAsync(ct))
            product.Available = known.Where(l => l.InventoryItemId == product.InventoryItemId).Sum(l => l.Available);
    }, ct);

    /// <summary>The shop says no time with a deletion: whatever it said before comes too late.</summary>
    DateTimeOffset LastWord(DateTimeOffset before) => time.GetUtcNow() is var now && now > before ? now : before;

    static Task<Dictionary<long, Customer>> KnownCustomersAsync(HubContext hub, IEnumerable<long> shopifyIds, CancellationToken ct)
    {
        var ids = shopifyIds.Distinct().ToList();
        return hub.Customers.Where(c => ids.Contains(c.ShopifyId)).ToDictionaryAsync(c => c.ShopifyId, ct);
    }
}
