using System.Diagnostics;
using System.Net.Http.Headers;
using MyCavoodle.Sandbox.Faults;

namespace MyCavoodle.Sandbox.Deliveries;

/// <summary>
/// Carries webhooks to the bot and repeats them until they are acknowledged, as the providers do but in minutes instead
/// of hours: usually 0.2 s after the first failure, doubling up to 5 s, 50 tries at most.
/// </summary>
/// <remarks>Waits in real time even under a test's clock: a stopped clock must not stop the post.</remarks>
public sealed class Courier : IAsyncDisposable
{
    /// <summary>Connections at a time: the bot is one machine, and a burst of ten thousand would only wait on it.</summary>
    const int MostAtOnce = 64;
    const int LongestLog = 10_000;
    const int LongestPauseInFirstOnes = 25;
    static readonly TimeSpan ReorderPatience = TimeSpan.FromSeconds(2);

    readonly Lock gate = new();
    readonly FaultBoard faults;
    readonly TimeProvider time;
    readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false }) { Timeout = Timeout.InfiniteTimeSpan };
    readonly CancellationTokenSource closing = new();
    readonly List<Delivery> log = [];
    readonly Dictionary<string, Task> lanes = [];
    readonly Dictionary<string, TaskCompletionSource> heldBack = [];
    readonly Dictionary<string, PostalWeather> weather = [];
    readonly SemaphoreSlim room = new(MostAtOnce);
    readonly TimeSpan firstPause;
    long count;
    int waiting;

    internal Courier(FaultBoard faults, TimeProvider time, TimeSpan firstPause) => (this.faults, this.time, this.firstPause) = (faults, time, firstPause);

    /// <summary>What was sent, oldest first; the last 10,000.</summary>
    public IReadOnlyList<Delivery> Log { get { lock (gate) return [.. log]; } }

    /// <summary>First tries that are still to be made, doubles included.</summary>
    public int Waiting => Volatile.Read(ref waiting);

    /// <summary>How a provider's webhooks fare from now on; null: well.</summary>
    public void SetWeather(string provider, PostalWeather? now)
    {
        lock (gate)
            if (now is null) weather.Remove(provider);
            else weather[provider] = now;
    }

    public IReadOnlyDictionary<string, PostalWeather> Weather { get { lock (gate) return weather.ToDictionary(); } }

    internal Delivery Send(Webhook webhook)
    {
        var fault = faults.TakeForWebhook(webhook.Provider, webhook.Topic);
        var delivery = new Delivery { Id = $"d{Interlocked.Increment(ref count)}", Provider = webhook.Provider, Topic = webhook.Topic, CreatedAt = time.GetUtcNow() };
        lock (gate)
        {
            log.Add(delivery);
            if (log.Count > LongestLog) log.RemoveAt(0);
            var copies = weather.GetValueOrDefault(webhook.Provider)?.Next();
            if (fault?.Kind == "lose" || copies is []) { delivery.State = "lost"; return delivery; }
            if (weather.GetValueOrDefault(webhook.Provider)?.Shuffle == true) foreach (var copy in copies!) _ = LateAsync(webhook, delivery, copy);
            else if (fault?.Kind == "reorder") _ = AfterTheNextAsync(webhook, delivery);
            else
            {
                heldBack.Remove(webhook.Provider, out var overtaken);
                lanes[webhook.Lane] = InTurnAsync(lanes.GetValueOrDefault(webhook.Lane), webhook, delivery, twice: fault?.Kind == "duplicate" || copies?.Count == 2, fault, overtaken);
            }
        }
        return delivery;
    }

    async Task LateAsync(Webhook webhook, Delivery delivery, TimeSpan wait)
    {
        Interlocked.Increment(ref waiting);
        await PauseAsync(wait);
        await FirstTryAsync(webhook, delivery);
        Interlocked.Decrement(ref waiting);
    }

    async Task InTurnAsync(Task? before, Webhook webhook, Delivery delivery, bool twice, Fault? fault, TaskCompletionSource? overtaken)
    {
        Interlocked.Increment(ref waiting);
        await Task.Yield();
        if (before is not null) await before;
        if (fault?.Kind == "delay") await PauseAsync(fault.Delay);
        await FirstTryAsync(webhook, delivery);
        if (twice) await TryAsync(webhook, delivery);
        overtaken?.TrySetResult();
        Interlocked.Decrement(ref waiting);
    }

    /// <summary>Lets one later delivery of the same provider pass, or goes by itself when none comes.</summary>
    async Task AfterTheNextAsync(Webhook webhook, Delivery delivery)
    {
        Interlocked.Increment(ref waiting);
        var passed = heldBack[webhook.Provider] = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await Task.WhenAny(passed.Task, PauseAsync(ReorderPatience));
        await FirstTryAsync(webhook, delivery);
        Interlocked.Decrement(ref waiting);
    }

    async Task FirstTryAsync(Webhook webhook, Delivery delivery)
    {
        while (webhook.Target() is null && !closing.IsCancellationRequested) await PauseAsync(firstPause);
        if (await TryAsync(webhook, delivery)) webhook.Heard?.Invoke(true);
        else _ = RepeatAsync(webhook, delivery);
    }

    async Task RepeatAsync(Webhook webhook, Delivery delivery)
    {
        var pause = webhook.Manner.FirstPause ?? firstPause;
        var longest = pause * LongestPauseInFirstOnes;
        for (var tries = 1; tries < webhook.Manner.MostTries && !closing.IsCancellationRequested; tries++)
        {
            await PauseAsync(pause);
            if (webhook.IsOver()) break;
            if (await TryAsync(webhook, delivery)) { webhook.Heard?.Invoke(true); return; }
            pause = pause * 2 < longest ? pause * 2 : longest;
        }
        delivery.State = "given-up";
        if (!closing.IsCancellationRequested) webhook.Heard?.Invoke(false);
    }

    async Task<bool> TryAsync(Webhook webhook, Delivery delivery)
    {
        if (closing.IsCancellationRequested) return false;
        await room.WaitAsync();
        var started = Stopwatch.GetTimestamp();
        var status = 0;
        webhook.Leaving?.Invoke();
        try
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(closing.Token);
            patience.CancelAfter(webhook.Manner.Patience);
            using var request = new HttpRequestMessage(HttpMethod.Post, webhook.Target());
            request.Content = new ByteArrayContent(webhook.Body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
            foreach (var (name, value) in webhook.Headers()) request.Headers.TryAddWithoutValidation(name, value);
            using var response = await http.SendAsync(request, patience.Token);
            status = (int)response.StatusCode;
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException or InvalidOperationException)
        {
            // Nobody answered, which is a result like any other: 0 in the log, and another try.
        }
        finally { room.Release(); }
        var (accepted, took) = (webhook.Manner.Accepts(status), Stopwatch.GetElapsedTime(started));
        var number = delivery.Record(status, accepted, time.GetUtcNow(), took);
        webhook.Ended?.Invoke(new Attempt(number, status, accepted, took));
        return accepted;
    }

    async Task PauseAsync(TimeSpan length) => await Task.Delay(length, closing.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        http.Dispose();
    }
}
