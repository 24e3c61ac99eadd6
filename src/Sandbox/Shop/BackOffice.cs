namespace MyCavoodle.Sandbox.Shop;

/// <summary>What the shop's owner does behind the counter, trouble included: edits, re-opened orders, mixed-up customers and skus.</summary>
sealed class BackOffice(GroomingShop shop)
{
    /// <summary>Adds to a placed order, or takes off it. What is added counts as paid at once; what is removed is not refunded by itself.</summary>
    /// <exception cref="ShopException">Nothing to do, or something that is not there.</exception>
    public Order Edit(Order order, IReadOnlyList<(string Sku, int Quantity)> add, IReadOnlyList<(string Sku, int Quantity)> remove)
    {
        var now = shop.Now;
        if (order.IsCancelled(now)) throw new ShopException($"Order {order.Name} is cancelled.");
        if (add.Count + remove.Count == 0) throw new ShopException("An edit adds or removes something.");
        var next = order.LinesBy(now).Count();
        var added = add.Select((a, i) => shop.Line(order.Number, next + i, a.Sku, a.Quantity)).ToList();
        var removed = remove.Select(r => Removal(order, r.Sku, r.Quantity, now)).ToList();
        var edit = new OrderEdit(Ids.Edit(order.Number, order.Edits.Count), now, added, removed);
        order.Edits = [.. order.Edits, edit];
        shop.Announce(new ShopChange(now, ["orders/edited", "orders/updated"]) { Order = order, Edit = edit });
        foreach (var line in added) shop.MoveStock(line.Variant, -line.Quantity);
        foreach (var line in removed) shop.MoveStock(line.Line.Variant, line.Quantity);
        return order;
    }

    static RefundLine Removal(Order order, string sku, int quantity, DateTimeOffset now)
    {
        var line = order.LinesBy(now).FirstOrDefault(l => string.Equals(l.Sku, sku, StringComparison.OrdinalIgnoreCase) && order.Kept(l, now) >= quantity && quantity > 0)
            ?? throw new ShopException($"Order {order.Name} has no {quantity} of {sku} left.");
        return new RefundLine(line, quantity, Math.Round(line.Net / line.Quantity * quantity, 2));
    }

    public Order Archive(Order order)
    {
        if (order.ClosedAt(shop.Now) is not null) throw new ShopException($"Order {order.Name} is already closed.");
        order.ArchivedAt = shop.Now;
        shop.Touch(order);
        return order;
    }

    public Order Reopen(Order order)
    {
        if (order.ClosedAt(shop.Now) is null) throw new ShopException($"Order {order.Name} is open.");
        order.ReopenedAt = shop.Now;
        shop.Touch(order);
        return order;
    }

    /// <summary>Takes any address, also one that another customer has in other letters, or none.</summary>
    public Customer Welcome(string email, string firstName, string lastName, string? phone)
    {
        var index = 1_100_000_000 + (int)(Handles.Number($"{email}:{shop.Customers.Count}") % 1_000_000_000L);
        var customer = new Customer { Id = Ids.Customer(index), FirstName = firstName, LastName = lastName, Email = email, Phone = phone, CreatedAt = shop.Now };
        shop.Customers.Add(customer);
        shop.Announce(new ShopChange(shop.Now, ["customers/create"]) { Customer = customer });
        return customer;
    }

    /// <summary>The customer asks what is known about them. https://shopify.dev/docs/apps/build/compliance/privacy-law-compliance</summary>
    public void RequestData(Customer customer) =>
        shop.Announce(new ShopChange(shop.Now, ["customers/data_request"]) { Customer = customer, Orders = [.. shop.OrdersOf(customer)] });

    /// <summary>The customer wants to be forgotten; in life the webhook comes ten days later.</summary>
    public void Forget(Customer customer) =>
        shop.Announce(new ShopChange(shop.Now, ["customers/redact"]) { Customer = customer, Orders = shop.Erase(customer) });

    /// <summary>The app was uninstalled, two days ago as it were.</summary>
    public void ForgetShop() => shop.Announce(new ShopChange(shop.Now, ["shop/redact"]));

    /// <summary>A sku may become empty, or the same as another's.</summary>
    public Variant Relabel(Variant variant, string sku)
    {
        variant.Sku = sku;
        variant.UpdatedAt = shop.Now;
        shop.Touch(variant.Product);
        return variant;
    }

    public Product Offer(string title, string sku, decimal price, int stock)
    {
        var (now, index) = (shop.Now, 1_000 + shop.Added++);
        var product = new Product { Id = Ids.Product(index), Title = title, Category = "Accessories", Description = title, ReorderPoint = 5, CreatedAt = now, UpdatedAt = now };
        product.Variants.Add(new Variant
        {
            Id = Ids.Variant(index), InventoryItemId = Ids.InventoryItem(index), Product = product, Title = "Default Title", Sku = sku, Price = price, Cost = Math.Round(price / 3, 2), Grams = 200, Stock = stock, UpdatedAt = now,
        });
        shop.Products.Add(product);
        shop.Touch(product, "products/create");
        return product;
    }

    /// <summary>Orders keep the name of what they held; its ids are gone.</summary>
    public void Withdraw(Product product)
    {
        product.IsDeleted = true;
        shop.Products.Remove(product);
        shop.Touch(product, "products/delete");
    }
}
