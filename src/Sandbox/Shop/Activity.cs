namespace MyCavoodle.Sandbox.Shop;

/// <summary>A busy time: so many changes of every kind, the same for the same seed and shop, each with its webhooks.</summary>
sealed class Activity(GroomingShop shop, int seed)
{
    const int Tries = 40;

    readonly Dice dice = new(seed, 0, 6);
    readonly BackOffice office = new(shop);
    readonly List<Order> orders = [.. shop.Orders];

    readonly SortedDictionary<string, int> done = new(StringComparer.Ordinal);

    /// <summary>How often each kind of change was made.</summary>
    public IReadOnlyDictionary<string, int> Done => done;

    public void Go(int events)
    {
        for (var made = 0; made < events;)
        {
            var (kind, make) = Next();
            if (!make()) continue;
            done[kind] = done.GetValueOrDefault(kind) + 1;
            made++;
        }
    }

    (string Kind, Func<bool> Make) Next() => dice.Between(1, 20) switch
    {
        <= 5 => ("placed", Place),
        6 => ("paid", () => Change(o => !o.IsPaid(shop.Now) && !o.IsCancelled(shop.Now), o => shop.Pay(o))),
        7 => ("cancelled", () => Change(IsWaiting, o => shop.Cancel(o, dice.Of(["customer", "inventory", "fraud", "other"])))),
        <= 9 => ("refunded", () => Change(o => o.IsPaid(shop.Now) && o.Charged(shop.Now) - o.Refunded(shop.Now) > 2m, Refund)),
        <= 12 => ("fulfilled", () => Change(o => IsWaiting(o) && o.IsPaid(shop.Now), o => shop.Fulfil(o, dice.OneIn(3) ? "Sendle" : null))),
        13 => ("delivered", () => Change(o => o.IsShipped(shop.Now) && !o.IsDelivered(shop.Now), o => shop.MarkDelivered(o))),
        <= 15 => ("edited", () => Change(IsWaiting, Edit)),
        16 => ("noted", () => Change(_ => true, o => { o.Note = $"Note {dice.Between(1, 999)}"; shop.Touch(o); })),
        <= 18 => ("customer changed", ChangeCustomer),
        _ => ("stock changed", () => { var variant = AnyVariant(); shop.SetStock(variant, dice.Between(20, 200)); return true; }),
    };

    bool IsWaiting(Order order) => !order.IsShipped(shop.Now) && !order.IsCancelled(shop.Now);

    bool Place()
    {
        List<(string, int)> items = [];
        for (var i = dice.Between(1, 3); i > 0; i--)
        {
            var variant = AnyVariant();
            if (variant.Stock < 5) shop.SetStock(variant, 100);
            items.Add((variant.Sku, dice.Between(1, 2)));
        }
        var email = dice.Between(1, 10) switch { 1 => "", 2 => $"visitor{dice.Between(1, 100_000)}@example.com", _ => dice.Of(shop.Customers).Email };
        orders.Add(shop.PlaceOrder(email, items, paid: !dice.OneIn(5), presentment: dice.OneIn(15) ? new("USD", 0.65m) : null, test: dice.OneIn(60)));
        return true;
    }

    /// <summary>Half of the time among the newest, where most happens in life.</summary>
    bool Change(Func<Order, bool> fits, Action<Order> change)
    {
        for (var i = 0; i < Tries; i++)
        {
            var order = dice.OneIn(2) ? orders[^dice.Between(1, Math.Min(200, orders.Count))] : orders[dice.Between(0, orders.Count - 1)];
            if (!fits(order)) continue;
            change(order);
            return true;
        }
        return false;
    }

    void Refund(Order order)
    {
        var left = order.Charged(shop.Now) - order.Refunded(shop.Now);
        var line = order.LinesBy(shop.Now).FirstOrDefault(l => order.Kept(l, shop.Now) > 0 && l.Net <= left && l.Net > 0);
        switch (dice.Between(1, 3))
        {
            case 1 when line is not null: shop.Refund(order, skus: [line.Sku], note: "Returned"); break;
            case 2: shop.Refund(order, note: "All of it"); break;
            default: shop.Refund(order, Math.Round(left / dice.Between(2, 5), 2), "A part of it"); break;
        }
    }

    void Edit(Order order)
    {
        var line = order.LinesBy(shop.Now).FirstOrDefault(l => order.Kept(l, shop.Now) > 0);
        if (line is not null && dice.OneIn(3)) { office.Edit(order, [], [(line.Sku, 1)]); return; }
        var variant = AnyVariant();
        if (variant.Stock < 5) shop.SetStock(variant, 100);
        office.Edit(order, [(variant.Sku, 1)], []);
    }

    bool ChangeCustomer()
    {
        var customer = dice.Of(shop.Customers);
        switch (dice.Between(1, 3))
        {
            case 1: customer.Phone = $"+614{dice.Between(10_000_000, 99_999_999)}"; break;
            case 2: customer.IsSubscribed = !customer.IsSubscribed; break;
            default: customer.Note = $"Note {dice.Between(1, 999)}"; break;
        }
        shop.Touch(customer);
        return true;
    }

    /// <summary>One that can be named: a sku may be empty or on two variants.</summary>
    Variant AnyVariant()
    {
        List<Variant> named = [.. shop.Variants.Where(v => v.Sku.Length > 0)];
        return shop.FindVariant(dice.Of(named).Sku)!;
    }
}
