using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using MyCavoodle.Clients;
using MyCavoodle.Clients.Airtable;
using Xunit;

namespace MyCavoodle.Tests.Unit.Clients;

/// <summary>
/// The pace of a base, as seen from its end. Requests one after the other are timed by the moved clock; where they overlap it would
/// jump while they are on their way, so those are timed by the real one.
/// </summary>
public sealed class AirtableGateTests
{
    readonly JumpingTime time = new();
    TimeProvider clock = TimeProvider.System;
    readonly ConcurrentQueue<(DateTimeOffset At, string What)> arrivals = new();

    [Theory]
    [InlineData("4.8", 209)]
    [InlineData("5", 202)]
    [InlineData("2", 500)]
    public async Task Requests_of_every_kind_are_evenly_spaced(string perSecond, double apart)
    {
        await using var airtable = await Airtable();
        await using var services = Services(airtable, time, ("RequestsPerSecond", perSecond));
        var client = services.GetRequiredService<AirtableClient>();

        for (var i = 0; i < 8; i++)
        {
            await client.Base.Records.UpsertAsync("tblOrders", ["Key"], [Row(i)], AirtableWriting.Plain, default);
            await client.Base.Schema.TablesAsync(default);
            await client.At("appOurs").Webhooks.ListAsync(default);
        }

        AssertPaced(TimeSpan.FromSeconds(1));
        Assert.InRange((arrivals.Max(a => a.At) - arrivals.Min(a => a.At)).TotalMilliseconds / 23, apart - 1, apart + 1);
    }

    [Fact]
    public async Task At_most_five_requests_reach_a_base_within_a_second_whoever_sends_them()
    {
        await using var airtable = await Airtable(latency: () => TimeSpan.FromMilliseconds(Random.Shared.Next(150)));
        await using var services = Services(airtable, TimeProvider.System);
        var client = services.GetRequiredService<AirtableClient>();

        await Task.WhenAll(Enumerable.Range(0, 18).Select(i => (i % 3) switch
        {
            0 => client.Base.Records.UpsertAsync("tblOrders", ["Key"], [Row(i)], AirtableWriting.Plain, default),
            1 => client.Base.Schema.TablesAsync(default),
            _ => (Task)client.At("appOurs").Records.GetAsync("tblOrders", "rec1", false, default),
        }));

        Assert.Equal(18, arrivals.Count);
        AssertPaced(TimeSpan.FromSeconds(0.98));                         // two clocks, and threads that wait their turn
    }

    [Fact]
    public async Task A_long_mirror_run_moves_forty_five_rows_a_second()
    {
        await using var airtable = await Airtable();
        await using var services = Services(airtable, time);
        var records = services.GetRequiredService<AirtableClient>().Base.Records;

        var began = time.GetUtcNow();
        for (var batch = 0; batch < 60; batch++)
            await records.UpsertAsync("tblOrders", ["Key"], [.. Enumerable.Range(batch * 10, 10).Select(Row)], AirtableWriting.Plain, default);

        Assert.True(600 / (time.GetUtcNow() - began).TotalSeconds >= 45);
        AssertPaced(TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task Requests_start_in_the_order_they_were_made()
    {
        await using var airtable = await Airtable();
        await using var services = Services(airtable, time);
        var records = services.GetRequiredService<AirtableClient>().Base.Records;

        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => records.UpsertAsync("tblOrders", ["Key"], [Row(i)], AirtableWriting.Plain, default)));

        var order = arrivals.Select(a => a.What).ToList();
        Assert.All(Enumerable.Range(0, 40), i => Assert.InRange(order.IndexOf(Key(i)), i - 4, i + 4));      // five may be on their way at once
    }

