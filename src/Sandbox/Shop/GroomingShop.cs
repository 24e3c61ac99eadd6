namespace MyCavoodle.Sandbox.Shop;

/// <summary>
/// The made-up web shop: its products, customers and orders, and what may be done to them while the sandbox runs.
/// Not thread-safe by itself: the world's gate guards it.
/// </summary>
public sealed class GroomingShop
{
    public const string Name = "MyCavoodle";

    readonly int seed;
    readonly TimeProvider time;
    readonly OrderBook book;
    readonly SortedDictionary<int, Order> orders = [];
    readonly HashSet<DateTimeOffset> announced = [];
    DateOnly written;

    internal GroomingShop(int seed, TimeProvider time)
    {
        (this.seed, this.time) = (seed, time);
        OpenedAt = Sydney.At(OrderBook.FirstDay, 0);
        Products = Catalogue.Stocked(OpenedAt);
        Customers = CustomerBook.Filled(seed, OpenedAt);
        book = new OrderBook(seed, Customers, [.. Variants]);
        written = OrderBook.FirstDay.AddDays(-1);
    }

    /// <summary>Tells what changed, after it did.</summary>
    public event Action<ShopChange>? Changed;

    public DateTimeOffset OpenedAt { get; }
    public DateTimeOffset Now => time.GetUtcNow();
    public DateOnly Today => Sydney.Day(Now);
    public List<Product> Products { get; }
    public List<Customer> Customers { get; }
    public IEnumerable<Variant> Variants => Products.SelectMany(p => p.Variants);

    /// <summary>Orders placed up to now, oldest first by number.</summary>
    public IEnumerable<Order> Orders
    {
        get
        {
            WriteUpTo(Today);
            var now = Now;
            return orders.Values.Where(o => o.PlacedAt <= now);
        }
    }

    public Order? FindOrder(int number) => Orders.FirstOrDefault(o => o.Number == number);

    public Customer? FindCustomer(string email) =>
        Customers.FirstOrDefault(c => string.Equals(c.Email, email, StringComparison.OrdinalIgnoreCase));

    public Variant? FindVariant(string sku) => Variants.FirstOrDefault(v => string.Equals(v.Sku, sku, StringComparison.OrdinalIgnoreCase));

    public DayFigures Figures(DateOnly day) => DayFigures.Of(seed, day);

    /// <summary>Places an order now and takes its goods from stock. A stranger's address makes a new customer.</summary>
    /// <exception cref="ShopException">An unknown sku, nothing ordered, or more than there is.</exception>
    public Order PlaceOrder(string email, IReadOnlyList<(string Sku, int Quantity)> items, string? firstName = null, string? lastName = null,
        string? shipping = null, bool paid = true)
    {
        if (items.Count == 0) throw new ShopException("An order needs at least one item.");
        var now = Now;
        var number = FreeNumber(now);
        var lines = items.Select((item, i) => Line(number, i, item.Sku, item.Quantity)).ToList();
        var known = FindCustomer(email);
        var customer = known ?? Welcome(email, firstName, lastName, now);
        var order = new Order
        {
            Number = number, PlacedAt = now, PaidAt = paid ? now : null, Customer = customer, Email = email, Lines = lines,
            Shipping = ShippingFor(shipping, lines.Sum(l => l.Net)),
        };
        orders[number] = order;
        List<string> topics = known is null ? ["customers/create", "orders/create"] : ["orders/create"];
        if (paid) topics.Add("orders/paid");
        Announce(new ShopChange(now, topics) { Order = order, Customer = customer });
        foreach (var line in lines) MoveStock(line.Variant, -line.Quantity);
        return order;
    }

