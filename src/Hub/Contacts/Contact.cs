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

    /// <summary>A name as staff read it: the platform's, else that of the customer they proved to be; null when nobody told us.</summary>
    public string? Named(Customer? proven) =>
        new[] { Name, $"{proven?.FirstName} {proven?.LastName}".Trim() }.FirstOrDefault(name => !string.IsNullOrWhiteSpace(name));

    /// <summary>A name where one is known. The long number a platform gives a person says nothing to anybody: its end tells two apart.</summary>
    public string Who(Customer? proven) =>
        Named(proven) ?? (Address is { Length: > 8 } number && number.All(char.IsAsciiDigit) ? $"Contact …{number[^4..]}" : Address);
}
