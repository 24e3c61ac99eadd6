using MyCavoodle.Clients.Shopify;
using MyCavoodle.Hub;

namespace MyCavoodle.Feeds;

static class CustomerMapping
{
    /// <summary>Finds or adds the customer and takes over what is newer. Orders carry a shortened copy without times: it only fills gaps.</summary>
    public static Customer Apply(HubContext hub, Dictionary<long, Customer> known, ShopifyCustomer from)
    {
        if (!known.TryGetValue(from.Id, out var customer))
        {
            customer = new() { ShopifyId = from.Id, CreatedAt = from.CreatedAt ?? default, UpdatedAt = default };
            hub.Customers.Add(known[from.Id] = customer);
        }
        if (customer.ErasedAt is not null) return customer;
        if (from.UpdatedAt is not { } changed) return FillGaps(customer, from);
        if (changed < customer.UpdatedAt) return customer;
        // A whole copy: what it leaves empty was taken out in the shop.
        customer.WriteFrom(Customer.NormaliseEmail(from.Email));
        (customer.FirstName, customer.LastName, customer.Phone) = (from.FirstName, from.LastName, Customer.NormalisePhone(from.Phone));
        if (!customer.TagsSetByTeam) customer.Tags = from.Tags ?? customer.Tags;
        customer.AcceptsEmail = Accepts(from.EmailMarketingConsent) ?? customer.AcceptsEmail;
        customer.AcceptsSms = Accepts(from.SmsMarketingConsent) ?? customer.AcceptsSms;
        customer.CreatedAt = from.CreatedAt ?? customer.CreatedAt;
        customer.UpdatedAt = changed;
        return customer;
    }

    /// <summary>Nobody knows how old this copy is, so what is known stands.</summary>
    static Customer FillGaps(Customer customer, ShopifyCustomer from)
    {
        customer.WriteFrom(customer.WrittenFrom ?? Customer.NormaliseEmail(from.Email));
        customer.FirstName ??= from.FirstName;
        customer.LastName ??= from.LastName;
        customer.Phone ??= Customer.NormalisePhone(from.Phone);
        return customer;
    }

    /// <summary>Webhooks since 2025-01 do not tell: null leaves what is known.</summary>
    static bool? Accepts(ShopifyMarketingConsent? consent) => consent?.State is { } state ? state == "subscribed" : null;
}
