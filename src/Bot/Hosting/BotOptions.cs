namespace MyCavoodle.Bot.Hosting;

/// <summary>What the host itself needs to know. Section <c>Bot</c>.</summary>
public sealed class BotOptions
{
    /// <summary>Where staff reach the desk, for the links they are sent. Unset: the address the host listens on, known once it does.</summary>
    public Uri? PublicUrl { get; set; }

    public Uri DeskLink(long conversationId) => new($"{PublicUrl?.AbsoluteUri.TrimEnd('/') ?? "http://127.0.0.1:5080"}/desk/conversations/{conversationId}");
}
