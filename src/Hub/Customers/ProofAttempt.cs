namespace MyCavoodle.Hub;

/// <summary>One try of a contact to prove who they are by order number and email.</summary>
public sealed class ProofAttempt
{
    /// <summary>Wrong tries in <see cref="Window"/> after which a person takes over.</summary>
    public const int Limit = 5;
    public static readonly TimeSpan Window = TimeSpan.FromHours(1);

    public long Id { get; set; }
    public required long ContactId { get; set; }
    public required DateTimeOffset At { get; set; }
    public required bool Succeeded { get; set; }
}
