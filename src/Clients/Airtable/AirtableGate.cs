namespace MyCavoodle.Clients.Airtable;

/// <summary>
/// The one door to a base: whoever came first starts first, starts are evenly spaced, and never more than five reach Airtable within
/// a second. After a 429 it stays closed for everybody. https://airtable.com/developers/web/api/rate-limits
/// </summary>
/// <remarks>
/// Airtable counts arrivals and we know only departures, so a request that took longer than its neighbours is taken to have arrived
/// late by the difference, and one without an answer not to have arrived yet. A slow connection thereby cannot bunch six of them.
/// Of a small difference only a part counts, or answers of uneven length (0 to 150 ms) would cost more than a twentieth of the pace;
/// but all of it for the first requests after a rest, which wait for connections to be made.
/// </remarks>
/// <param name="perSecond">Starts a second. Above five, the limit of a second grows with it.</param>
sealed class AirtableGate(TimeProvider time, double perSecond)
{
    /// <summary>A second, and a little for clocks that tick differently.</summary>
    static readonly TimeSpan Window = TimeSpan.FromSeconds(1.01);

    /// <summary>A difference that no work at Airtable's end explains counts in full, a smaller one up to the other bound.</summary>
    static readonly TimeSpan Stall = TimeSpan.FromMilliseconds(250), Unevenness = TimeSpan.FromMilliseconds(50);

    /// <summary>After so long without a request connections may be closed; making them is over soon.</summary>
    static readonly TimeSpan Rest = TimeSpan.FromSeconds(20), WarmingUp = TimeSpan.FromSeconds(2);

    readonly TimeSpan interval = TimeSpan.FromSeconds(1 / perSecond);
    readonly int most = Math.Max(5, (int)Math.Ceiling(perSecond));
    readonly long origin = time.GetTimestamp();
    readonly Lock sync = new();
    readonly PriorityQueue<TaskCompletionSource<Pass>, long> waiting = new();
    readonly Queue<Pass> recent = new();
    TimeSpan nextSlot = TimeSpan.Zero, closedUntil = TimeSpan.Zero, lastStart = -Rest, restedUntil;
    bool isLettingIn;
    long places;

    TimeSpan Now => time.GetElapsedTime(origin);

    /// <summary>A place in the line. A repeated request keeps the one it had, so that it goes before what came after it.</summary>
    public long NextPlace() => Interlocked.Increment(ref places);

    /// <summary>Waits for its turn to start. The pass is disposed once the answer is there.</summary>
    public async Task<Pass> EnterAsync(long place, CancellationToken ct)
    {
        var turn = new TaskCompletionSource<Pass>(TaskCreationOptions.RunContinuationsAsynchronously);
        bool isFirst;
        lock (sync)
        {
            waiting.Enqueue(turn, place);
            isFirst = !isLettingIn;
            isLettingIn = true;
        }
        if (isFirst)
            _ = LetInAsync();
        await using (ct.Register(() => turn.TrySetCanceled(ct)))
            return await turn.Task;
    }

    /// <summary>Lets nobody start for this long.</summary>
    public void Close(TimeSpan pause)
    {
        lock (sync)
            closedUntil = TimeSpan.FromTicks(Math.Max(closedUntil.Ticks, (Now + pause).Ticks));
    }

    async Task LetInAsync()
    {
        while (IsAnybodyWaiting())
        {
            await OpenAsync();
            LetOneIn();
        }
    }

    bool IsAnybodyWaiting()
    {
        lock (sync)
        {
            while (waiting.TryPeek(out var turn, out _) && turn.Task.IsCompleted)                // cancelled
                waiting.Dequeue();
            return isLettingIn = waiting.Count > 0;
        }
    }

    async Task OpenAsync()
    {
        while (true)
        {
            Pass? earlier;
            lock (sync)
                earlier = recent.Count == most ? recent.Peek() : null;
            if (earlier is not null)
                await earlier.Answered;
            TimeSpan wait;
            lock (sync)
                wait = TimeSpan.FromTicks(new[] { nextSlot, closedUntil, earlier is null ? TimeSpan.Zero : Left(earlier) }.Max(t => t.Ticks)) - Now;
            if (wait <= TimeSpan.Zero)
                return;
            await Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds)), time);
        }
    }

    /// <summary>When a request is out of the window for certain.</summary>
    TimeSpan Left(Pass earlier)
    {
        var late = earlier.Took - recent.Where(p => p.Answered.IsCompleted).Min(p => p.Took);
        return earlier.Start + Window + (late < Stall && late > Unevenness && !earlier.IsCold ? Unevenness : late);
    }

    void LetOneIn()
    {
        lock (sync)
        {
            while (waiting.TryDequeue(out var turn, out _))
            {
                var now = Now;
                if (now - lastStart >= Rest)
                    restedUntil = now;
                var pass = new Pass(this, now, isCold: now - restedUntil < WarmingUp);
                if (!turn.TrySetResult(pass))
                    continue;
                lastStart = now;
                // A timer that rang a little late is made up for; a pause is not.
                nextSlot = (pass.Start - nextSlot < interval / 2 ? nextSlot : pass.Start) + interval;
                recent.Enqueue(pass);
                if (recent.Count > most)
                    recent.Dequeue();
                return;
            }
        }
    }

    /// <summary>One request on its way.</summary>
    public sealed class Pass : IDisposable
    {
        readonly AirtableGate gate;
        readonly TaskCompletionSource answered = new(TaskCreationOptions.RunContinuationsAsynchronously);

        internal Pass(AirtableGate gate, TimeSpan start, bool isCold) => (this.gate, Start, IsCold) = (gate, start, isCold);

        internal TimeSpan Start { get; }
        /// <summary>It may have waited for its connection.</summary>
        internal bool IsCold { get; }
        internal TimeSpan Took { get; private set; }
        internal Task Answered => answered.Task;

        public void Dispose()
        {
            lock (gate.sync)
            {
                if (answered.Task.IsCompleted)
                    return;
                Took = gate.Now - Start;
                answered.SetResult();
            }
        }
    }
}
