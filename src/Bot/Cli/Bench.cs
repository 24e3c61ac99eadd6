using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;

namespace MyCavoodle.Bot.Cli;

/// <summary>
/// <c>bench</c>: starts a host of its own in sandbox mode and prints how fast it answers, how fast it acknowledges, what it
/// weighs. All load goes to that host on loopback, is bounded, and ends with it.
/// </summary>
static class Bench
{
    public static Command Verb()
    {
        var rounds = new Option<int>("--rounds") { Description = "Messages each conversation sends. Default 10.", DefaultValueFactory = _ => 10 };
        var seconds = new Option<int>("--seconds") { Description = "How long webhooks are sent at 200/s. Default 15.", DefaultValueFactory = _ => 15 };
        foreach (var option in new[] { rounds, seconds })
            option.Validators.Add(given =>
            {
                if (given.GetValueOrDefault<int>() is < 1 or > 600) given.AddError($"{option.Name} must be 1 to 600.");
            });
        var verb = new Command("bench", "Measures answers, acknowledgements, start and memory in sandbox mode.") { rounds, seconds, BenchBackfill.Verb(), BenchLookup.Verb(), BenchMirror.Verb(), BenchUnderstanding.Verb() };
        verb.SetAction((parsed, ct) => RunAsync(parsed.GetValue(rounds), parsed.GetValue(seconds), ct));
        return verb;
    }

    static async Task<int> RunAsync(int rounds, int seconds, CancellationToken ct)
    {
        await using var host = await BenchHost.StartAsync(ct);
        Print("start to first answer of /health/live", $"{host.StartedIn.TotalSeconds:0.00} s", "< 5 s");
        Print("start to ready (the shop's facts pulled)", $"{host.ReadyIn.TotalSeconds:0.00} s", "");
        await Task.Delay(TimeSpan.FromSeconds(10), ct);
        Print("idle memory (resident)", $"{host.Memory / 1024.0 / 1024.0:0} MB", "< 300 MB");

        await AnswersAsync(host.Http, conversations: 20, rounds: 2, ct);
        var answers = await AnswersAsync(host.Http, conversations: 20, rounds, ct);
        Print($"message in to reply out, 20 at once, n = {answers.Count}", Percentiles(answers), "p50 < 100 ms, p99 < 1 s");

        var settings = (await host.Http.GetFromJsonAsync<JsonObject>("/sandbox/api/settings", ct))!;
        var load = AcknowledgementsAsync(host.Http, settings["Meta:AppSecret"]!.GetValue<string>(), settings["Meta:PageId"]!.GetValue<string>(), 200, seconds, ct);
        var absorbed = await OrdersAsync(host, seconds, ct);
        var acknowledged = await load;
        Print($"webhook acknowledged, 200/s, n = {acknowledged.Count}", Percentiles(acknowledged), "p99 < 100 ms");
        Print($"order placed to order in the hub meanwhile, n = {absorbed.Count}", Percentiles(absorbed), "< 30 s");
        Print("memory after the load (resident)", $"{host.Memory / 1024.0 / 1024.0:0} MB", "");
        var mirrored = await MirroredAsync(host, ct);
        Print($"idle memory, all of it mirrored, {mirrored.TotalMinutes:0.0} minutes on", $"{host.Memory / 1024.0 / 1024.0:0} MB", "< 300 MB");
        return 0;
    }

