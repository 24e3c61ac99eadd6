namespace MyCavoodle.Hub;

/// <summary>The doors customers and staff come in by.</summary>
public static class ChannelNames
{
    public const string Instagram = "instagram";
    public const string Messenger = "messenger";
    public const string Email = "email";
    public const string Telegram = "telegram";

    public static readonly IReadOnlyList<string> All = [Instagram, Messenger, Email, Telegram];

    /// <summary>As people say it: Instagram, Messenger, email, Telegram.</summary>
    public static string Spoken(string channel) => channel switch
    {
        Instagram => "Instagram",
        Messenger => "Messenger",
        Telegram => "Telegram",
        _ => channel,
    };
}
