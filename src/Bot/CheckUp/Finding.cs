namespace MyCavoodle.Bot.CheckUp;

public enum Health { Well, Note, Ill }

/// <summary>One thing that was looked at.</summary>
/// <param name="Area">Store, Shopify, Airtable, …</param>
/// <param name="What">What was found, and where it is ill what to do about it.</param>
public sealed record Finding(string Area, Health Health, string What);

/// <summary>Looks at one area, over the wire where there is one. A provider's no is a finding, not an exception.</summary>
public interface ICheck
{
    string Area { get; }
    /// <summary>Whether there is anything to look at while made-up providers answer: without the serving bot they have just been made.</summary>
    bool IsForSandbox => true;
    IAsyncEnumerable<Finding> LookAsync(CancellationToken ct);
}
