namespace MyCavoodle.Sandbox.Shop;

/// <summary>Somebody with an account at the shop.</summary>
public sealed class Customer
{
    public required long Id { get; init; }
    public required string FirstName { get; init; }
    public required string LastName { get; init; }
    public required string Email { get; init; }
    public string? Phone { get; init; }
    public Address? Address { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }

    public string Name => $"{FirstName} {LastName}";
}

/// <summary>An Australian postal address.</summary>
public sealed record Address(string Street, string City, string Province, string ProvinceCode, string Postcode);
