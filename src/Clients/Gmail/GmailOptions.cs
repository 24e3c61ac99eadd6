using System.ComponentModel.DataAnnotations;

namespace MyCavoodle.Clients.Gmail;

/// <summary>Section <c>Gmail</c>: one mailbox. Push is optional (all three of its keys, or none); without it the mailbox is polled.</summary>
public sealed class GmailOptions : ProviderOptions
{
    [Required] public Uri BaseUrl { get; set; } = new("https://gmail.googleapis.com/");

    /// <summary>Where refresh tokens become access tokens.</summary>
    [Required] public Uri TokenUrl { get; set; } = new("https://oauth2.googleapis.com/token");

    /// <summary>The public keys that sign push requests.</summary>
    [Required] public Uri CertsUrl { get; set; } = new("https://www.googleapis.com/oauth2/v3/certs");

    public string? ClientId { get; set; }
    public string? ClientSecret { get; set; }

    /// <summary>With scope gmail.modify. Dies after seven days while the consent screen is in "Testing".</summary>
    public string? RefreshToken { get; set; }

    /// <summary>Our own address.</summary>
    public string? Mailbox { get; set; }

    /// <summary>Pub/Sub topic, <c>projects/P/topics/T</c>.</summary>
    public string? Topic { get; set; }

    /// <summary>What the push subscription was told to put into <c>aud</c>; by default the endpoint's address.</summary>
    public string? PushAudience { get; set; }

    /// <summary>The service account that signs pushes. Anybody can mint a token with our audience, nobody else with this address.</summary>
    public string? PushServiceAccount { get; set; }

    /// <summary>Whether pushes can be asked for and believed.</summary>
    public bool IsPushConfigured => IsConfigured && Credentials[1].All(c => c.IsSet);

    internal override IReadOnlyList<IReadOnlyList<Credential>> Credentials =>
    [
        [
            Credential.Of(nameof(ClientId), ClientId), Credential.Of(nameof(ClientSecret), ClientSecret),
            Credential.Of(nameof(RefreshToken), RefreshToken), Credential.Of(nameof(Mailbox), Mailbox),
        ],
        [
            Credential.Of(nameof(Topic), Topic), Credential.Of(nameof(PushAudience), PushAudience),
            Credential.Of(nameof(PushServiceAccount), PushServiceAccount),
        ],
    ];
}
