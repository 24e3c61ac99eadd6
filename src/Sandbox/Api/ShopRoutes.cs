using System.Globalization;
using System.Text.Json.Nodes;
using MyCavoodle.Sandbox.Shop;
using MyCavoodle.Sandbox.Wire;

namespace MyCavoodle.Sandbox.Api;

/// <summary>Looking into the shop, and doing things there as its owner or its customers would.</summary>
sealed class ShopRoutes(SandboxWorld world)
{
    const int MostPersonas = 8;

    readonly GroomingShop shop = world.Shop;

    public void Map(Routes api)
    {
        api.Get("shop", _ => Summary());
        api.Get("shop/products", _ => Answer.Ok(new JsonArray([.. shop.Products.Select(ShopViews.Of)])));
        api.Get("shop/customers", Customers);
        api.Get("shop/orders", Orders);
        api.Get("shop/orders/{number}", call => Shown(Order(call)));
        api.Post("shop/orders", Place);
        api.Post("shop/orders/{number}/pay", call => Shown(shop.Pay(Order(call))));
        api.Post("shop/orders/{number}/fulfil", call => Shown(shop.Fulfil(Order(call), call["carrier"])));
        api.Post("shop/orders/{number}/deliver", call => Shown(shop.MarkDelivered(Order(call))));
        api.Post("shop/orders/{number}/cancel", call => Shown(shop.Cancel(Order(call), call["reason"] ?? "customer")));
        api.Post("shop/orders/{number}/refund", Refund);
        api.Post("shop/stock", Stock);
        api.Get("shop/days", Days);
        api.Get("personas", _ => Personas());
    }

    Answer Summary() => Answer.Ok(new JsonObject
    {
        ["name"] = GroomingShop.Name, ["now"] = Sydney.Format(shop.Now), ["today"] = Sydney.Iso(shop.Today),
        ["products"] = shop.Products.Count, ["customers"] = shop.Customers.Count, ["orders"] = shop.Orders.Count(), ["seed"] = world.Options.Seed,
    });

    Answer Customers(Call call)
    {
        var found = shop.Customers.Where(c => call["email"] is not { } email || string.Equals(c.Email, email, StringComparison.OrdinalIgnoreCase));
        return Answer.Ok(new JsonArray([.. found.Take(Limit(call)).Select(ShopViews.Of)]));
    }

    /// <summary>Newest first. status is a stage (pending, paid, in_transit, delivered, cancelled) or a financial status.</summary>
    Answer Orders(Call call)
    {
        var now = shop.Now;
        var found = shop.Orders.Reverse().Where(o => (call["number"] is not { } number || o.Number.ToString(CultureInfo.InvariantCulture) == number.TrimStart('#'))
            && (call["email"] is not { } email || string.Equals(o.Email, email, StringComparison.OrdinalIgnoreCase))
            && (call["status"] is not { } status || o.Stage(now) == status || o.FinancialStatus(now) == status));
        return Answer.Ok(new JsonArray([.. found.Take(Limit(call)).Select(o => ShopViews.Of(o, now))]));
    }

    /// <summary>Without an email nobody is known. "lines" makes so many lines of whatever there is.</summary>
    Answer Place(Call call)
    {
        var items = call.Whole("lines") is { } lines ? Assorted(lines) : Items(call, "items");
        var order = shop.PlaceOrder(call["email"] ?? "", items, call["firstName"], call["lastName"], call["shipping"], call["paid"] is not "false", Seen(call), call["test"] is "true");
        return new Answer(201, ShopViews.Of(order, shop.Now));
    }

    List<(string Sku, int Quantity)> Assorted(int lines)
    {
        if (lines is < 1 or > 500) throw new BadRequest("\"lines\" is between 1 and 500.");
        var stocked = shop.Variants.Where(v => v is { Stock: > 0, Sku.Length: > 0 }).ToList();
        return [.. Enumerable.Range(0, lines).Select(i => (stocked[i % stocked.Count].Sku, 1))];
    }

    /// <summary>The buyer's currency: {"currency":"USD","rate":0.65}, so many of it for one Australian dollar.</summary>
    static Presentment? Seen(Call call) => call.Body["presentment"] is not JsonObject seen ? null
        : decimal.TryParse(seen["rate"]?.ToString(), CultureInfo.InvariantCulture, out var rate) && rate > 0 && seen["currency"]?.ToString() is { Length: 3 } currency ? new Presentment(currency, rate)
        : throw new BadRequest("\"presentment\" has a currency of three letters and a rate above 0.");

    Answer Refund(Call call)
    {
        var skus = (call.Body["skus"] as JsonArray)?.Select(s => s?.ToString() ?? "").ToList();
        return Shown(shop.Refund(Order(call), call.Amount("amount"), call["note"] ?? "Refund", skus, call.Amount("adjustment") ?? 0));
    }

    Answer Stock(Call call)
    {
        var variant = shop.FindVariant(call.Required("sku")) ?? throw new NotFound($"There is no product with sku {call["sku"]}.");
        shop.SetStock(variant, call.Whole("available") ?? throw new BadRequest("\"available\" is a whole number."));
        return Answer.Ok(new JsonObject { ["sku"] = variant.Sku, ["available"] = variant.Stock });
    }

    Answer Days(Call call)
    {
        var to = Day(call, "to") ?? shop.Today;
        var from = Day(call, "from") ?? to.AddDays(-6);
        var now = shop.Now;
        var orders = shop.Orders.GroupBy(o => Sydney.Day(o.PlacedAt)).ToDictionary(g => g.Key, g => g.ToList());
        var rows = new JsonArray();
        for (var day = from; day <= to; day = day.AddDays(1)) rows.Add(ShopViews.Of(shop.Figures(day), orders.GetValueOrDefault(day) ?? [], now));
        return Answer.Ok(rows);
    }

    /// <summary>Customers whose latest order is on its way, for people to play.</summary>
    Answer Personas()
    {
        var now = shop.Now;
        var latest = shop.Orders.Reverse().Where(o => o.Customer is not null).DistinctBy(o => o.Customer);
        var chosen = latest.Where(o => !o.Test && o.Stage(now) == "in_transit" && o.FinancialStatus(now) == "paid").Take(MostPersonas);
        return Answer.Ok(new JsonArray([.. chosen.Select(o => new JsonObject
        {
            ["firstName"] = o.Customer!.FirstName, ["name"] = o.Customer.Name, ["email"] = o.Email, ["order"] = o.Name, ["product"] = o.Lines[0].Variant.Product.Title,
        })]));
    }

    internal static List<(string Sku, int Quantity)> Items(Call call, string name) =>
        [.. (call.Body[name] as JsonArray ?? []).OfType<JsonObject>().Select(i => (i["sku"]?.ToString() ?? "", Whole(i["quantity"]) ?? 1))];

    Answer Shown(Order order) => Answer.Ok(ShopViews.Of(order, shop.Now));

    Order Order(Call call) => Order(shop, call);

    internal static Order Order(GroomingShop shop, Call call)
    {
        var text = call.Route("number").TrimStart('#');
        return int.TryParse(text, out var number) && shop.FindOrder(number) is { } order ? order : throw new NotFound($"There is no order #{text}.");
    }

    static int Limit(Call call) => Math.Clamp(call.Whole("limit") ?? 50, 1, 10_000);

    static int? Whole(JsonNode? node) => int.TryParse(node?.ToString(), out var number) ? number : null;

    static DateOnly? Day(Call call, string name) => call[name] is not { } text ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw new BadRequest($"\"{name}\" is a day like 2026-11-20.");
}
