using System.ComponentModel.DataAnnotations;

namespace MyCavoodle.Clients.Meta;

/// <summary>Section <c>Meta</c>: one Page, the Instagram account linked to it, and its ad account.</summary>
public sealed class MetaOptions : ProviderOptions
{
    /// <summary>Where the Graph API lives, version included; an emulator's address in tests.</summary>
    [Required] public Uri BaseUrl { get; set; } = new("https://graph.facebook.com/v26.0/");

    /// <summary>Signs webhooks, Page and Instagram alike.</summary>
    public string? AppSecret { get; set; }

    /// <summary>Our own word, given to Meta when the webhook is set up.</summary>
    public string? VerifyToken { get; set; }

    /// <summary>A Page access token.</summary>
    public string? AccessToken { get; set; }

    public string? PageId { get; set; }

    /// <summary>Optional: without it there is no Instagram.</summary>
    public string? InstagramId { get; set; }

    /// <summary>Optional: without it there is no ad spend. With or without <c>act_</c>.</summary>
    public string? AdAccountId { get; set; }

    internal override IReadOnlyList<IReadOnlyList<Credential>> Credentials =>
    [
        [
            Credential.Of(nameof(AppSecret), AppSecret), Credential.Of(nameof(VerifyToken), VerifyToken),
            Credential.Of(nameof(AccessToken), AccessToken), Credential.Of(nameof(PageId), PageId),
        ],
        [Credential.Of(nameof(InstagramId), InstagramId)],
        [Credential.Of(nameof(AdAccountId), AdAccountId)],
    ];
}
