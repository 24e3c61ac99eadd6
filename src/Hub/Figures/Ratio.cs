namespace MyCavoodle.Hub;

/// <summary>Divides as the shop's figures do: empty when there is nothing to divide by, never infinite and never zero for want of a divisor.</summary>
public static class Ratio
{
    /// <summary>part / whole; null when either is unknown or the whole is zero.</summary>
    public static decimal? Of(decimal? part, decimal? whole) => whole is null or 0 ? null : part / whole;

    /// <summary>part / whole in percent: 12.5 is 12.5 %.</summary>
    public static decimal? Percent(decimal? part, decimal? whole) => Of(part, whole) * 100;
}
