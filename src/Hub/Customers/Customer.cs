namespace MyCavoodle.Hub;

/// <summary>A customer as the shop knows them.</summary>
public sealed class Customer
{
    public long Id { get; set; }
    /// <summary>The shop's own id; unique.</summary>
    public required long ShopifyId { get; set; }
    /// <summary>Lower case, trimmed; null when the shop has none.</summary>
    public string? Email { get; set; }
    public string? FirstName { get; set; }
    public string? LastName { get; set; }
    public string? Phone { get; set; }
    public required DateTimeOffset CreatedAt { get; set; }
    /// <summary>The shop's own time of its last change, UTC; an older copy never overwrites a newer one.</summary>
    public required DateTimeOffset UpdatedAt { get; set; }

    public static string? NormaliseEmail(string? email) =>
        string.IsNullOrWhiteSpace(email) ? null : email.Trim().ToLowerInvariant();
}
