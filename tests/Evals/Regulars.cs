using MyCavoodle.Hub;

namespace MyCavoodle.Tests.Evals;

/// <summary>Who buys there, and an order in every state: on its way, being packed, delivered, cancelled, unpaid, refunded in whole and in part.</summary>
static class Regulars
{
    public static readonly IReadOnlyList<Customer> Customers =
    [
        Customer(1, "Amy", "Tran", "amy@example.com", "Milo"),
        Customer(2, "Ben", "Walsh", "ben@example.com", null),
        Customer(3, "Cara", "Nguyen", "cara@example.com", "Biscuit"),
        Customer(4, "Dan", "O'Brien", "dan@example.com", null),
        Customer(5, "Ella", "Rossi", "ella@example.com", "Gnocchi"),
        Customer(6, "Finn", "Murphy", "finn@example.com", null),
    ];

    public static IEnumerable<Order> Orders =>
    [
        Sent(Order(1, "#5123", Customers[0], -6, 59.90m, (1, "Oatmeal Calm Shampoo, 500 ml"), (1, "Waterless Foam Shampoo")), "Australia Post", "33ABC0001", "https://auspost.example/33ABC0001", -5, null),
        Order(2, "#5124", Customers[0], -1, 34.95m, (1, "Curved Slicker Brush")).In(OrderStatus.Processing),
        Sent(Order(3, "#5001", Customers[1], -20, 69.95m, (1, "Puppy Starter Bundle")), "Sendle", "SENDLE77", "https://sendle.example/SENDLE77", -19, -15),
        Refunded(Order(4, "#5130", Customers[2], -9, 44.95m, (1, "Curl Care Duo")).In(OrderStatus.Cancelled), PaymentStatus.Refunded, 44.95m, -2),
        Order(5, "#5125", Customers[3], 0, 24.95m, (1, "Steel Greyhound Comb")).In(OrderStatus.Pending, PaymentStatus.Pending),
        Refunded(Sent(Order(6, "#5100", Customers[4], -25, 61.90m, (2, "Silk Coat Conditioner, 250 ml"), (1, "Waterless Foam Shampoo")), "Australia Post", "33ABC0100", "https://auspost.example/33ABC0100", -24, -21), PaymentStatus.Paid, 19.95m, -3),
        Sent(Order(7, "#5110", Customers[5], -14, 49.95m, (1, "Quiet Nail Grinder")), "Sendle", "SENDLE88", "https://sendle.example/SENDLE88", -13, null),
        Sent(Order(8, "#5140", null, -8, 28.95m, (1, "Bamboo Drying Towel, Medium")), "Australia Post", "33ABC0140", "https://auspost.example/33ABC0140", -7, null, "guest@example.com"),
        .. Enumerable.Range(1, 60).SelectMany(back => new[] { Passing(2 * back, -back, 74.90m), Passing(2 * back + 1, -back, 46.90m) }),
    ];

    /// <summary>Somebody who bought once as a guest: what makes the days' figures.</summary>
    static Order Passing(int id, int day, decimal total) =>
        Order(100 + id, $"#{4000 + id}", null, day, total, (2, "Solid Shampoo Bar")).In(OrderStatus.Delivered);

    static Customer Customer(long id, string first, string last, string email, string? pet) => new()
    {
        Id = id, ShopifyId = 100 + id, FirstName = first, LastName = last, Email = email, PetName = pet, CreatedAt = SmallShop.Now.AddDays(-200), UpdatedAt = SmallShop.Now,
    };

    static Order Order(long id, string number, Customer? customer, int day, decimal total, params (int Quantity, string Title)[] items)
    {
        var order = new Order
        {
            Id = id, ShopifyId = 1000 + id, Number = number, CustomerId = customer?.Id, Email = customer?.Email, PlacedAt = SmallShop.Now.AddDays(day).AddHours(-1), UpdatedAt = SmallShop.Now,
            Payment = PaymentStatus.Paid, Total = total, Subtotal = total, ShippingMethodName = "Standard",
        };
        foreach (var (index, (quantity, title)) in items.Index())
            order.Lines.Add(new() { ShopifyId = 10000 + id * 10 + index, Title = title, Quantity = quantity, UnitPrice = total, UnitCost = 8 });
        return order;
    }

    static Order In(this Order order, OrderStatus status, PaymentStatus payment = PaymentStatus.Paid)
    {
        (order.Status, order.Payment) = (status, payment);
        if (status == OrderStatus.Cancelled) order.CancelledAt = SmallShop.Now.AddDays(-3);
        return order;
    }

    static Order Sent(Order order, string carrier, string tracking, string link, int shipped, int? delivered, string? email = null)
    {
        order.Status = delivered is null ? OrderStatus.Shipped : OrderStatus.Delivered;
        (order.Carrier, order.TrackingNumber, order.TrackingUrl, order.Email) = (carrier, tracking, link, email ?? order.Email);
        order.ShippedAt = SmallShop.Now.AddDays(shipped);
        order.DeliveredAt = delivered is { } day ? SmallShop.Now.AddDays(day) : null;
        return order;
    }

    static Order Refunded(Order order, PaymentStatus payment, decimal amount, int day)
    {
        (order.Payment, order.Refunded) = (payment, amount);
        order.Refunds.Add(new() { ShopifyId = 5000 + order.Id, At = SmallShop.Now.AddDays(day), Amount = amount });
        return order;
    }
}
