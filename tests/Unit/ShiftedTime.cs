namespace MyCavoodle.Tests.Unit;

/// <summary>The real clock, some time from now: timers run as ever, and days pass when told to.</summary>
public sealed class ShiftedTime : TimeProvider
{
    TimeSpan shift;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + shift;

    public void Advance(TimeSpan by) => shift += by;
}
