namespace MyCavoodle.Hub;

public enum VipStatus { Standard, Vip }

public enum PetBreed { Cavoodle, Other }

/// <summary>Where somebody stands with the shop; see <see cref="Customer.LifecycleOn"/>.</summary>
public enum LifecycleStage { Prospect, New, Active, AtRisk, Lapsed }

/// <summary>
/// A customer as the shop knows them. Totals are rollups over their orders (see <see cref="Rollups"/>) and are not written
/// by anybody else. Every field, its owner and its formula: docs/hub.md.
/// </summary>
public sealed class Customer
{
    /// <summary>Total revenue above which a customer is a VIP, AUD.</summary>
    public const decimal VipAbove = 500;
    /// <summary>Days since the last order within which a customer is new or active; a 500 ml bottle lasts about that long.</summary>
    public const int ActiveDays = 90;
    /// <summary>Days since the last order after which a customer counts as lapsed.</summary>
    public const int LapsedAfterDays = 180;

    public long Id { get; set; }
    /// <summary>The shop's own id; unique.</summary>
    public required long ShopifyId { get; set; }
    /// <summary>Lower case, trimmed, unique; null when the shop has none, or another customer has the same (see <see cref="SharedEmail"/>).</summary>
    public string? Email { get; set; }
    /// <summary>The address of a customer whose email belongs to another one already: of two, the shop's older account has it.</summary>
    public string? SharedEmail { get; set; }
    public string? FirstName { get; set; }
    public string? LastName { get; set; }
    /// <summary>+61412345678: with country code, digits only.</summary>
    public string? Phone { get; set; }
    /// <summary>Without the @, lower case. The team's.</summary>
    public string? InstagramHandle { get; set; }
    /// <summary>The team's, like the pet's other facts.</summary>
    public string? PetName { get; set; }
    public PetBreed? PetBreed { get; set; }
    public DateOnly? PetBirthday { get; set; }
    /// <summary>Comma-separated. The shop's until the team changes them.</summary>
    public string? Tags { get; set; }
    public bool TagsSetByTeam { get; set; }
    public bool AcceptsEmail { get; set; }
    public bool AcceptsSms { get; set; }
    /// <summary>Customer since.</summary>
    public required DateTimeOffset CreatedAt { get; set; }
    /// <summary>The shop's own time of its last change, UTC; an older copy never overwrites a newer one.</summary>
    public required DateTimeOffset UpdatedAt { get; set; }
    /// <summary>When their personal data was erased at their wish; such a row is not filled again.</summary>
    public DateTimeOffset? ErasedAt { get; set; }
    /// <summary>What the editor of the mirror is told about this row.</summary>
    public string? SyncNote { get; set; }

    /// <summary>Rollup: orders that count as revenue (<see cref="Order.CountsAsRevenue"/>).</summary>
    public int TotalOrders { get; set; }
    /// <summary>Rollup: what those orders brought, less refunds. AUD including GST.</summary>
    public decimal TotalRevenue { get; set; }
    /// <summary>Rollup: Sydney day of the first order that counts.</summary>
    public DateOnly? FirstOrderOn { get; set; }
    /// <summary>Rollup: Sydney day of the last order that counts.</summary>
    public DateOnly? LastOrderOn { get; set; }

    /// <summary>The address they write from, theirs alone or shared.</summary>
    public string? WrittenFrom => Email ?? SharedEmail;

    /// <summary>Takes over an address; whether it is theirs alone is settled before the save.</summary>
    public void WriteFrom(string? email)
    {
        if (email != WrittenFrom) (Email, SharedEmail) = (null, email);
    }

    /// <summary>VIP when total revenue &gt; 500, else Standard.</summary>
    public VipStatus Vip => TotalRevenue > VipAbove ? VipStatus.Vip : VipStatus.Standard;

    /// <summary>Average order value: total revenue / total orders. AUD including GST.</summary>
    public decimal? Aov => Ratio.Of(TotalRevenue, TotalOrders);

    /// <summary>Whole Sydney days since the last order; null before the first.</summary>
    public int? DaysSinceLastOrder(DateOnly today) => today.DayNumber - LastOrderOn?.DayNumber;

    /// <summary>
    /// Prospect: no order yet. New: one order, at most 90 days ago. Active: more orders, the last at most 90 days ago.
    /// At risk: the last 91 to 180 days ago. Lapsed: longer ago.
    /// </summary>
    public LifecycleStage LifecycleOn(DateOnly today) => DaysSinceLastOrder(today) switch
    {
        null => LifecycleStage.Prospect,
        > LapsedAfterDays => LifecycleStage.Lapsed,
        > ActiveDays => LifecycleStage.AtRisk,
        _ => TotalOrders == 1 ? LifecycleStage.New : LifecycleStage.Active,
    };

    public static string? NormaliseEmail(string? email) =>
        string.IsNullOrWhiteSpace(email) ? null : email.Trim().ToLowerInvariant();

    /// <summary>0412 345 678, +61 412 345 678 and 61412345678 are one number; null when there are too few digits to be one.</summary>
    public static string? NormalisePhone(string? written)
    {
        var digits = string.Concat((written ?? "").Where(char.IsAsciiDigit));
        if (digits.StartsWith("00", StringComparison.Ordinal)) digits = digits[2..];
        else if (digits is ['0', .. var national] && national.Length == 9) digits = "61" + national;
        return digits.Length is < 8 or > 15 ? null : "+" + digits;
    }

    /// <summary>@Milo.The.Cavoodle and milo.the.cavoodle are one.</summary>
    public static string? NormaliseHandle(string? written) =>
        written?.Trim().TrimStart('@').ToLowerInvariant() is { Length: > 0 } handle ? handle : null;
}
