using System.ComponentModel.DataAnnotations;

namespace MyCavoodle.Clients.Shopify;

/// <summary>Section <c>Shopify</c>. https://shopify.dev/docs/api/admin-rest</summary>
public sealed class ShopifyOptions : ProviderOptions
{
    /// <summary>The shop, e.g. <c>https://mycavoodle.myshopify.com/</c>; an emulator's address in tests.</summary>
    public Uri? BaseUrl { get; set; }

    /// <summary>
    /// The quarterly version asked for. Shopify serves its oldest living one when this has expired, without an error:
    /// see <see cref="ShopifyVersion"/>. https://shopify.dev/docs/api/usage/versioning
    /// </summary>
    [Required, RegularExpression(@"\d{4}-(01|04|07|10)|unstable")]
    public string ApiVersion { get; set; } = "2026-10";

    /// <summary>The permanent token of a custom app made in the shop's admin, which since 2026 cannot be made any more. When given, it is used.</summary>
    public string? AccessToken { get; set; }

    /// <summary>
    /// With <see cref="ClientSecret"/>, the app of the Dev Dashboard that fetches a token for 24 hours at a time.
    /// https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens/client-credentials-grant
    /// </summary>
    public string? ClientId { get; set; }

    public string? ClientSecret { get; set; }

    /// <summary>Signs webhooks; unset: <see cref="ClientSecret"/>, which is the same thing in every app of the Dev Dashboard.</summary>
    public string? WebhookSecret { get; set; }

    /// <summary>The secret before the last rotation: Shopify may sign with it for up to an hour more. Unset otherwise.</summary>
    public string? PreviousWebhookSecret { get; set; }

    /// <summary>Every secret a webhook may be signed with, the current one first; empty when the shop is not configured.</summary>
    public IReadOnlyList<string> WebhookSecrets =>
        [.. new[] { string.IsNullOrWhiteSpace(WebhookSecret) ? ClientSecret : WebhookSecret, PreviousWebhookSecret }
            .Where(s => !string.IsNullOrWhiteSpace(s)).OfType<string>()];

    /// <summary>Whether the token never expires.</summary>
    internal bool HasPermanentToken => !string.IsNullOrWhiteSpace(AccessToken);

    internal override IReadOnlyList<IReadOnlyList<Credential>> Credentials =>
    [
        [
            Credential.Of(nameof(BaseUrl), BaseUrl),
            Credential.Either([new(nameof(AccessToken), AccessToken)], [new(nameof(ClientId), ClientId), new(nameof(ClientSecret), ClientSecret)]),
            Credential.Either([new(nameof(WebhookSecret), WebhookSecret)], [new(nameof(ClientSecret), ClientSecret)]),
        ],
    ];
}