    [Fact]
    public async Task A_request_that_may_have_arrived_late_holds_the_sixth_back_by_as_much()
    {
        var answer = new TaskCompletionSource();
        await using var airtable = await StandIn.StartAsync(async (request, http) =>
        {
            Note(request);
            if (request.Path.EndsWith("/recSlow", StringComparison.Ordinal))
                await answer.Task;
            await http.ReplyAsync("{}");
        });
        await using var services = Services(airtable, time);
        var records = services.GetRequiredService<AirtableClient>().Base.Records;

        var slow = records.GetAsync("tblOrders", "recSlow", false, default);
        await WaitForArrivalsAsync(1);
        for (var i = 0; i < 4; i++)
            await records.GetAsync("tblOrders", "recQuick", false, default);
        var sixth = records.GetAsync("tblOrders", "recSixth", false, default);
        await Task.Delay(100);
        Assert.Equal(5, arrivals.Count);                                 // nobody knows yet whether the slow one is there

        time.Advance(TimeSpan.FromSeconds(2));
        var answered = time.GetUtcNow();
        answer.SetResult();
        await Task.WhenAll(slow, sixth);
        Assert.True(arrivals.Last().At - answered >= TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task Who_gives_up_waiting_holds_nobody_up()
    {
        await using var airtable = await Airtable();
        await using var services = Services(airtable, TimeProvider.System, ("RequestsPerSecond", "2"));
        var records = services.GetRequiredService<AirtableClient>().Base.Records;

        await records.GetAsync("tblOrders", "rec1", false, default);
        using var cancel = new CancellationTokenSource();
        var impatient = records.GetAsync("tblOrders", "rec2", false, cancel.Token);
        var patient = records.GetAsync("tblOrders", "rec3", false, default);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => impatient);
        await patient;
        Assert.Equal(["/v0/appOurs/tblOrders/rec1", "/v0/appOurs/tblOrders/rec3"], arrivals.Select(a => a.What));
    }

    [Theory]
    [InlineData("""{"errors":[{"error":"RATE_LIMIT_REACHED","message":"Rate limit exceeded. Please try again later"}]}""")]
    [InlineData("Too many requests")]
    public async Task After_one_refusal_for_haste_nobody_starts_for_the_whole_pause_and_nothing_is_lost(string body)
    {
        var seen = 0;
        await using var airtable = await Airtable(_ => Interlocked.Increment(ref seen) == 3 ? (429, body) : null);
        await using var services = Services(airtable, time);
        var client = services.GetRequiredService<AirtableClient>();

        await Task.WhenAll(Enumerable.Range(0, 20).Select(i =>
            client.Base.Records.UpsertAsync("tblOrders", ["Key"], [Row(i)], AirtableWriting.Plain, default)));

        var all = arrivals.ToList();
        Assert.Equal(21, all.Count);
        Assert.Equal(Enumerable.Range(0, 20).Select(Key).Order(), all.Select(a => a.What).Distinct().Order());
        var gaps = all.Zip(all.Skip(1), (a, b) => b.At - a.At).ToList();
        Assert.Single(gaps, g => g >= TimeSpan.FromSeconds(4));
    }

    [Fact]
    public async Task Refused_requests_go_again_in_their_old_order()
    {
        var everyone = new TaskCompletionSource();
        await using var airtable = await StandIn.StartAsync(async (request, http) =>
        {
            var isRefused = Note(request) <= 8;
            if (isRefused)
                await everyone.Task;
            await http.ReplyAsync("{}", isRefused ? 429 : 200);
        });
        await using var services = Services(airtable, TimeProvider.System, ("RequestsPerSecond", "20"), ("PenaltyPause", "00:00:01"));
        var records = services.GetRequiredService<AirtableClient>().Base.Records;

        var calls = Enumerable.Range(0, 8).Select(i => records.UpsertAsync("tblOrders", ["Key"], [Row(i)], AirtableWriting.Plain, default)).ToList();
        await WaitForArrivalsAsync(8);
        everyone.SetResult();
        await Task.WhenAll(calls);

        Assert.Equal(Enumerable.Range(0, 8).Select(Key), arrivals.Skip(8).Select(a => a.What));
        Assert.True(arrivals.ElementAt(8).At - arrivals.ElementAt(7).At >= TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task What_would_be_made_twice_is_not_sent_again_but_refused_with_the_pause()
    {
        await using var airtable = await Airtable(_ => (429, "slow down"));
        await using var services = Services(airtable, time, ("PenaltyPause", "00:00:30"));
        var records = services.GetRequiredService<AirtableClient>().Base.Records;

        var refusal = await Assert.ThrowsAsync<ProviderException>(() => records.CreateAsync("tblOrders", [Row(0)], AirtableWriting.Plain, default));

        Assert.Equal((HttpStatusCode.TooManyRequests, true, TimeSpan.FromSeconds(30)), (refusal.Status!.Value, refusal.IsTransient, refusal.RetryAfter));
        Assert.Single(arrivals);
    }

    [Fact]
    public async Task A_base_that_stays_closed_is_given_back_to_the_caller()
    {
        await using var airtable = await Airtable(_ => (429, ""));
        await using var services = Services(airtable, time);
        var refusal = await Assert.ThrowsAsync<ProviderException>(() => services.GetRequiredService<AirtableClient>().Base.Schema.TablesAsync(default));
        Assert.Equal((true, TimeSpan.FromSeconds(4), 4), (refusal.IsTransient, refusal.RetryAfter, arrivals.Count));
    }

    [Fact]
    public async Task Another_base_has_a_pace_of_its_own()
    {
        await using var airtable = await Airtable(r => r.Path.Contains("appOther", StringComparison.Ordinal) ? (429, "") : null);
        await using var services = Services(airtable, time, ("PenaltyPause", "00:10:00"));
        var client = services.GetRequiredService<AirtableClient>();
        await Assert.ThrowsAsync<ProviderException>(() => client.At("appOther").Schema.CreateTableAsync(new("T", []), default));
        Assert.Empty(await client.Base.Schema.TablesAsync(default));
    }

    void AssertPaced(TimeSpan second)
    {
        var starts = arrivals.Select(a => a.At).Order().ToList();
        for (var i = 5; i < starts.Count; i++)
            Assert.True(starts[i] - starts[i - 5] >= second, $"six within {starts[i] - starts[i - 5]} at {i}");
    }

    async Task WaitForArrivalsAsync(int count)
    {
        while (arrivals.Count < count)
            await Task.Delay(5);
    }

    static JsonObject Row(int i) => new() { ["Key"] = Key(i) };
    static string Key(int i) => $"k-{i:000}";

    Task<StandIn> Airtable(Func<Arrived, (int Status, string Body)?>? refuse = null, Func<TimeSpan>? latency = null) => StandIn.StartAsync(async (request, http) =>
    {
        Note(request);
        if (latency is not null)
            await Task.Delay(latency());
        var (status, body) = refuse?.Invoke(request) ?? (200, "{}");
        await http.ReplyAsync(body, status);
    });

    int Note(Arrived request)
    {
        var key = request.Body.Length > 0 ? JsonNode.Parse(request.Body)?["records"]?[0]?["fields"]?["Key"]?.ToString() : null;
        lock (arrivals)
        {
            arrivals.Enqueue((clock.GetUtcNow(), key ?? request.Path));
            return arrivals.Count;
        }
    }

    ServiceProvider Services(StandIn airtable, TimeProvider with, params (string Key, string Value)[] more)
    {
        clock = with;
        var settings = new Dictionary<string, string> { ["BaseUrl"] = "{url}v0", ["Token"] = "pat.secret", ["BaseId"] = "appOurs", ["PenaltyPause"] = "00:00:04" };
        foreach (var (key, value) in more)
            settings[key] = value;
        return airtable.Clients(with, [.. settings.Select(s => ("Airtable:" + s.Key, s.Value))]);
    }
}
