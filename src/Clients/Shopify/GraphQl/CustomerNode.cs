namespace MyCavoodle.Clients.Shopify;

/// <summary>A customer as GraphQL gives it, whole or as an order's short copy. https://shopify.dev/docs/api/admin-graphql/2026-10/objects/Customer</summary>
sealed class CustomerNode
{
    public string? Id { get; set; }
    public string? FirstName { get; set; }
    public string? LastName { get; set; }
    public string? State { get; set; }
    public string? Note { get; set; }
    public bool? VerifiedEmail { get; set; }
    public int? NumberOfOrders { get; set; }
    public MoneyNode? AmountSpent { get; set; }
    public LastOrderNode? LastOrder { get; set; }
    public List<string>? Tags { get; set; }
    public DateTimeOffset? CreatedAt { get; set; }
    public DateTimeOffset? UpdatedAt { get; set; }
    public EmailNode? DefaultEmailAddress { get; set; }
    public PhoneNode? DefaultPhoneNumber { get; set; }
    public AddressNode? DefaultAddress { get; set; }

    public ShopifyCustomer ToCustomer() => new()
    {
        Id = Gid.Number(Id), FirstName = FirstName, LastName = LastName, State = Words.Lower(State), Note = Note, VerifiedEmail = VerifiedEmail,
        Email = DefaultEmailAddress?.EmailAddress, EmailMarketingConsent = Consent(DefaultEmailAddress?.MarketingState, DefaultEmailAddress?.MarketingUpdatedAt),
        Phone = DefaultPhoneNumber?.PhoneNumber, SmsMarketingConsent = Consent(DefaultPhoneNumber?.MarketingState, DefaultPhoneNumber?.MarketingUpdatedAt),
        OrdersCount = NumberOfOrders, TotalSpent = AmountSpent?.Amount, Currency = AmountSpent?.CurrencyCode,
        LastOrderId = Gid.NumberOrNull(LastOrder?.Id), LastOrderName = LastOrder?.Name, Tags = Tags is null ? null : Words.Joined(Tags),
        DefaultAddress = DefaultAddress?.ToAddress(), CreatedAt = CreatedAt, UpdatedAt = UpdatedAt,
    };

    static ShopifyMarketingConsent? Consent(string? state, DateTimeOffset? at) => state is null ? null : new() { State = Words.Lower(state), ConsentUpdatedAt = at };

    public sealed class EmailNode
    {
        public string? EmailAddress { get; set; }
        public string? MarketingState { get; set; }
        public DateTimeOffset? MarketingUpdatedAt { get; set; }
    }

    public sealed class PhoneNode
    {
        public string? PhoneNumber { get; set; }
        public string? MarketingState { get; set; }
        public DateTimeOffset? MarketingUpdatedAt { get; set; }
    }

    public sealed class LastOrderNode
    {
        public string? Id { get; set; }
        public string? Name { get; set; }
    }
}

sealed class AddressNode
{
    public string? Name { get; set; }
    public string? FirstName { get; set; }
    public string? LastName { get; set; }
    public string? Company { get; set; }
    public string? Address1 { get; set; }
    public string? Address2 { get; set; }
    public string? City { get; set; }
    public string? Province { get; set; }
    public string? ProvinceCode { get; set; }
    public string? Zip { get; set; }
    public string? Country { get; set; }
    public string? CountryCodeV2 { get; set; }
    public string? Phone { get; set; }

    public ShopifyAddress ToAddress() => new()
    {
        Name = Name, FirstName = FirstName, LastName = LastName, Company = Company, Address1 = Address1, Address2 = Address2, City = City,
        Province = Province, ProvinceCode = ProvinceCode, Zip = Zip, Country = Country, CountryCode = CountryCodeV2, Phone = Phone,
    };
}
