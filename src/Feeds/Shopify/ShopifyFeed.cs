using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;
using MyCavoodle.Clients.Shopify;
using MyCavoodle.Hub;

namespace MyCavoodle.Feeds;

/// <summary>
/// What the shop tells by webhook. Proof: base64 HMAC-SHA256 of the raw body under the app's client secret, for an
/// hour after a rotation also the one before; repeated deliveries share topic and webhook id. <see href="https://shopify.dev/docs/apps/build/webhooks/subscribe/https"/>
/// </summary>
public sealed class ShopifyFeed(ShopIntake intake, PrivacyWishes wishes, ShopifyGraphQl shop, IOptions<ShopifyOptions> options) : IFeed
{
    public string Name => "shopify";

    public ValueTask<VerifiedEnvelope?> VerifyAsync(WebhookRequest request, CancellationToken ct)
    {
        var topic = request.Header("X-Shopify-Topic");
        var id = request.Header("X-Shopify-Webhook-Id");
        var isProven = options.Value.WebhookSecrets.Any(secret => IsSigned(request, secret));
        // Without the provider's id the content itself is the key: the same body twice is the same delivery.
        return ValueTask.FromResult(isProven
            ? new VerifiedEnvelope($"{topic}:{id ?? Convert.ToHexStringLower(SHA256.HashData(request.Body))}", topic, request.Body) { HappenedAt = HappenedAt(request) }
            : null);
    }

    static DateTimeOffset? HappenedAt(WebhookRequest request) => DateTimeOffset.TryParse(request.Header("X-Shopify-Triggered-At"),
        CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at) ? at : null;

    static bool IsSigned(WebhookRequest request, string secret)
    {
        var given = new byte[HMACSHA256.HashSizeInBytes];
        return Convert.TryFromBase64String(request.Header("X-Shopify-Hmac-Sha256") ?? "", given, out var written) && written == given.Length
            && CryptographicOperations.FixedTimeEquals(given, HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), request.Body));
    }

    public async Task AbsorbAsync(Delivery delivery, CancellationToken ct)
    {
        try
        {
            var (topic, body) = (delivery.Topic ?? "", Encoding.UTF8.GetString(delivery.Body));
            if (PrivacyWishes.IsOne(topic)) await wishes.TakeAsync(topic, ShopifyJson.PrivacyRequest(body), delivery.Key, ct);
            else await TakeAsync(topic, body, Word.Told(delivery.HappenedAt), ct);
        }
        catch (JsonException e)
        {
            throw new NotUnderstoodException($"The body of {delivery.Topic} is not what the topic promises: {e.Message}", e);
        }
    }

    Task TakeAsync(string topic, string body, Word word, CancellationToken ct) => topic switch
    {
        "orders/edited" => FetchAsync(ShopifyJson.OrderEdit(body).OrderId, ct),
        "fulfillments/create" or "fulfillments/update" => FetchAsync(ShopifyJson.Fulfillment(body).OrderId, ct),
        "refunds/create" => intake.TakeRefundAsync(ShopifyJson.Refund(body), ct),
        "inventory_levels/update" => intake.TakeStockAsync([ShopifyJson.InventoryLevel(body)], ct),
        _ when topic.StartsWith("orders/", StringComparison.Ordinal) => intake.TakeOrdersAsync([Whole(ShopifyJson.Order(body))], word, ct),
        "customers/create" or "customers/update" => intake.TakeCustomersAsync([ShopifyJson.Customer(body)], ct),
        "customers/delete" => intake.TakeAwayCustomerAsync(ShopifyJson.Customer(body).Id, ct),
        "products/create" or "products/update" => intake.TakeProductsAsync([ShopifyJson.Product(body)], ct),
        "products/delete" => intake.TakeAwayProductAsync(ShopifyJson.Product(body).Id, ct),
        _ => throw new NotUnderstoodException($"The topic '{topic}' is not one the shop's feed knows."),
    };

    /// <summary>A bare id (orders/delete) is no order; taken for one, it would have been placed in the year 1.</summary>
    static ShopifyOrder Whole(ShopifyOrder order) =>
        order.CreatedAt is not null ? order : throw new NotUnderstoodException("The body is no whole order: it has no created_at.");

    /// <summary>The notice of an edit or a parcel is not an order; the order itself is fetched.</summary>
    async Task FetchAsync(long? orderId, CancellationToken ct)
    {
        if (orderId is { } id && await shop.OrderAsync(id, ct) is { } order) await intake.TakeOrdersAsync([order], Word.Listed, ct);
    }
}
