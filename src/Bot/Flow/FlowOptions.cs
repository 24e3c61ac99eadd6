using System.ComponentModel.DataAnnotations;

namespace MyCavoodle.Bot.Flow;

/// <summary>How much the flow does at once. Section <c>Flow</c>.</summary>
public sealed class FlowOptions
{
    /// <value>1-64 conversations answered at once. Default 8.</value>
    [Range(1, 64)] public int Conversing { get; set; } = 8;
    /// <value>1-64 replies sent at once. Default 16.</value>
    [Range(1, 64)] public int Delivering { get; set; } = 16;
    /// <value>Bytes of one delivery, 64 KiB to 100 MiB. Larger ones are answered 413. Default 10 MiB.</value>
    [Range(65_536, 104_857_600)] public int LargestDelivery { get; set; } = 10 * 1024 * 1024;
    /// <value>How often the queues are looked at when nobody rings, 0.1-60 s. Default 1 s.</value>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:01:00")] public TimeSpan Poll { get; set; } = TimeSpan.FromSeconds(1);
}
