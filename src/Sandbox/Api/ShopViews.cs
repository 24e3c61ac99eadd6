using System.Text.Json.Nodes;
using MyCavoodle.Sandbox.Shop;

namespace MyCavoodle.Sandbox.Api;

/// <summary>The shop's things as the sandbox's own API shows them: plain, money as numbers.</summary>
static class ShopViews
{
    public static JsonObject Of(Product product) => new()
    {
        ["id"] = product.Id, ["title"] = product.Title, ["category"] = product.Category, ["description"] = product.Description, ["ingredients"] = product.Ingredients,
        ["reorderPoint"] = product.ReorderPoint,
        ["variants"] = new JsonArray([.. product.Variants.Select(v => new JsonObject
        {
            ["sku"] = v.Sku, ["title"] = v.Title, ["price"] = v.Price, ["compareAtPrice"] = v.CompareAtPrice, ["cost"] = v.Cost, ["stock"] = v.Stock,
        })]),
    };

    public static JsonObject Of(Customer customer) => new()
    {
        ["id"] = customer.Id, ["firstName"] = customer.FirstName, ["lastName"] = customer.LastName, ["email"] = customer.Email, ["phone"] = customer.Phone,
    };

    public static JsonObject Of(Order order, DateTimeOffset now)
    {
        var json = new JsonObject
        {
            ["number"] = order.Number, ["name"] = order.Name, ["id"] = order.Id, ["email"] = order.Email, ["customer"] = order.Customer?.Name,
            ["placedAt"] = Sydney.Format(order.PlacedAt), ["updatedAt"] = Sydney.Format(order.UpdatedAt(now)), ["status"] = order.Stage(now),
            ["financialStatus"] = order.FinancialStatus(now), ["subtotal"] = order.Subtotal, ["discount"] = order.Discount, ["shipping"] = order.Shipping.Price,
            ["total"] = order.Total, ["refunded"] = order.Refunded(now), ["test"] = order.Test,
            ["items"] = new JsonArray([.. order.Lines.Select(l => new JsonObject { ["sku"] = l.Variant.Sku, ["title"] = l.Variant.Name, ["quantity"] = l.Quantity, ["price"] = l.Price })]),
        };
        if (order.IsShipped(now))
        {
            var parcel = order.Shipment!;
            (json["carrier"], json["trackingNumber"], json["trackingUrl"], json["shippedAt"]) = (parcel.Carrier, parcel.TrackingNumber, parcel.TrackingUrl, Sydney.Format(parcel.At));
        }
        if (order.IsDelivered(now)) json["deliveredAt"] = Sydney.Format(order.Shipment!.DeliveredAt!.Value);
        return json;
    }

    public static JsonObject Of(DayFigures day, IReadOnlyList<Order> orders, DateTimeOffset now) => new()
    {
        ["day"] = Sydney.Iso(day.Day), ["orders"] = orders.Count, ["orderNumbers"] = new JsonArray([.. orders.Select(o => (JsonNode)o.Number)]),
        ["gross"] = orders.Where(o => !o.Test && o.IsPaid(now)).Sum(o => o.Total), ["refunded"] = orders.Where(o => !o.Test).Sum(o => o.Refunded(now)),
        ["adSpend"] = day.AdSpend, ["sessions"] = day.Sessions,
    };
}