    /// <exception cref="ShopException">Cancelled, or already sent.</exception>
    public Order Fulfil(Order order, string? carrier = null)
    {
        var now = Now;
        if (order.IsCancelled(now)) throw new ShopException($"Order {order.Name} is cancelled.");
        if (order.IsShipped(now)) throw new ShopException($"Order {order.Name} has already been sent.");
        ForgetTheFuture(order, now);
        order.PaidAt ??= now;
        order.Shipment = Parcel.Send(order, now, sendle: string.Equals(carrier, "Sendle", StringComparison.OrdinalIgnoreCase), delivered: null);
        Announce(new ShopChange(now, ["orders/updated", "orders/fulfilled"]) { Order = order });
        return order;
    }

    /// <exception cref="ShopException">Not sent yet.</exception>
    public Order MarkDelivered(Order order)
    {
        var now = Now;
        if (!order.IsShipped(now)) throw new ShopException($"Order {order.Name} has not been sent yet.");
        if (order.IsDelivered(now)) throw new ShopException($"Order {order.Name} is already delivered.");
        order.Shipment!.DeliveredAt = now;
        Announce(new ShopChange(now, ["orders/updated"]) { Order = order });
        return order;
    }

    /// <summary>Cancels, gives the money back if there was any, and puts the goods back on the shelf.</summary>
    /// <exception cref="ShopException">Cancelled before, or already sent.</exception>
    public Order Cancel(Order order, string reason = "customer")
    {
        var now = Now;
        if (order.IsCancelled(now)) throw new ShopException($"Order {order.Name} is already cancelled.");
        if (order.IsShipped(now)) throw new ShopException($"Order {order.Name} has already been sent.");
        var owed = order.IsPaid(now) ? order.Total - order.Refunded(now) : 0;
        ForgetTheFuture(order, now);
        (order.CancelledAt, order.CancelReason, order.Shipment) = (now, reason, null);
        Announce(new ShopChange(now, ["orders/cancelled", "orders/updated"]) { Order = order });
        if (owed > 0) GiveBack(order, owed, "Order cancelled", [.. order.Lines.Select(l => new RefundLine(l, l.Quantity, l.Net))], restock: false);
        foreach (var line in order.Lines) MoveStock(line.Variant, line.Quantity);
        return order;
    }

    /// <param name="amount">AUD; null gives back all that is left.</param>
    /// <param name="skus">Goods that come back; with some and no amount, their worth is given back.</param>
    /// <exception cref="ShopException">Unpaid, or more than is left.</exception>
    public Order Refund(Order order, decimal? amount = null, string note = "Refund", IReadOnlyList<string>? skus = null)
    {
        var now = Now;
        var left = order.Total - order.Refunded(now);
        if (!order.IsPaid(now)) throw new ShopException($"Order {order.Name} is not paid.");
        var returned = order.Lines.Where(l => skus?.Contains(l.Variant.Sku, StringComparer.OrdinalIgnoreCase) == true)
            .Select(l => new RefundLine(l, l.Quantity - order.Returned(l, now), l.Net)).Where(l => l.Quantity > 0).ToList();
        var sum = amount ?? (returned.Count > 0 ? returned.Sum(l => l.Subtotal) : left);
        if (sum <= 0 || sum > left) throw new ShopException($"Between 0.01 and {left:0.00} of order {order.Name} can be refunded.");
        order.Refunds.RemoveAll(r => r.At > now);
        GiveBack(order, sum, note, returned, restock: returned.Count > 0);
        foreach (var line in returned) MoveStock(line.Line.Variant, line.Quantity);
        return order;
    }

    public void SetStock(Variant variant, int available) => MoveStock(variant, available - variant.Stock);

    /// <summary>Announces what came due by itself since the last call: new made-up orders, parcels sent and delivered.</summary>
    internal void AnnounceBetween(DateTimeOffset after, DateTimeOffset now)
    {
        // What was done by hand has been announced at that moment.
        bool IsDue(DateTimeOffset at) => at > after && at <= now && !announced.Contains(at);
        foreach (var order in Orders.Where(o => o.Milestones().Any(IsDue)).ToList())
        {
            List<string> topics = IsDue(order.PlacedAt) ? ["orders/create"] : ["orders/updated"];
            if (order.PaidAt is { } paid && IsDue(paid)) topics.Add("orders/paid");
            Announce(new ShopChange(now, topics) { Order = order });
            foreach (var refund in order.Refunds.Where(r => IsDue(r.At)))
                Announce(new ShopChange(now, ["refunds/create"]) { Order = order, Refund = refund });
        }
    }

