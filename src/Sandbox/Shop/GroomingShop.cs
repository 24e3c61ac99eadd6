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
    readonly Dictionary<Customer, List<Order>> byCustomer = [];
    readonly HashSet<Customer> erased = [];
    readonly HashSet<DateTimeOffset> announced = [];
    DateOnly written;
    int lastNumber;

    internal GroomingShop(SandboxOptions options, TimeProvider time)
    {
        (seed, this.time) = (options.Seed, time);
        OpenedAt = Sydney.At(OrderBook.FirstDay, 0);
        Products = Catalogue.Stocked(OpenedAt);
        Customers = CustomerBook.Filled(seed, OpenedAt, options.Customers ?? Math.Max(CustomerBook.Size, (options.Orders ?? 0) / 5));
        // Copies: who comes or goes while the sandbox runs does not change the made-up history.
        book = new OrderBook(seed, [.. Customers], [.. Variants], options.Orders is { } wanted ? OrderBook.BusynessFor(seed, wanted, Today) : 1);
        written = OrderBook.FirstDay.AddDays(-1);
    }

    /// <summary>Tells what changed, after it did.</summary>
    public event Action<ShopChange>? Changed;

    public DateTimeOffset OpenedAt { get; }
    public DateTimeOffset Now => time.GetUtcNow();
    public DateOnly Today => Sydney.Day(Now);
    public List<Product> Products { get; }
    /// <summary>How many products were added while the sandbox runs; their ids follow from it.</summary>
    internal int Added { get; set; }
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

    public Order? FindOrder(int number)
    {
        WriteUpTo(Today);
        return orders.TryGetValue(number, out var order) && order.PlacedAt <= Now ? order : null;
    }

    /// <summary>Everything this customer ordered up to now, oldest first.</summary>
    public IEnumerable<Order> OrdersOf(Customer customer)
    {
        WriteUpTo(Today);
        var now = Now;
        return (byCustomer.GetValueOrDefault(customer) ?? []).Where(o => o.PlacedAt <= now);
    }

    public Customer? FindCustomer(string email) =>
        Customers.FirstOrDefault(c => string.Equals(c.Email, email, StringComparison.OrdinalIgnoreCase));

    public Variant? FindVariant(string sku) => Variants.FirstOrDefault(v => string.Equals(v.Sku, sku, StringComparison.OrdinalIgnoreCase));

    public DayFigures Figures(DateOnly day) => DayFigures.Of(seed, day);

    /// <summary>Places an order now and takes its goods from stock. A stranger's address makes a new customer.</summary>
    /// <param name="email">Blank: sold to nobody in particular.</param>
    /// <exception cref="ShopException">An unknown sku, nothing ordered, or more than there is.</exception>
    public Order PlaceOrder(string email, IReadOnlyList<(string Sku, int Quantity)> items, string? firstName = null, string? lastName = null,
        string? shipping = null, bool paid = true, Presentment? presentment = null, bool test = false)
    {
        if (items.Count == 0) throw new ShopException("An order needs at least one item.");
        var now = Now;
        var number = FreeNumber(now);
        var lines = items.Select((item, i) => Line(number, i, item.Sku, item.Quantity)).ToList();
        var known = FindCustomer(email);
        var customer = known ?? (email.Length == 0 ? null : Welcome(email, firstName, lastName, now));
        var order = new Order
        {
            Number = number, PlacedAt = now, PaidAt = paid ? now : null, Customer = customer, Email = email, Lines = lines,
            Shipping = ShippingFor(shipping, lines.Sum(l => l.Net)), Presentment = presentment, Test = test,
        };
        Insert(order);
        List<string> topics = known is null && customer is not null ? ["customers/create", "orders/create"] : ["orders/create"];
        if (paid) topics.Add("orders/paid");
        Announce(new ShopChange(now, topics) { Order = order, Customer = customer });
        foreach (var line in lines) MoveStock(line.Variant, -line.Quantity);
        return order;
    }

    /// <summary>The money of an order arrives.</summary>
    /// <exception cref="ShopException">Cancelled, or paid before.</exception>
    public Order Pay(Order order)
    {
        var now = Now;
        if (order.IsCancelled(now)) throw new ShopException($"Order {order.Name} is cancelled.");
        if (order.IsPaid(now)) throw new ShopException($"Order {order.Name} is already paid.");
        order.PaidAt = now;
        Announce(new ShopChange(now, ["orders/updated", "orders/paid"]) { Order = order });
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
        Announce(new ShopChange(now, ["orders/updated", "orders/fulfilled", "fulfillments/create"]) { Order = order });
        return order;
    }

    /// <exception cref="ShopException">Not sent yet.</exception>
    public Order MarkDelivered(Order order)
    {
        var now = Now;
        if (!order.IsShipped(now)) throw new ShopException($"Order {order.Name} has not been sent yet.");
        if (order.IsDelivered(now)) throw new ShopException($"Order {order.Name} is already delivered.");
        order.Shipment!.DeliveredAt = now;
        Announce(new ShopChange(now, ["orders/updated", "fulfillments/update"]) { Order = order });
        return order;
    }

    /// <summary>Cancels, gives the money back if there was any, and puts the goods back on the shelf.</summary>
    /// <exception cref="ShopException">Cancelled before, or already sent.</exception>
    public Order Cancel(Order order, string reason = "customer")
    {
        var now = Now;
        if (order.IsCancelled(now)) throw new ShopException($"Order {order.Name} is already cancelled.");
        if (order.IsShipped(now)) throw new ShopException($"Order {order.Name} has already been sent.");
        var owed = order.IsPaid(now) ? order.Charged(now) - order.Refunded(now) : 0;
        var kept = order.LinesBy(now).Select(l => new RefundLine(l, order.Kept(l, now), l.Net)).Where(l => l.Quantity > 0).ToList();
        ForgetTheFuture(order, now);
        (order.CancelledAt, order.CancelReason, order.Shipment) = (now, reason, null);
        Announce(new ShopChange(now, ["orders/cancelled", "orders/updated"]) { Order = order });
        if (owed > 0) GiveBack(order, owed, "Order cancelled", kept, restock: false);
        foreach (var line in kept) MoveStock(line.Line.Variant, line.Quantity);
        return order;
    }

    /// <param name="order">Paid.</param>
    /// <param name="amount">AUD; null gives back all that is left, 0 takes goods back without money.</param>
    /// <param name="note">Why.</param>
    /// <param name="skus">Goods that come back; with some and no amount, their worth is given back.</param>
    /// <param name="adjustment">Booked as an order adjustment: negative where more was given back than the goods were worth.</param>
    /// <exception cref="ShopException">Unpaid, or more than is left.</exception>
    public Order Refund(Order order, decimal? amount = null, string note = "Refund", IReadOnlyList<string>? skus = null, decimal adjustment = 0)
    {
        var now = Now;
        var left = order.Charged(now) - order.Refunded(now);
        if (!order.IsPaid(now)) throw new ShopException($"Order {order.Name} is not paid.");
        var returned = order.LinesBy(now).Where(l => skus?.Contains(l.Sku, StringComparer.OrdinalIgnoreCase) == true)
            .Select(l => new RefundLine(l, order.Kept(l, now), l.Net)).Where(l => l.Quantity > 0).ToList();
        var sum = amount ?? (returned.Count > 0 ? Math.Min(left, returned.Sum(l => l.Subtotal)) : left);
        var goodsOnly = sum == 0 && returned.Count > 0;
        if (sum <= 0 && !goodsOnly || sum > left) throw new ShopException($"Between 0.01 and {left:0.00} of order {order.Name} can be refunded.");
        order.Refunds.RemoveAll(r => r.At > now);
        GiveBack(order, sum, note, returned, restock: returned.Count > 0, adjustment);
        foreach (var line in returned) MoveStock(line.Line.Variant, line.Quantity);
        return order;
    }

    public void SetStock(Variant variant, int available) => MoveStock(variant, available - variant.Stock);

    /// <summary>Announces what came due by itself since the last call: new made-up orders, parcels sent and delivered.</summary>
    internal void AnnounceBetween(DateTimeOffset after, DateTimeOffset now)
    {
        // What was done by hand has been announced at that moment.
        bool IsDue(DateTimeOffset at) => at > after && at <= now && !announced.Contains(at);
        foreach (var order in Orders.Where(o => o.ChangedWithin(IsDue)).ToList())
        {
            var (sent, delivered) = (order.Shipment is { } parcel && IsDue(parcel.At), order.Shipment?.DeliveredAt is { } arrived && IsDue(arrived));
            List<string> topics = IsDue(order.PlacedAt) ? ["orders/create"] : ["orders/updated"];
            if (order.PaidAt is { } paid && IsDue(paid)) topics.Add("orders/paid");
            if (order.CancelledAt is { } cancelled && IsDue(cancelled)) topics.Add("orders/cancelled");
            if (sent) topics.AddRange(["orders/fulfilled", "fulfillments/create"]);
            if (delivered) topics.Add("fulfillments/update");
            Announce(new ShopChange(now, topics) { Order = order });
            foreach (var refund in order.Refunds.Where(r => IsDue(r.At)))
                Announce(new ShopChange(now, ["refunds/create"]) { Order = order, Refund = refund });
        }
    }

    /// <summary>Announces a change that has no time of its own, and remembers when it was made.</summary>
    internal void Touch(Order order, params IReadOnlyList<string> topics)
    {
        order.TouchedAt = Now;
        Announce(new ShopChange(Now, topics.Count == 0 ? ["orders/updated"] : topics) { Order = order });
    }

    internal void Touch(Customer customer)
    {
        customer.ChangedAt = Now;
        Announce(new ShopChange(Now, ["customers/update"]) { Customer = customer });
    }

    internal void Touch(Product product, string topic = "products/update")
    {
        product.UpdatedAt = Now;
        Announce(new ShopChange(Now, [topic]) { Product = product });
    }

    /// <summary>Forgets a customer: gone from the list, and from every order.</summary>
    internal IReadOnlyList<Order> Erase(Customer customer)
    {
        var theirs = OrdersOf(customer).ToList();
        Customers.Remove(customer);
        erased.Add(customer);
        foreach (var order in byCustomer.GetValueOrDefault(customer) ?? [])
            (order.Customer, order.Email, order.ShipTo, order.Note) = (null, "", null, null);
        byCustomer.Remove(customer);
        return theirs;
    }

    void GiveBack(Order order, decimal amount, string note, IReadOnlyList<RefundLine> lines, bool restock, decimal adjustment = 0)
    {
        var refund = new Refund(Ids.Refund(order.Number, order.Refunds.Count), Now, note, amount, lines, restock) { Adjustment = adjustment };
        order.Refunds.Add(refund);
        Announce(new ShopChange(refund.At, ["refunds/create"]) { Order = order, Refund = refund });
        Announce(new ShopChange(refund.At, ["orders/updated"]) { Order = order });
    }

    internal void MoveStock(Variant variant, int by)
    {
        var now = Now;
        variant.Stock += by;
        variant.UpdatedAt = variant.Product.UpdatedAt = now;
        if (!variant.Product.IsDeleted) Announce(new ShopChange(now, ["inventory_levels/update", "products/update"]) { Variant = variant, Product = variant.Product });
    }

    internal OrderLine Line(int number, int index, string sku, int quantity)
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
        return lastNumber = Math.Max(number, lastNumber + 1);
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
            foreach (var order in book.Day(written.AddDays(1))) Insert(order);
    }

    void Insert(Order order)
    {
        if (order.Customer is { } gone && erased.Contains(gone)) (order.Customer, order.Email) = (null, "");
        orders[order.Number] = order;
        if (order.Customer is not { } customer) return;
        if (!byCustomer.TryGetValue(customer, out var theirs)) byCustomer[customer] = theirs = [];
        theirs.Add(order);
    }

    internal void Announce(ShopChange change)
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
    public Product? Product { get; init; }
    public Variant? Variant { get; init; }
    public Refund? Refund { get; init; }
    public OrderEdit? Edit { get; init; }
    /// <summary>Of a customer who is forgotten: their orders.</summary>
    public IReadOnlyList<Order> Orders { get; init; } = [];
}

/// <summary>The shop cannot do what was asked, and says why in words for a person.</summary>
public sealed class ShopException(string message) : Exception(message);
