using System.Buffers.Text;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using MyCavoodle.Clients.Http;

namespace MyCavoodle.Clients.Gmail;

/// <summary>
/// The shop's mailbox over the Gmail API. https://developers.google.com/workspace/gmail/api/reference/rest
/// An access token that Gmail refuses is renewed once.
/// </summary>
/// <exception cref="ProviderException">
/// Any refusal; <see cref="ProviderException.Code"/> is Google's reason. Quota refusals are transient whether they come as 403 or 429.
/// </exception>
public sealed partial class GmailClient(HttpClient http, GmailAccess access, GmailOptions options, TimeProvider time)
{
    public const string Provider = "Gmail";

    /// <summary>Asks for pushes about the inbox and sent mail (people answering from Gmail itself). Expires after seven days: renew daily.</summary>
    public Task<GmailWatch> WatchAsync(CancellationToken ct) =>
        CallAsync<GmailWatch>(HttpMethod.Post, "watch",
            new { topicName = options.Topic, labelIds = new[] { "INBOX", "SENT" }, labelFilterBehavior = "INCLUDE" }, true, ct);

    /// <summary>
    /// Mail added since a stored place, each once, drafts left out. Our own sent mail is among it, labelled SENT.
    /// https://developers.google.com/workspace/gmail/api/guides/sync
    /// </summary>
    public async Task<GmailHistory> HistorySinceAsync(ulong startHistoryId, CancellationToken ct)
    {
        var added = new Dictionary<string, GmailMessageRef>();
        var start = startHistoryId.ToString(CultureInfo.InvariantCulture);
        string? pageToken = null;
        try
        {
            while (true)
            {
                var page = await CallAsync<HistoryPage>(HttpMethod.Get, "history?" + Wire.Query(("startHistoryId", start),
                    ("historyTypes", "messageAdded"), ("maxResults", "500"), ("pageToken", pageToken)), null, true, ct);
                foreach (var message in page.History.SelectMany(h => h.MessagesAdded).Select(a => a.Message))
                    if (message is not null && !message.LabelIds.Contains("DRAFT"))
                        added.TryAdd(message.Id, message);
                if (string.IsNullOrEmpty(pageToken = page.NextPageToken))
                    return new([.. added.Values], Math.Max(page.HistoryId, startHistoryId), false);
            }
        }
        catch (ProviderException e) when (e.Status == HttpStatusCode.NotFound)
        {
            return new([], 0, true);
        }
    }

    /// <summary>Mail that a Gmail search finds (<c>newer_than:2d in:inbox</c>), newest first.</summary>
    public async IAsyncEnumerable<GmailMessageRef> ListAsync(string query, [EnumeratorCancellation] CancellationToken ct)
    {
        string? pageToken = null;
        do
        {
            var page = await CallAsync<ListPage>(HttpMethod.Get, "messages?" + Wire.Query(("q", query), ("maxResults", "500"), ("pageToken", pageToken)), null, true, ct);
            foreach (var message in page.Messages)
                yield return message;
            pageToken = page.NextPageToken;
        }
        while (!string.IsNullOrEmpty(pageToken));
    }

