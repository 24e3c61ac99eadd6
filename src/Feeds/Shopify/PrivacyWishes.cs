using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MyCavoodle.Clients.Shopify;
using MyCavoodle.Hub;

namespace MyCavoodle.Feeds;

/// <summary>
/// What customers ask about their data, told by the three topics every app must answer within 30 days. Erasing is done at
/// once; handing a customer their data is a person's work, and is reported until it is done.
/// <see href="https://shopify.dev/docs/apps/build/compliance/privacy-law-compliance"/>
/// </summary>
public sealed class PrivacyWishes(FactWriter facts, TimeProvider time)
{
    public static bool IsOne(string topic) => topic is "customers/data_request" or "customers/redact" or "shop/redact";

    public Task TakeAsync(string topic, ShopifyPrivacyRequest from, string key, CancellationToken ct) => facts.WriteAsync(async hub =>
    {
        if (await hub.PrivacyRequests.AnyAsync(r => r.Key == key, ct)) return;
        var now = time.GetUtcNow();
        var request = new PrivacyRequest { Wish = WishOf(topic), Key = key, ShopifyCustomerId = from.Customer?.Id, ReceivedAt = now, Outcome = "" };
        hub.PrivacyRequests.Add(request);
        if (request.Wish == PrivacyWish.DataRequest)
        {
            var id = request.ShopifyCustomerId?.ToString(CultureInfo.InvariantCulture) ?? "unknown";
            request.Outcome = $"Customer {id} wants a copy of their data by {Sydney.Spoken(Sydney.DateOf(now + PrivacyRequest.DueWithin))}.";
            await hub.ReportAsync($"privacy/data-request/{id}", request.Outcome, now, ct);
            return;
        }
        var erased = await hub.Customers.Where(c => request.Wish == PrivacyWish.RedactShop || c.ShopifyId == request.ShopifyCustomerId).ToListAsync(ct);
        if (erased.Count == 0 && request.ShopifyCustomerId is { } unknown) hub.Add(Stranger(unknown, now));
        foreach (var customer in erased) await hub.EraseAsync(customer, now, ct);
        await hub.RedactAsync(hub.Orders.Where(o => request.Wish == PrivacyWish.RedactShop || from.OrdersToRedact.Contains(o.ShopifyId)), now, ct);
        await SharedEmails.SettleAsync(hub, now, ct);
        (request.DoneAt, request.Outcome) = (now, $"{erased.Count} customers erased.");
    }, ct);

    /// <summary>Not known here yet: word of them that comes late fills nothing.</summary>
    static Customer Stranger(long id, DateTimeOffset now) => new() { ShopifyId = id, CreatedAt = now, UpdatedAt = now, ErasedAt = now };

    static PrivacyWish WishOf(string topic) => topic switch
    {
        "customers/data_request" => PrivacyWish.DataRequest,
        "customers/redact" => PrivacyWish.RedactCustomer,
        _ => PrivacyWish.RedactShop,
    };
}
