using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using MyCavoodle.Clients.Http;

namespace MyCavoodle.Clients.Meta;

/// <summary>
/// Messenger, Instagram and ad spend over the Graph API, with a Page token.
/// https://developers.facebook.com/docs/messenger-platform/send-messages · https://developers.facebook.com/docs/marketing-api/insights
/// </summary>
/// <exception cref="ProviderException">
/// Any refusal; <see cref="ProviderException.Code"/> is Meta's code and subcode, <see cref="MetaRefusal"/> names those that matter.
/// </exception>
public sealed class MetaClient(HttpClient http, MetaOptions options)
{
    public const string Provider = "Meta";

    /// <summary>
    /// Answers a person who wrote within 24 hours. Never repeated here: after a time-out the message may have arrived, which the
    /// echo (it carries <paramref name="metadata"/>) or <see cref="ConversationAsync"/> shows.
    /// </summary>
    /// <param name="accountId">The Page or Instagram account that speaks.</param>
    /// <param name="recipientId">The person, by the id this account knows them under.</param>
    /// <param name="text">At most 2,000 characters for Messenger, 1,000 bytes for Instagram: the channel splits.</param>
    /// <param name="metadata">Comes back with the echo; empty for none.</param>
    /// <returns>Meta's message id.</returns>
    public async Task<string> SendTextAsync(string accountId, string recipientId, string text, string metadata, CancellationToken ct)
    {
        var body = new
        {
            recipient = new { id = recipientId },
            messaging_type = "RESPONSE",
            message = new { text, metadata = string.IsNullOrEmpty(metadata) ? null : metadata },
        };
        var sent = await CallAsync<SentMessage>(HttpMethod.Post, $"{Uri.EscapeDataString(accountId)}/messages", [], body, ct);
        return sent.MessageId ?? throw new ProviderException(Provider, "the send was accepted without a message id");
    }

    /// <summary>The recent messages between an account and a person, newest first as Meta lists them (at most 20); empty when they never spoke.</summary>
    /// <param name="platform"><c>messenger</c> or <c>instagram</c>.</param>
    public async Task<IReadOnlyList<MetaMessage>> ConversationAsync(string accountId, string platform, string userId, CancellationToken ct)
    {
        var reply = await CallAsync<Page<Conversation>>(HttpMethod.Get, $"{Uri.EscapeDataString(accountId)}/conversations",
            [("platform", platform), ("user_id", userId), ("fields", "updated_time,messages.limit(20){id,created_time,from,message}")], null, ct);
        return [.. reply.Data.SelectMany(c => c.Messages?.Data ?? []).Where(m => m.Id is not null)
            .Select(m => new MetaMessage(m.Id!, m.CreatedTime, m.From?.Id, m.Message))];
    }

    /// <summary>The name a person goes by. Instagram knows a name and a user name, Messenger a first and a last name.</summary>
    public Task<MetaProfile> ProfileAsync(string userId, string platform, CancellationToken ct) =>
        CallAsync<MetaProfile>(HttpMethod.Get, Uri.EscapeDataString(userId),
            [("fields", platform == "instagram" ? "name,username" : "first_name,last_name")], null, ct);

    /// <summary>
    /// What the ads cost on each day from <paramref name="since"/> to <paramref name="until"/>, both included, in the ad account's
    /// currency and time zone. Meta has no row for a day without delivery: that is 0. Recent days still change: read a week again.
    /// </summary>
    public async Task<IReadOnlyList<MetaAdSpend>> AdSpendAsync(DateOnly since, DateOnly until, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(options.AdAccountId))
            throw new ProviderException(Provider, "no ad account configured", code: ProviderException.NotConfigured);
        var account = options.AdAccountId.StartsWith("act_", StringComparison.Ordinal) ? options.AdAccountId : "act_" + options.AdAccountId;
        var spent = new Dictionary<DateOnly, decimal>();
        string? after = null;
        do
        {
            var page = await CallAsync<Page<Insight>>(HttpMethod.Get, $"{Uri.EscapeDataString(account)}/insights",
                [
                    ("fields", "spend"), ("level", "account"), ("time_increment", "1"), ("limit", "500"), ("after", after),
                    ("time_range", string.Create(CultureInfo.InvariantCulture, $$"""{"since":"{{since:yyyy-MM-dd}}","until":"{{until:yyyy-MM-dd}}"}""")),
                ], null, ct);
            foreach (var day in page.Data)
                spent[day.DateStart] = spent.GetValueOrDefault(day.DateStart) + day.Spend;
            after = page.Paging?.Next is null ? null : page.Paging.Cursors?.After;
        }
        while (after is not null);
        return [.. Enumerable.Range(0, Math.Max(0, until.DayNumber - since.DayNumber + 1)).Select(since.AddDays)
            .Select(day => new MetaAdSpend(day, spent.GetValueOrDefault(day)))];
    }

    // The proof shows that the caller holds the app's secret too: an app may demand it, and none refuses it.
    // https://developers.facebook.com/docs/graph-api/guides/secure-requests
    async Task<T> CallAsync<T>(HttpMethod method, string path, (string Key, string? Value)[] query, object? body, CancellationToken ct)
    {
        options.EnsureConfigured(Provider);
        var proof = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(options.AppSecret!), Encoding.UTF8.GetBytes(options.AccessToken!)));
        using var request = new HttpRequestMessage(method, options.BaseUrl.Below($"{path}?{Wire.Query([.. query, ("appsecret_proof", proof)])}"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", options.AccessToken);
        if (body is not null)
            request.Content = JsonContent.Create(body, options: MetaJson.Options);
        using var response = await http.SendAsync(request, ct);
        return response.IsSuccessStatusCode ? await response.ReadAsync<T>(Provider, MetaJson.Options, ct) : throw await MetaRefusal.OfAsync(response, ct);
    }

    sealed record SentMessage(string? MessageId);
    sealed record Conversation(Page<ReadMessage>? Messages);
    sealed record ReadMessage(string? Id, [property: JsonConverter(typeof(MetaTime))] DateTimeOffset? CreatedTime, MetaAuthor? From, string? Message);
    sealed record Insight(DateOnly DateStart, decimal Spend);
    sealed record Paging(Cursors? Cursors, string? Next);
    sealed record Cursors(string? After);
    sealed record Page<T>
    {
        public IReadOnlyList<T> Data { get; init => field = value ?? []; } = [];
        public Paging? Paging { get; init; }
    }
}

/// <summary>A message read back. <paramref name="FromId"/> is the account's own id when our side wrote it.</summary>
public sealed record MetaMessage(string Id, DateTimeOffset? CreatedAt, string? FromId, string? Text);

public sealed record MetaProfile(string? Name, string? Username, string? FirstName, string? LastName)
{
    /// <summary>What to call them; null when Meta keeps it to itself.</summary>
    [JsonIgnore]
    public string? DisplayName => new[] { Name, $"{FirstName} {LastName}".Trim(), Username }.FirstOrDefault(n => !string.IsNullOrWhiteSpace(n));
}

public sealed record MetaAdSpend(DateOnly Date, decimal Spend);
