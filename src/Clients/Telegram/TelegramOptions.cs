using System.ComponentModel.DataAnnotations;

namespace MyCavoodle.Clients.Telegram;

/// <summary>Section <c>Telegram</c>. https://core.telegram.org/bots/api</summary>
public sealed class TelegramOptions : ProviderOptions
{
    [Required] public Uri BaseUrl { get; set; } = new("https://api.telegram.org/");

    public string? BotToken { get; set; }

    /// <summary>Our own word, sent back with every delivery: 1-256 of A-Z a-z 0-9 _ -.</summary>
    [RegularExpression("[A-Za-z0-9_-]{1,256}")]
    public string? SecretToken { get; set; }

    internal override IReadOnlyList<IReadOnlyList<Credential>> Credentials =>
        [[Credential.Of(nameof(BotToken), BotToken), Credential.Of(nameof(SecretToken), SecretToken)]];
}
