namespace MyCavoodle.Hub;

/// <summary>A person on one channel. (<see cref="Channel"/>, <see cref="Address"/>) is unique.</summary>
public sealed class Contact
{
    public long Id { get; set; }
    /// <summary>See <see cref="ChannelNames"/>.</summary>
    public required string Channel { get; set; }
    /// <summary>The provider's id of the person there; on email the lower-case address.</summary>
    public required string Address { get; set; }
    public string? Name { get; set; }
    public required DateTimeOffset FirstSeenAt { get; set; }
}
