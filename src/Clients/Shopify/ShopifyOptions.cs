using System.ComponentModel.DataAnnotations;

namespace MyCavoodle.Clients.Shopify;

/// <summary>Section <c>Shopify</c>. https://shopify.dev/docs/api/admin-rest</summary>
public sealed class ShopifyOptions : ProviderOptions
{
    /// <summary>The shop, e.g. <c>https://mycavoodle.myshopify.com/</c>; an emulator's address in tests.</summary>
    public Uri? BaseUrl { get; set; }

    /// <summary>
    /// The quarterly version asked for. Shopify serves its oldest living one when this has expired, without an error:
    /// compare with <see cref="ShopifyClient.ServedVersion"/>. https://shopify.dev/docs/api/usage/versioning
    /// </summary>
    [Required, RegularExpression(@"\d{4}-(01|04|07|10)|unstable")]
    public string ApiVersion { get; set; } = "2026-10";

    public string? AccessToken { get; set; }

    /// <summary>The app's client secret, which signs webhooks.</summary>
    public string? WebhookSecret { get; set; }

    internal override IReadOnlyList<IReadOnlyList<Credential>> Credentials =>
    [
        [new(nameof(BaseUrl), BaseUrl is not null), Credential.Of(nameof(AccessToken), AccessToken), Credential.Of(nameof(WebhookSecret), WebhookSecret)],
    ];
}