    /// <summary>Waits until the sandbox's base holds the whole shop: at Airtable's own pace, some minutes.</summary>
    static async Task<TimeSpan> MirroredAsync(BenchHost host, CancellationToken ct)
    {
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < TimeSpan.FromMinutes(15))
        {
            await Task.Delay(TimeSpan.FromSeconds(5), ct);
            await using var hub = host.OpenHub();
            if (!await hub.MirrorChanges.AnyAsync(ct)) return watch.Elapsed;
        }
        throw new TimeoutException("The mirror did not come to its end in 15 minutes.");
    }

    /// <summary>Each conversation asks, waits for its answer and asks again; times are the sandbox's own, from what the contact said to what the shop said.</summary>
    static async Task<List<double>> AnswersAsync(HttpClient http, int conversations, int rounds, CancellationToken ct)
    {
        string[] questions = ["how much is shipping?", "Where is my order?", "what is your return policy?", "do you have oatmeal shampoo in stock?", "how much is the slicker brush"];
        var took = await Task.WhenAll(Enumerable.Range(0, conversations).Select(async who =>
        {
            var from = $"bench-{Guid.NewGuid():n}";
            List<double> own = [];
            for (var round = 1; round <= rounds; round++)
            {
                await http.PostAsJsonAsync("/sandbox/api/messages", new { channel = "instagram", from, text = questions[(who + round) % questions.Length] }, ct);
                own.Add(await AnswerTimeAsync(http, from, round, ct));
            }
            return own;
        }));
        return [.. took.SelectMany(t => t)];
    }

    static async Task<double> AnswerTimeAsync(HttpClient http, string from, int round, CancellationToken ct)
    {
        for (var i = 0; i < 600; i++)
        {
            // Seldom, so that the looking costs the measured host little; the times are taken from what it shows.
            await Task.Delay(100, ct);
            var thread = (await http.GetFromJsonAsync<JsonObject>($"/sandbox/api/threads/instagram/{from}", ct))!["messages"]!.AsArray();
            var answers = thread.Where(m => m!["from"]!.GetValue<string>() == "shop").ToList();
            if (answers.Count >= round) return (At(answers[round - 1]) - At(thread.Where(m => m!["from"]!.GetValue<string>() == "contact").ElementAt(round - 1))).TotalMilliseconds;
        }
        throw new TimeoutException($"{from} was not answered.");

        static DateTimeOffset At(JsonNode? message) => DateTimeOffset.Parse(message!["at"]!.GetValue<string>(), CultureInfo.InvariantCulture);
    }

    /// <summary>One order a second; each is waited for until it is in the hub with its customer, its line and the stock committed to it.</summary>
    static async Task<List<double>> OrdersAsync(BenchHost host, int seconds, CancellationToken ct)
    {
        List<Task<double>> placed = [];
        for (var i = 0; i < seconds; i++)
        {
            placed.Add(OrderAsync(host, ct));
            await Task.Delay(TimeSpan.FromSeconds(1), ct);
        }
        return [.. await Task.WhenAll(placed)];
    }

    static async Task<double> OrderAsync(BenchHost host, CancellationToken ct)
    {
        var watch = Stopwatch.StartNew();
        using var reply = await host.Http.PostAsJsonAsync("/sandbox/api/shop/orders", new { email = "bench@example.com", items = new[] { new { sku = "SH-OAT-250", quantity = 1 } } }, ct);
        reply.EnsureSuccessStatusCode();
        var number = (await reply.Content.ReadFromJsonAsync<JsonObject>(ct))!["name"]!.GetValue<string>();
        for (var i = 0; i < 600; i++)
        {
            await using (var hub = host.OpenHub())
            {
                var order = await hub.Orders.AsNoTracking().Include(o => o.Lines).SingleOrDefaultAsync(o => o.Number == number, ct);
                if (order is { CustomerId: not null, Lines: [{ UnitCost: not null } line] } && await hub.Products.AnyAsync(p => p.ShopifyVariantId == line.ShopifyVariantId && p.Committed > 0, ct))
                    return watch.Elapsed.TotalMilliseconds;
            }
            await Task.Delay(100, ct);
        }
        throw new TimeoutException($"Order {number} did not reach the hub in a minute.");
    }

    /// <summary>Signed Messenger deliveries at a steady rate; a late answer does not hold up the next delivery.</summary>
    static async Task<List<double>> AcknowledgementsAsync(HttpClient http, string secret, string page, int perSecond, int seconds, CancellationToken ct)
    {
        List<Task<double>> sent = [];
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < perSecond * seconds; i++)
        {
            var due = TimeSpan.FromSeconds((double)i / perSecond) - watch.Elapsed;
            if (due > TimeSpan.Zero) await Task.Delay(due, ct);
            sent.Add(AcknowledgementAsync(http, secret, page, i, ct));
        }
        return [.. await Task.WhenAll(sent)];
    }

    static async Task<double> AcknowledgementAsync(HttpClient http, string secret, string page, int number, CancellationToken ct)
    {
        // A read receipt: stored and understood like all others, but nobody has to answer it.
        var body = Encoding.UTF8.GetBytes($$$"""
            {"object":"page","entry":[{"id":"{{{page}}}","time":1,"messaging":[{"sender":{"id":"9{{{number}}}"},"recipient":{"id":"{{{page}}}"},"timestamp":1,"read":{"watermark":{{{number}}}}}]}]}
            """);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/webhooks/meta") { Content = new ByteArrayContent(body) };
        request.Headers.Add("X-Hub-Signature-256", "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body)));
        var watch = Stopwatch.StartNew();
        using var response = await http.SendAsync(request, ct);
        response.EnsureSuccessStatusCode();
        return watch.Elapsed.TotalMilliseconds;
    }

    static string Percentiles(List<double> times)
    {
        times.Sort();
        return string.Create(CultureInfo.InvariantCulture, $"p50 {At(0.5):0.0} ms, p90 {At(0.9):0.0} ms, p99 {At(0.99):0.0} ms, max {times[^1]:0.0} ms");

        double At(double share) => times[Math.Min(times.Count - 1, (int)(share * times.Count))];
    }

    static void Print(string what, string figure, string bar) => Console.WriteLine($"{what,-52} {figure,-60} {bar}");
}
