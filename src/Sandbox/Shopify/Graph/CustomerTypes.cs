using MyCavoodle.Sandbox.Shop;

namespace MyCavoodle.Sandbox.Shopify.Graph;

/// <summary>An address, and who lives there if anybody is known.</summary>
sealed record Addressed(Customer? Customer, Address Address);

/// <summary>https://shopify.dev/docs/api/admin-graphql/2026-01/objects/Customer</summary>
sealed class CustomerTypes(AdminSchema schema)
{
    DateTimeOffset Now => schema.Now;

    public ObjectType<Customer> Customer => field ??= new ObjectType<Customer>("Customer")
        .Value("id", c => Gid.Of("Customer", c.Id))
        .Value("legacyResourceId", c => c.Id)
        .Value("firstName", c => c.FirstName)
        .Value("lastName", c => c.LastName)
        .Value("displayName", c => c.Name.Trim() is { Length: > 0 } name ? name : c.Email)
        .Value("email", c => c.Email.Length > 0 ? c.Email : null)
        .Value("phone", c => c.Phone)
        .Value("createdAt", c => c.CreatedAt)
        .Value("updatedAt", c => c.UpdatedAt)
        .Value("note", c => c.Note)
        .Value("tags", c => c.Tags)
        .Value("state", _ => "DISABLED")
        .Value("locale", _ => "en-AU")
        .Value("verifiedEmail", _ => true)
        .Value("taxExempt", _ => false)
        .Value("numberOfOrders", c => (long)schema.Shop.OrdersOf(c).Count())
        .One("amountSpent", () => schema.Money.MoneyV2, c => new Coin(CustomerDocument.Spent(schema.Shop.OrdersOf(c), Now), Money.Currency))
        .One("lastOrder", () => schema.Orders.Order, c => schema.Shop.OrdersOf(c).LastOrDefault())
        .One("defaultAddress", () => Address, c => c.Address is { } address ? new Addressed(c, address) : null)
        .One("defaultEmailAddress", () => EmailAddress, c => c.Email.Length > 0 ? c : null)
        .One("defaultPhoneNumber", () => PhoneNumber, c => c.Phone is null ? null : c)
        .Connection("orders", () => schema.Orders.Order, (c, a) => schema.Orders.Rows(schema.Shop.OrdersOf(c), a, "ID"));

    ObjectType<Customer> EmailAddress => field ??= new ObjectType<Customer>("CustomerEmailAddress")
        .Value("emailAddress", c => c.Email)
        .Value("marketingState", c => c.IsSubscribed ? "SUBSCRIBED" : "NOT_SUBSCRIBED")
        .Value("marketingOptInLevel", _ => "SINGLE_OPT_IN")
        .Value("marketingUpdatedAt", _ => null)
        .Value("validFormat", c => c.Email.Contains('@', StringComparison.Ordinal));

    ObjectType<Customer> PhoneNumber => field ??= new ObjectType<Customer>("CustomerPhoneNumber")
        .Value("phoneNumber", c => c.Phone)
        .Value("marketingState", _ => "NOT_SUBSCRIBED")
        .Value("marketingUpdatedAt", _ => null);

    public ObjectType<Addressed> Address => field ??= new ObjectType<Addressed>("MailingAddress")
        .Value("id", a => Gid.Of("MailingAddress", (a.Customer?.Id ?? 0) + 1))
        .Value("firstName", a => a.Customer?.FirstName)
        .Value("lastName", a => a.Customer?.LastName)
        .Value("name", a => a.Customer?.Name)
        .Value("company", _ => null)
        .Value("address1", a => a.Address.Street)
        .Value("address2", _ => null)
        .Value("city", a => a.Address.City)
        .Value("province", a => a.Address.Province)
        .Value("provinceCode", a => a.Address.ProvinceCode)
        .Value("zip", a => a.Address.Postcode)
        .Value("country", _ => "Australia")
        .Value("countryCodeV2", _ => "AU")
        .Value("phone", a => a.Customer?.Phone);

    public Search<Customer> Search => field ??= new(new Dictionary<string, Func<Customer, Term, bool>>
    {
        [""] = (c, t) => $"{c.Name} {c.Email} {c.Phone}".Contains(t.Text.Trim('*'), StringComparison.OrdinalIgnoreCase),
        ["id"] = (c, t) => t.IsId(c.Id),
        ["email"] = (c, t) => t.Is(c.Email),
        ["phone"] = (c, t) => t.Is(c.Phone),
        ["first_name"] = (c, t) => t.Is(c.FirstName),
        ["last_name"] = (c, t) => t.Is(c.LastName),
        ["tag"] = (c, t) => c.Tags.Any(t.Is),
        ["created_at"] = (c, t) => t.Is(c.CreatedAt),
        ["customer_date"] = (c, t) => t.Is(c.CreatedAt),
        ["updated_at"] = (c, t) => t.Is(c.UpdatedAt),
        ["orders_count"] = (c, t) => t.Is((decimal)schema.Shop.OrdersOf(c).Count()),
    });

    public IEnumerable<Row> Rows(Arguments arguments)
    {
        Func<Customer, long> key = arguments.Text("sortKey") switch
        {
            null or "ID" => c => c.Id,
            "CREATED_AT" => c => c.CreatedAt.UtcTicks,
            "UPDATED_AT" => c => c.UpdatedAt.UtcTicks,
            var other => throw new GraphException($"Argument 'sortKey' on Field 'customers' has an invalid value ({other}). Expected type 'CustomerSortKeys'.", "argumentLiteralsIncompatible"),
        };
        return schema.Shop.Customers.Where(Search.Read(arguments.Text("query"))).Select(c => new Row(key(c), c.Id, c));
    }
}
