using System.Collections.Concurrent;

namespace MyCavoodle.Tests.Unit.Clients;

/// <summary>
/// A clock that jumps: waits of at most five seconds are over at once and noted, longer timers (time limits) never ring.
/// </summary>
sealed class JumpingTime(DateTimeOffset start) : TimeProvider
{
    static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);
    long jumped;

    public JumpingTime() : this(new(2026, 11, 22, 8, 0, 0, TimeSpan.Zero)) { }

    public ConcurrentQueue<TimeSpan> Waits { get; } = new();

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;
    public override long GetTimestamp() => Interlocked.Read(ref jumped);
    public override DateTimeOffset GetUtcNow() => start.AddTicks(GetTimestamp());
    public void Advance(TimeSpan by) => Interlocked.Add(ref jumped, by.Ticks);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Jump(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    sealed class Jump(JumpingTime time, TimerCallback callback, object? state) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime < TimeSpan.Zero || dueTime > Longest)
                return true;
            time.Waits.Enqueue(dueTime);
            time.Advance(dueTime);
            ThreadPool.QueueUserWorkItem(_ => callback(state));
            return true;
        }

        public void Dispose() { }
        public ValueTask DisposeAsync() => default;
    }
}
