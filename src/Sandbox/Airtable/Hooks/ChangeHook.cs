using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using MyCavoodle.Sandbox.Deliveries;
using MyCavoodle.Sandbox.Wire;

namespace MyCavoodle.Sandbox.Airtable.Hooks;

/// <summary>
/// Somebody's wish to hear of a base's changes: keeps what happened for them to fetch, and rings. The ring carries no data;
/// changes that come before it has left share it. https://airtable.com/developers/web/api/webhooks-overview
/// </summary>
sealed class ChangeHook(Base home, HookSpecification specification, Uri? url, SandboxWorld world)
{
    public static readonly TimeSpan Life = TimeSpan.FromDays(7);
    public const int MostRetries = 13;

    readonly List<(DateTimeOffset At, byte[] Packed)> payloads = [];
    readonly byte[] secret = RandomNumberGenerator.GetBytes(64);
    int dropped;
    bool rings;
    volatile bool isDeleted;

    public string Id { get; } = AirtableId.New("ach");
    public string SecretBase64 => Convert.ToBase64String(secret);
    public DateTimeOffset ExpiresAt { get; private set; } = home.Now + Life;
    public bool IsAlive => home.Now < ExpiresAt;
    /// <summary>Payloads can be read a while longer than they are made.</summary>
    public bool IsForgotten => home.Now >= ExpiresAt + Life;
    public bool IsEnabled { get; private set; } = true;
    public PingResult? LastResult { get; private set; }
    public DateTimeOffset? LastSuccessAt { get; private set; }
    /// <summary>Counts from 1 and never back.</summary>
    public int NextCursor => dropped + payloads.Count + 1;
    public HookSpecification Specification => specification;
    public Uri? Url => url;

    /// <returns>False where it is too late.</returns>
    public bool Refresh()
    {
        if (!IsAlive) return false;
        ExpiresAt = home.Now + Life;
        return true;
    }

    public void Enable(bool enabled)
    {
        var wasSilent = enabled && !IsEnabled;
        IsEnabled = enabled;
        if (wasSilent && payloads.Count > 0) Ring();
    }

    /// <summary>No ring is repeated from now on.</summary>
    public void Delete() => isDeleted = true;

    public void Notice(Transaction transaction)
    {
        if (!IsAlive || new HookPayload(specification, transaction).Json() is not { } payload) return;
        payloads.Add((transaction.At, Pack(payload)));
        Forget();
        if (IsEnabled) Ring();
    }

    public (IReadOnlyList<JsonNode> Page, int Cursor, bool MightHaveMore) Payloads(int cursor, int limit)
    {
        Forget();
        var from = Math.Clamp(cursor - 1 - dropped, 0, payloads.Count);
        var page = payloads.GetRange(from, Math.Min(limit, payloads.Count - from));
        var next = from + page.Count;
        return ([.. page.Select(p => Unpack(p.Packed))], dropped + next + 1, next < payloads.Count);
    }

    /// <summary>Kept for a week, and seldom more than once asked for: as objects the rows of a whole shop are fifty megabytes.</summary>
    static byte[] Pack(JsonObject payload)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest)) JsonSerializer.Serialize(brotli, payload, Answer.Json);
        return packed.ToArray();
    }

    static JsonNode Unpack(byte[] packed)
    {
        using var brotli = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress);
        return JsonNode.Parse(brotli)!;
    }

    void Forget()
    {
        var old = payloads.TakeWhile(p => p.At < home.Now - Life).Count();
        payloads.RemoveRange(0, old);
        dropped += old;
    }

    void Ring()
    {
        if (url is null || rings) return;
        rings = true;
        var body = Encoding.UTF8.GetBytes(new JsonObject
        {
            ["base"] = new JsonObject { ["id"] = home.Id }, ["webhook"] = new JsonObject { ["id"] = Id }, ["timestamp"] = Moment.Write(home.Now),
        }.ToJsonString(Answer.Json));
        var headers = new Dictionary<string, string> { ["X-Airtable-Content-MAC"] = "hmac-sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(secret, body)) };
        var delivery = world.Courier.Send(new Webhook("airtable", "ping", $"airtable:{Id}", body, () => url, () => headers)
        {
            Manner = new Manner { Accepts = status => status is 200 or 204, Patience = TimeSpan.FromSeconds(25), MostTries = MostRetries + 1, FirstPause = world.Options.AirtableFirstRetryPause },
            Leaving = Left, Ended = Ended, IsOver = () => isDeleted,
        });
        if (delivery.State == "lost") rings = false;
    }

    /// <summary>What changes from now on needs another ring: this one may be answered already.</summary>
    void Left()
    {
        lock (world.Gate) rings = false;
    }

    void Ended(Attempt attempt)
    {
        lock (world.Gate)
        {
            var willRetry = !attempt.Accepted && attempt.Number <= MostRetries;
            LastResult = new PingResult(attempt, home.Now, willRetry);
            if (attempt.Accepted) LastSuccessAt = home.Now;
            // The ring is dropped, and so is hope: somebody must enable it again.
            else if (!willRetry) IsEnabled = false;
            if (willRetry) rings = true;
        }
    }
}
