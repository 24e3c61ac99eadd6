using System.ComponentModel.DataAnnotations;

namespace MyCavoodle.Clients;

/// <summary>
/// What every provider's settings have in common. Credentials come in groups: the first makes the provider usable at all, a later
/// one adds a capability (Gmail's push, Meta's ads) and is given whole or not at all.
/// </summary>
public abstract class ProviderOptions
{
    /// <value>How long one try may take, body included. 1 s to 5 min.</value>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Whether the provider can be called. False is a choice, not a fault: the rest of the bot runs without it.</summary>
    public bool IsConfigured => Credentials[0].All(c => c.IsSet);

    /// <summary>What to set before the host may start; empty when the provider is whole or wholly absent.</summary>
    internal IEnumerable<Credential> Missing =>
        Credentials.SelectMany(g => g).Any(c => c.IsBegun)
            ? Credentials.Where((g, i) => i == 0 || g.Any(c => c.IsBegun)).SelectMany(g => g).Where(c => !c.IsSet)
            : [];

    internal abstract IReadOnlyList<IReadOnlyList<Credential>> Credentials { get; }

    /// <exception cref="ProviderException">The credentials are absent.</exception>
    internal void EnsureConfigured(string provider)
    {
        if (!IsConfigured)
            throw new ProviderException(provider, "not configured", code: ProviderException.NotConfigured);
    }
}
