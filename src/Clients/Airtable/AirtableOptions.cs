using System.ComponentModel.DataAnnotations;

namespace MyCavoodle.Clients.Airtable;

/// <summary>Section <c>Airtable</c>. https://airtable.com/developers/web/api/introduction</summary>
public sealed class AirtableOptions : ProviderOptions
{
    [Required] public Uri BaseUrl { get; set; } = new("https://api.airtable.com/v0/");

    /// <summary>A personal access token (<c>pat…</c>), limited to the base and the scopes it needs.</summary>
    public string? Token { get; set; }

    /// <summary>The base (<c>app…</c>). Not needed to make one.</summary>
    public string? BaseId { get; set; }

    /// <summary>The workspace (<c>wsp…</c>) in which a base is made; nothing else needs it.</summary>
    public string? WorkspaceId { get; set; }

    /// <value>
    /// Requests a second to one base, 0.1 to 50. Default 4.8: Airtable allows 5 to everybody together and closes the base for half a
    /// minute at the sixth. https://airtable.com/developers/web/api/rate-limits
    /// </value>
    [Range(0.1, 50)]
    public double RequestsPerSecond { get; set; } = 4.8;

    /// <value>How long a base is left alone after a 429. 0 s to 10 min, default 30 s.</value>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00")]
    public TimeSpan PenaltyPause { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Whether there is a base to call, and not only a token to make one with.</summary>
    public bool HasBase => IsConfigured && !string.IsNullOrWhiteSpace(BaseId);

    internal override IReadOnlyList<IReadOnlyList<Credential>> Credentials =>
        [[Credential.Of(nameof(Token), Token)], [Credential.Of(nameof(BaseId), BaseId)]];
}