    /// <summary>A whole mail; null when it was deleted meanwhile.</summary>
    public async Task<GmailMessage?> MessageAsync(string id, CancellationToken ct)
    {
        try
        {
            return await CallAsync<GmailMessage>(HttpMethod.Get, $"messages/{Uri.EscapeDataString(id)}?format=full", null, true, ct);
        }
        catch (ProviderException e) when (e.Status == HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    /// <summary>
    /// Sends an RFC 5322 mail. It joins a thread only if the id is given, In-Reply-To and References name the original, and the
    /// subject matches. Never repeated here: after a time-out look into <see cref="ThreadAsync"/> for X-MyCavoodle-Id first.
    /// </summary>
    public Task<GmailMessageRef> SendAsync(ReadOnlyMemory<byte> raw, string? threadId, CancellationToken ct) =>
        CallAsync<GmailMessageRef>(HttpMethod.Post, "messages/send", new { raw = Base64Url.EncodeToString(raw.Span), threadId }, false, ct);

    /// <summary>A conversation with all its mails, oldest first; null when it is gone.</summary>
    public async Task<GmailThread?> ThreadAsync(string id, CancellationToken ct)
    {
        try
        {
            return await CallAsync<GmailThread>(HttpMethod.Get, $"threads/{Uri.EscapeDataString(id)}?format=full", null, true, ct);
        }
        catch (ProviderException e) when (e.Status == HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    /// <summary>The mailbox's address and where its history stands; take it before listing, to miss nothing.</summary>
    public Task<GmailProfile> ProfileAsync(CancellationToken ct) => CallAsync<GmailProfile>(HttpMethod.Get, "profile", null, true, ct);

    /// <summary>Adds and removes labels, by id (<c>UNREAD</c>, <c>Label_7</c>).</summary>
    public Task<GmailMessageRef> ModifyAsync(string id, IEnumerable<string> add, IEnumerable<string> remove, CancellationToken ct) =>
        CallAsync<GmailMessageRef>(HttpMethod.Post, $"messages/{Uri.EscapeDataString(id)}/modify", new { addLabelIds = add, removeLabelIds = remove }, true, ct);

    async Task<T> CallAsync<T>(HttpMethod method, string path, object? body, bool repeatable, CancellationToken ct)
    {
        options.EnsureConfigured(Provider);
        var token = await access.TokenAsync(ct);
        var response = await SendAsync(method, path, body, repeatable, token, ct);
        if (response.StatusCode == HttpStatusCode.Unauthorized)
        {
            response.Dispose();                                     // refused before anything was done, so even a send may go again
            access.Forget(token);
            response = await SendAsync(method, path, body, repeatable, await access.TokenAsync(ct), ct);
        }
        using (response)
            return response.IsSuccessStatusCode ? await response.ReadAsync<T>(Provider, GmailJson.Options, ct) : throw await RefusalAsync(response, path.Split('?')[0], ct);
    }

    async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, object? body, bool repeatable, string token, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(method, options.BaseUrl.Below("gmail/v1/users/me/" + path));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Options.Set(PatientHandler.Repeatable, repeatable);
        if (body is not null)
            request.Content = JsonContent.Create(body, options: GmailJson.Options);
        return await http.SendAsync(request, ct);
    }

    // https://developers.google.com/workspace/gmail/api/guides/handle-errors
    async Task<ProviderException> RefusalAsync(HttpResponseMessage response, string what, CancellationToken ct)
    {
        var error = (await response.ErrorAsync(ct)).At("error");
        var reason = error.At("errors") is { ValueKind: System.Text.Json.JsonValueKind.Array } list && list.GetArrayLength() > 0
            ? ((System.Text.Json.JsonElement?)list[0]).At("reason").Text() : null;
        var words = error.At("message").Text() ?? "no reason given";
        var isQuota = reason is "rateLimitExceeded" or "userRateLimitExceeded" or "dailyLimitExceeded" or "quotaExceeded";
        return new ProviderException(Provider, $"{what}: {response.StatusCode.Named()}, {reason ?? "no reason"}: {words.Short()}", response.StatusCode,
            isQuota || PatientHandler.IsTransient(response.StatusCode), RetryAfter.Of(response, time) ?? RetryTime(words), reason);
    }

    // "User-rate limit exceeded. Retry after 2026-11-22T08:15:00.000Z"
    TimeSpan? RetryTime(string words) =>
        RetryWords().Match(words) is { Success: true } m && DateTimeOffset.TryParse(m.Groups[1].ValueSpan, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            ? RetryAfter.Until(at, time) : null;

    [GeneratedRegex(@"Retry after (\d{4}-\d\d-\d\dT[\d:.]+Z)", RegexOptions.IgnoreCase)]
    private static partial Regex RetryWords();

    sealed record HistoryPage
    {
        public IReadOnlyList<HistoryRecord> History { get; init => field = value ?? []; } = [];   // missing when nothing happened
        public string? NextPageToken { get; init; }
        public ulong HistoryId { get; init; }
    }

    sealed record HistoryRecord
    {
        public IReadOnlyList<AddedMessage> MessagesAdded { get; init => field = value ?? []; } = [];
    }

    sealed record AddedMessage(GmailMessageRef? Message);

    sealed record ListPage
    {
        public IReadOnlyList<GmailMessageRef> Messages { get; init => field = value ?? []; } = [];
        public string? NextPageToken { get; init; }
    }
}
