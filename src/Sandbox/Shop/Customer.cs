namespace MyCavoodle.Sandbox.Shop;

/// <summary>Somebody with an account at the shop.</summary>
public sealed class Customer
{
    public required long Id { get; init; }
    public required string FirstName { get; set; }
    public required string LastName { get; set; }
    public required string Email { get; set; }
    public string? Phone { get; set; }
    public Address? Address { get; set; }
    public required DateTimeOffset CreatedAt { get; init; }
    /// <summary>Null until somebody changes the customer.</summary>
    public DateTimeOffset? ChangedAt { get; set; }
    public string? Note { get; set; }
    public IReadOnlyList<string> Tags { get; set; } = [];
    /// <summary>Whether the customer asked for news by mail.</summary>
    public bool IsSubscribed { get; set; }

    public DateTimeOffset UpdatedAt => ChangedAt ?? CreatedAt;

    public string Name => $"{FirstName} {LastName}";
}

/// <summary>An Australian postal address.</summary>
public sealed record Address(string Street, string City, string Province, string ProvinceCode, string Postcode);
