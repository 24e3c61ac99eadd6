namespace MyCavoodle.Hub;

/// <summary>Where providers reach this bot from outside: set by the host, <c>Bot:PublicUrl</c>, in sandbox mode its own address.</summary>
public sealed class PublicAddress
{
    /// <summary>Null: not known yet, or nobody outside can reach us.</summary>
    public Uri? Root { get; set; }

    /// <summary>The address of a source's webhook; null as <see cref="Root"/>.</summary>
    public Uri? WebhookOf(string source) => Root is null ? null : new($"{Root.AbsoluteUri.TrimEnd('/')}/webhooks/{source}");
}
