namespace MyCavoodle.Hub;

public enum PrivacyWish { DataRequest, RedactCustomer, RedactShop }

/// <summary>What a customer, or the shop's platform for them, asks about personal data. It is to be done within 30 days.</summary>
public sealed class PrivacyRequest
{
    public static readonly TimeSpan DueWithin = TimeSpan.FromDays(30);

    public long Id { get; set; }
    public required PrivacyWish Wish { get; set; }
    /// <summary>Unique: the same request told twice is one.</summary>
    public required string Key { get; set; }
    /// <summary>The shop's own id of the customer; null for the whole shop.</summary>
    public long? ShopifyCustomerId { get; set; }
    public required DateTimeOffset ReceivedAt { get; set; }
    public DateTimeOffset? DoneAt { get; set; }
    /// <summary>What was done, or what a person has to do.</summary>
    public required string Outcome { get; set; }
}
