using System.Security.Cryptography;
using System.Text;

namespace MyCavoodle.Sandbox;

/// <summary>Turns the handle somebody plays under into the id its provider would use, the same every time.</summary>
static class Handles
{
    /// <summary>"gmail" is another word for "email".</summary>
    public static string? Channel(string? name) => name?.ToLowerInvariant() switch
    {
        "gmail" or "email" => Channels.Email,
        "instagram" => Channels.Instagram,
        "messenger" => Channels.Messenger,
        "telegram" => Channels.Telegram,
        _ => null,
    };

    public static string Id(string channel, string handle)
    {
        handle = handle.Trim();
        if (channel == Channels.Email) return (handle.Contains('@', StringComparison.Ordinal) ? handle : $"{handle}@example.com").ToLowerInvariant();
        if (handle.Length > 0 && handle.All(char.IsAsciiDigit)) return handle;
        if (channel == Channels.Telegram)
            return (Staff.All.FirstOrDefault(s => string.Equals(s.Handle, handle, StringComparison.OrdinalIgnoreCase))?.TelegramId ?? 600_000_000 + Number(handle) % 1_000_000_000).ToString();
        return (6_000_000_000_000_000 + Number($"{channel}:{handle}") % 1_000_000_000_000_000).ToString();
    }

    public static long Number(string text) =>
        BitConverter.ToInt64(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToLowerInvariant()))) & long.MaxValue;
}

/// <summary>The four ways people reach the shop.</summary>
public static class Channels
{
    public const string Instagram = "instagram";
    public const string Messenger = "messenger";
    public const string Email = "email";
    public const string Telegram = "telegram";
}
