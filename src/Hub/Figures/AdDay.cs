namespace MyCavoodle.Hub;

/// <summary>What the ads of one day cost, AUD, in the ad account's zone (Sydney). Recent days keep changing and are read again.</summary>
public sealed class AdDay
{
    public required DateOnly Date { get; set; }
    public required decimal Spend { get; set; }
    public required DateTimeOffset ReadAt { get; set; }
}