    void GiveBack(Order order, decimal amount, string note, IReadOnlyList<RefundLine> lines, bool restock)
    {
        var refund = new Refund(Ids.Refund(order.Number, order.Refunds.Count), Now, note, amount, lines, restock);
        order.Refunds.Add(refund);
        Announce(new ShopChange(refund.At, ["refunds/create"]) { Order = order, Refund = refund });
        Announce(new ShopChange(refund.At, ["orders/updated"]) { Order = order });
    }

    void MoveStock(Variant variant, int by)
    {
        var now = Now;
        variant.Stock += by;
        variant.UpdatedAt = variant.Product.UpdatedAt = now;
        Announce(new ShopChange(now, ["inventory_levels/update", "products/update"]) { Variant = variant });
    }

    OrderLine Line(int number, int index, string sku, int quantity)
    {
        var variant = FindVariant(sku) ?? throw new ShopException($"There is no product with sku {sku}.");
        if (quantity < 1) throw new ShopException("A quantity is at least 1.");
        if (quantity > variant.Stock) throw new ShopException($"Only {variant.Stock} of {sku} are in stock.");
        return new OrderLine(Ids.Line(number, index), variant, quantity, variant.Price, 0m);
    }

    Customer Welcome(string email, string? firstName, string? lastName, DateTimeOffset now)
    {
        // The id follows the address, so that the same stranger is the same customer after a restart.
        var index = 100_000 + (int)(Handles.Number(email) % 1_000_000_000L);
        var customer = new Customer { Id = Ids.Customer(index), FirstName = firstName ?? email.Split('@')[0], LastName = lastName ?? "", Email = email, CreatedAt = now };
        Customers.Add(customer);
        return customer;
    }

    static Shipping ShippingFor(string? wanted, decimal net) => wanted?.ToLowerInvariant() switch
    {
        "express" => Shipping.Express,
        null or "standard" => net >= Shipping.FreeFrom ? Shipping.Free : Shipping.Standard,
        "free" => Shipping.Free,
        _ => throw new ShopException("Shipping is standard or express."),
    };

    /// <summary>Never a made-up order's number, and not one given before a restart: whole minutes since the start of 2026.</summary>
    int FreeNumber(DateTimeOffset now)
    {
        var number = 500_000 + (int)(now - new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)).TotalMinutes;
        while (orders.ContainsKey(number)) number++;
        return number;
    }

    static void ForgetTheFuture(Order order, DateTimeOffset now)
    {
        order.Refunds.RemoveAll(r => r.At > now);
        if (order.CancelledAt > now) order.CancelledAt = null;
        if (order.PaidAt > now) order.PaidAt = null;
    }

    void WriteUpTo(DateOnly day)
    {
        for (; written < day; written = written.AddDays(1))
            foreach (var order in book.Day(written.AddDays(1))) orders[order.Number] = order;
    }

    void Announce(ShopChange change)
    {
        announced.Add(change.At);
        Changed?.Invoke(change);
    }
}

/// <summary>One deed at the shop and the webhook topics it causes.</summary>
public sealed record ShopChange(DateTimeOffset At, IReadOnlyList<string> Topics)
{
    public Order? Order { get; init; }
    public Customer? Customer { get; init; }
    public Variant? Variant { get; init; }
    public Refund? Refund { get; init; }
}

/// <summary>The shop cannot do what was asked, and says why in words for a person.</summary>
public sealed class ShopException(string message) : Exception(message);
