using System.Globalization;
using System.Text.Json.Nodes;
using MyCavoodle.Sandbox.Shop;
using MyCavoodle.Sandbox.Wire;

namespace MyCavoodle.Sandbox.Shopify;

/// <summary>Orders and customers: https://shopify.dev/docs/api/admin-rest/latest/resources/order</summary>
sealed class OrderRequests(GroomingShop shop, DateTimeOffset now, Func<Order, bool> mayRead)
{
    /// <summary>Counts are exact up to 25,000; one above means there are more.</summary>
    const int ManyMore = 25_001;

    public Answer List(Call call)
    {
        var sort = (call.Query.GetValueOrDefault("order") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Func<Order, long>? key = sort.FirstOrDefault() switch
        {
            "updated_at" => o => o.UpdatedAt(now).Ticks,
            "created_at" => o => o.PlacedAt.Ticks,
            _ => null,
        };
        var listing = new Listing<Order>("orders", o => o.Id, o => new OrderDocument(o, now).Full());
        return listing.Page(call, f => Select(f), key, ascending: sort is [_, "asc", ..]);
    }

    public Answer Count(Call call) => Answer.Ok(new JsonObject { ["count"] = Math.Min(Select(call.Query).Count(), ManyMore) });

    public Answer? One(string id, string[] rest)
    {
        if (Find(id) is not { } order) return null;
        var document = new OrderDocument(order, now);
        return rest switch
        {
            [] => Answer.Ok(new JsonObject { ["order"] = document.Full() }),
            ["fulfillments"] => Answer.Ok(new JsonObject { ["fulfillments"] = document.Fulfilments() }),
            ["fulfillment_orders"] => Answer.Ok(new JsonObject { ["fulfillment_orders"] = document.FulfilmentOrders() }),
            ["refunds"] => Answer.Ok(new JsonObject { ["refunds"] = document.Refunds() }),
            ["transactions"] => Answer.Ok(new JsonObject { ["transactions"] = document.Transactions() }),
            _ => null,
        };
    }

    public Answer Customers(Call call) => CustomerListing().Page(call, filters => shop.Customers
        .Where(c => IsAmong(filters, c.Id) && IsAfter(filters, c.Id) && IsWithin(filters, "created_at", c.CreatedAt) && IsWithin(filters, "updated_at", c.UpdatedAt)));

    public Answer CountCustomers() => Answer.Ok(new JsonObject { ["count"] = shop.Customers.Count });

    public Answer SearchCustomers(Call call) => CustomerListing().Page(call, filters =>
    {
        var query = filters.GetValueOrDefault("query") ?? "";
        return query.StartsWith("email:", StringComparison.OrdinalIgnoreCase)
            ? shop.Customers.Where(c => string.Equals(c.Email, query[6..].Trim().Trim('"', '\''), StringComparison.OrdinalIgnoreCase))
            : shop.Customers.Where(c => $"{c.Name} {c.Email} {c.Phone}".Contains(query, StringComparison.OrdinalIgnoreCase));
    });

    public Answer? Customer(string id, string[] rest, Call call)
    {
        if (shop.Customers.FirstOrDefault(c => c.Id.ToString(CultureInfo.InvariantCulture) == id) is not { } customer) return null;
        return rest switch
        {
            [] => Answer.Ok(new JsonObject { ["customer"] = new CustomerDocument(shop, now).Full(customer) }),
            ["orders"] => new Listing<Order>("orders", o => o.Id, o => new OrderDocument(o, now).Full()).Page(call, f => Select(f, shop.OrdersOf(customer))),
            _ => null,
        };
    }

    Listing<Customer> CustomerListing() => new("customers", c => c.Id, c => new CustomerDocument(shop, now).Full(c));

    public Order? Find(string id) =>
        long.TryParse(id, CultureInfo.InvariantCulture, out var number) && shop.FindOrder(Ids.OrderNumber(number)) is { } order && mayRead(order) ? order : null;

    IEnumerable<Order> Select(IReadOnlyDictionary<string, string> filters, IEnumerable<Order>? among = null) => (among ?? shop.Orders).Where(o =>
        mayRead(o) && HasStatus(filters.GetValueOrDefault("status") ?? "open", o)
        && HasFinancialStatus(filters.GetValueOrDefault("financial_status"), o)
        && HasFulfilmentStatus(filters.GetValueOrDefault("fulfillment_status"), o)
        && (filters.GetValueOrDefault("name") is not { } name || o.Name == $"#{name.TrimStart('#')}")
        && (filters.GetValueOrDefault("email") is not { } email || string.Equals(o.Email, email, StringComparison.OrdinalIgnoreCase))
        && IsAmong(filters, o.Id) && IsAfter(filters, o.Id)
        && IsWithin(filters, "created_at", o.PlacedAt) && IsWithin(filters, "processed_at", o.PlacedAt) && IsWithin(filters, "updated_at", o.UpdatedAt(now)));

    bool HasStatus(string status, Order order) => status switch
    {
        "any" => true,
        "cancelled" => order.IsCancelled(now),
        "closed" => order.ClosedAt(now) is not null,
        _ => order.ClosedAt(now) is null && !order.IsCancelled(now),
    };

    bool HasFinancialStatus(string? status, Order order) => status is null or "any" || order.FinancialStatus(now) == status
        || status == "unpaid" && order.FinancialStatus(now) == "pending";

    bool HasFulfilmentStatus(string? status, Order order) => status switch
    {
        null or "any" => true,
        "shipped" or "fulfilled" => order.IsShipped(now),
        "unshipped" or "unfulfilled" => !order.IsShipped(now),
        _ => false,
    };

    static bool IsAmong(IReadOnlyDictionary<string, string> filters, long id) =>
        filters.GetValueOrDefault("ids") is not { } ids || ids.Split(',', StringSplitOptions.TrimEntries).Contains(id.ToString(CultureInfo.InvariantCulture));

    static bool IsAfter(IReadOnlyDictionary<string, string> filters, long id) =>
        !long.TryParse(filters.GetValueOrDefault("since_id"), out var since) || id > since;

    static bool IsWithin(IReadOnlyDictionary<string, string> filters, string field, DateTimeOffset at)
    {
        // Shopify compares whole seconds, which is also all its answers show.
        var second = DateTimeOffset.FromUnixTimeSeconds(at.ToUnixTimeSeconds());
        return (Bound(filters, field + "_min") is not { } from || second >= from) && (Bound(filters, field + "_max") is not { } to || second <= to);
    }

    static DateTimeOffset? Bound(IReadOnlyDictionary<string, string> filters, string name) =>
        // A '+' that was not escaped arrives as a space.
        DateTimeOffset.TryParse(filters.GetValueOrDefault(name)?.Replace(' ', '+'), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;
}
