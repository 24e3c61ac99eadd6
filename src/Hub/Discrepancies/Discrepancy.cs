namespace MyCavoodle.Hub;

/// <summary>
/// Something that two sides tell differently, or that cannot be as it is: two customers with one email, a column that was
/// renamed in the mirror. Told once, counted when it is seen again, and healed when it is put right. Names no customer's data.
/// </summary>
public sealed class Discrepancy
{
    public long Id { get; set; }
    /// <summary>Unique: shopify/shared-email/77.</summary>
    public required string Key { get; set; }
    /// <summary>What is wrong and what to do, in a sentence for the VA or Josh.</summary>
    public required string Message { get; set; }
    public required DateTimeOffset FirstSeenAt { get; set; }
    public required DateTimeOffset LastSeenAt { get; set; }
    public int Times { get; set; } = 1;
    public DateTimeOffset? HealedAt { get; set; }

    /// <summary>Seen once more; one that had healed is back.</summary>
    public void SeeAgain(string message, DateTimeOffset now) => (Message, LastSeenAt, Times, HealedAt) = (message, now, Times + 1, null);
}
