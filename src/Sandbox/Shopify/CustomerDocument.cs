using System.Text.Json.Nodes;
using MyCavoodle.Sandbox.Shop;

namespace MyCavoodle.Sandbox.Shopify;

/// <summary>A customer as JSON. https://shopify.dev/docs/api/admin-rest/latest/resources/customer</summary>
sealed class CustomerDocument(GroomingShop shop, DateTimeOffset now)
{
    /// <summary>What the REST resource carries: with counts and totals.</summary>
    public JsonObject Full(Customer customer)
    {
        var json = Brief(customer);
        var orders = shop.OrdersOf(customer).ToList();
        json["orders_count"] = orders.Count;
        json["total_spent"] = Money.Text(Spent(orders, now));
        json["last_order_id"] = orders.LastOrDefault()?.Id;
        json["last_order_name"] = orders.LastOrDefault()?.Name;
        json["tags"] = string.Join(", ", customer.Tags);
        json["email_marketing_consent"] = new JsonObject { ["state"] = customer.IsSubscribed ? "subscribed" : "not_subscribed", ["opt_in_level"] = "single_opt_in", ["consent_updated_at"] = null };
        json["sms_marketing_consent"] = null;
        json["addresses"] = customer.Address is { } address ? new JsonArray(Default(customer, address)) : [];
        return json;
    }

    /// <summary>As webhooks before 2025-01 carried it: <see cref="Full"/>, with the consent fields of that time.</summary>
    public JsonObject Old(Customer customer)
    {
        var json = Full(customer);
        json["accepts_marketing"] = customer.IsSubscribed;
        json["accepts_marketing_updated_at"] = null;
        json["marketing_opt_in_level"] = null;
        return json;
    }

    /// <summary>What was paid less what was given back, without test orders, AUD.</summary>
    public static decimal Spent(IEnumerable<Order> orders, DateTimeOffset now) => orders.Where(o => !o.Test && o.IsPaid(now)).Sum(o => o.Charged(now) - o.Refunded(now));

    /// <summary>What webhooks and orders carry since 2025-01: without counts, tags and consent.</summary>
    public static JsonObject Brief(Customer customer)
    {
        var json = new JsonObject
        {
            ["id"] = customer.Id,
            ["email"] = customer.Email,
            ["created_at"] = Sydney.Format(customer.CreatedAt),
            ["updated_at"] = Sydney.Format(customer.UpdatedAt),
            ["first_name"] = customer.FirstName,
            ["last_name"] = customer.LastName,
            ["state"] = "disabled",
            ["note"] = customer.Note,
            ["verified_email"] = true,
            ["multipass_identifier"] = null,
            ["tax_exempt"] = false,
            ["phone"] = customer.Phone,
            ["currency"] = Money.Currency,
            ["tax_exemptions"] = new JsonArray(),
            ["admin_graphql_api_id"] = $"gid://shopify/Customer/{customer.Id}",
        };
        if (customer.Address is { } address) json["default_address"] = Default(customer, address);
        return json;
    }

    static JsonObject Default(Customer customer, Address address)
    {
        var json = Postal(customer, address);
        json["id"] = customer.Id + 1;
        json["customer_id"] = customer.Id;
        json["country_name"] = "Australia";
        json["default"] = true;
        return json;
    }

    /// <summary>An address as orders carry it.</summary>
    public static JsonObject Postal(Customer? customer, Address address) => new()
    {
        ["first_name"] = customer?.FirstName,
        ["last_name"] = customer?.LastName,
        ["company"] = null,
        ["address1"] = address.Street,
        ["address2"] = null,
        ["city"] = address.City,
        ["province"] = address.Province,
        ["country"] = "Australia",
        ["zip"] = address.Postcode,
        ["phone"] = customer?.Phone,
        ["name"] = customer?.Name,
        ["province_code"] = address.ProvinceCode,
        ["country_code"] = "AU",
    };
}
