using System.Globalization;
using System.Text.Json.Nodes;
using MyCavoodle.Sandbox.Shop;
using MyCavoodle.Sandbox.Wire;

namespace MyCavoodle.Sandbox.Api;

/// <summary>What makes a shop's data untidy, on request: edits, re-opened orders, mixed-up customers and skus, erasure, a busy day.</summary>
sealed class BackOfficeRoutes(SandboxWorld world)
{
    const int MostEvents = 100_000;
    const int AtATime = 50;

    readonly GroomingShop shop = world.Shop;
    readonly BackOffice office = new(world.Shop);

    public void Map(Routes api)
    {
        api.Put("shop/orders/{number}", Annotate);
        api.Post("shop/orders/{number}/edit", call => Shown(office.Edit(Order(call), ShopRoutes.Items(call, "add"), ShopRoutes.Items(call, "remove"))));
        api.Post("shop/orders/{number}/archive", call => Shown(office.Archive(Order(call))));
        api.Post("shop/orders/{number}/reopen", call => Shown(office.Reopen(Order(call))));
        api.Post("shop/customers", call => new Answer(201, ShopViews.Of(office.Welcome(call["email"] ?? "", call["firstName"] ?? "", call["lastName"] ?? "", call["phone"]))));
        api.Put("shop/customers/{id}", Change);
        api.Post("shop/customers/{id}/data-request", call => Done(() => office.RequestData(Customer(call))));
        api.Delete("shop/customers/{id}", call => Done(() => office.Forget(Customer(call))));
        api.Put("shop/variants/{sku}", call => Answer.Ok(ShopViews.Of(office.Relabel(Variant(call), call["sku"] ?? "").Product)));
        api.Post("shop/products", Offer);
        api.Delete("shop/products/{id}", call => Done(() => office.Withdraw(Product(call))));
        api.Post("shop/redact", _ => Done(office.ForgetShop));
        api.PostLong("shop/activity", Busy);
    }

    Answer Annotate(Call call)
    {
        var order = Order(call);
        if (call.Body.ContainsKey("note")) order.Note = call["note"];
        if (call.Body["tags"] is JsonArray tags) order.Tags = [.. tags.Select(t => t?.ToString() ?? "")];
        shop.Touch(order);
        return Shown(order);
    }

    Answer Change(Call call)
    {
        var customer = Customer(call);
        customer.Email = call["email"] ?? customer.Email;
        customer.FirstName = call["firstName"] ?? customer.FirstName;
        customer.LastName = call["lastName"] ?? customer.LastName;
        if (call.Body.ContainsKey("phone")) customer.Phone = call["phone"];
        if (call.Body.ContainsKey("note")) customer.Note = call["note"];
        if (call.Body["tags"] is JsonArray tags) customer.Tags = [.. tags.Select(t => t?.ToString() ?? "")];
        if (call["subscribed"] is { } subscribed) customer.IsSubscribed = subscribed == "true";
        shop.Touch(customer);
        return Answer.Ok(ShopViews.Of(customer));
    }

    Answer Offer(Call call)
    {
        var price = call.Amount("price") is { } amount and > 0 ? amount : throw new BadRequest("\"price\" is a number above 0.");
        return new Answer(201, ShopViews.Of(office.Offer(call.Required("title"), call["sku"] ?? "", price, call.Whole("stock") ?? 10)));
    }

    Answer Busy(Call call)
    {
        var events = call.Whole("events") is { } count and >= 1 and <= MostEvents ? count : throw new BadRequest($"\"events\" is between 1 and {MostEvents}.");
        Activity activity;
        lock (world.Gate) activity = new Activity(shop, call.Whole("seed") ?? 1);
        for (var left = events; left > 0; left -= AtATime)
            lock (world.Gate) activity.Go(Math.Min(left, AtATime));
        return Answer.Ok(new JsonObject { ["events"] = events, ["kinds"] = new JsonObject(activity.Done.Select(d => KeyValuePair.Create(d.Key, (JsonNode?)d.Value))) });
    }

    static Answer Done(Action deed)
    {
        deed();
        return new Answer(204, null);
    }

    Answer Shown(Order order) => Answer.Ok(ShopViews.Of(order, shop.Now));

    Order Order(Call call) => ShopRoutes.Order(shop, call);

    Customer Customer(Call call) => shop.Customers.Find(c => c.Id.ToString(CultureInfo.InvariantCulture) == call.Route("id")) ?? throw new NotFound($"There is no customer {call.Route("id")}.");

    Product Product(Call call) => shop.Products.Find(p => p.Id.ToString(CultureInfo.InvariantCulture) == call.Route("id")) ?? throw new NotFound($"There is no product {call.Route("id")}.");

    /// <summary>By its sku or, since a sku can be lost, its id.</summary>
    Variant Variant(Call call) => shop.FindVariant(call.Route("sku")) ?? shop.Variants.FirstOrDefault(v => v.Id.ToString(CultureInfo.InvariantCulture) == call.Route("sku"))
        ?? throw new NotFound($"There is no product with sku {call.Route("sku")}.");
}
