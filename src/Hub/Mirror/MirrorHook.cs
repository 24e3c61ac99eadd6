namespace MyCavoodle.Hub;

/// <summary>Our subscription to the mirror's changes. Its secret is told once, by the reply that makes it.</summary>
public sealed class MirrorHook
{
    /// <summary>Airtable's id of the webhook: ach….</summary>
    public required string Id { get; set; }
    public required string BaseId { get; set; }
    public required string NotificationUrl { get; set; }
    public required string MacSecretBase64 { get; set; }
    /// <summary>The next payload to read; starts at 1.</summary>
    public int Cursor { get; set; } = 1;
    public DateTimeOffset ExpiresAt { get; set; }
}
