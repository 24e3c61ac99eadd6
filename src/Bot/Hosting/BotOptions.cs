using System.ComponentModel.DataAnnotations;

namespace MyCavoodle.Bot.Hosting;

/// <summary>What the host itself needs to know. Section <c>Bot</c>.</summary>
public sealed class BotOptions
{
    /// <summary>Where staff reach the desk, for the links they are sent.</summary>
    [Required] public Uri PublicUrl { get; set; } = new("http://127.0.0.1:5080/");
}
