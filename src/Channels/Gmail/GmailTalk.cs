using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MyCavoodle.Clients;
using MyCavoodle.Clients.Gmail;
using MyCavoodle.Hub;

namespace MyCavoodle.Channels.Gmail;

/// <summary>
/// Reads the mailbox. A push only says that something changed: what is new is read from the stored place in the history,
/// so late, lost and repeated pushes do no harm. https://developers.google.com/workspace/gmail/api/guides/sync
/// </summary>
/// <remarks>
/// Set-up: a Pub/Sub topic that gmail-api-push@system.gserviceaccount.com may publish to (<c>Gmail:Topic</c>), and a push
/// subscription to <c>https://…/webhooks/gmail</c> with authentication: its service account is <c>Gmail:PushServiceAccount</c>,
/// its audience <c>Gmail:PushAudience</c>. https://developers.google.com/workspace/gmail/api/guides/push
/// When Google's signing keys cannot be fetched, verifying throws, and Pub/Sub delivers again.
/// </remarks>
public sealed class GmailTalk(GmailClient gmail, GooglePushToken token, IDbContextFactory<HubContext> hubs, IOptions<GmailOptions> options) : ITalk
{
    public const string Cursor = "gmail-history";

    /// <summary>Read when there is no place to go on from: at the start, and when Gmail has forgotten it.</summary>
    const string RecentInbox = "in:inbox newer_than:2d";

    static readonly string[] NotForUs = ["SENT", "DRAFT", "SPAM", "TRASH", "CHAT"];

    public string Name => "gmail";
    public bool OneSpeaksForAll => true;

    /// <exception cref="ProviderException">Google's keys could not be fetched.</exception>
    public async ValueTask<VerifiedEnvelope?> VerifyAsync(WebhookRequest request, CancellationToken ct) =>
        await token.VerifyAsync(request.Header("Authorization"), ct) == PushVerdict.Genuine ? new(Key(request.Body), null, request.Body) : null;

    /// <summary>Whatever the push says, everything new is read; mail that cannot be read is set aside.</summary>
    public async IAsyncEnumerable<Inbound> ReadAsync(Delivery delivery, [EnumeratorCancellation] CancellationToken ct)
    {
        if (delivery.IsPart)
        {
            if (await HearAsync(JsonSerializer.Deserialize<SetAsideMail>(delivery.Body, JsonSerializerOptions.Web)!.Listed(), isCatchUp: false, ct) is { } replayed) yield return replayed;
            yield break;
        }
        var (mails, readUpTo, isCatchUp) = await NewMailsAsync(ct);
        foreach (var mail in mails)
            if (await HearAsync(mail, isCatchUp, ct) is { } inbound) yield return inbound;
        yield return new ReadUpTo(Cursor, readUpTo.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>What is kept of a mail that could not be read, to read it again when staff replay it.</summary>
    sealed record SetAsideMail(string Id, string? ThreadId)
    {
        public GmailMessageRef Listed() => new() { Id = Id, ThreadId = ThreadId ?? "" };
    }

    async Task<(IReadOnlyList<GmailMessageRef> Mails, ulong ReadUpTo, bool IsCatchUp)> NewMailsAsync(CancellationToken ct)
    {
        if (await StoredPlaceAsync(ct) is { } place && await gmail.HistorySinceAsync(place, ct) is { IsExpired: false } history)
            return (history.Added, history.HistoryId, false);
        // The place first: what arrives while listing is read twice rather than never.
        var now = (await gmail.ProfileAsync(ct)).HistoryId;
        List<GmailMessageRef> recent = [];
        await foreach (var mail in gmail.ListAsync(RecentInbox, ct)) recent.Add(mail);
        recent.Reverse();                                                    // listed newest first, heard in the order of writing
        return (recent, now, true);
    }

    async Task<ulong?> StoredPlaceAsync(CancellationToken ct)
    {
        await using var hub = await hubs.CreateDbContextAsync(ct);
        return ulong.TryParse(await hub.CursorAsync(Cursor, ct), CultureInfo.InvariantCulture, out var place) ? place : null;
    }

    async Task<Inbound?> HearAsync(GmailMessageRef listed, bool isCatchUp, CancellationToken ct)
    {
        if (listed.LabelIds.Any(NotForUs.Contains)) return null;
        try
        {
            var mail = await FetchAsync(listed.Id, ct);
            if (mail is null || mail.LabelIds.Any(NotForUs.Contains)) return null;
            // Found while catching up and opened by somebody already: a person has it in hand.
            var read = MailReader.Read(mail, options.Value.Mailbox);
            return isCatchUp && !mail.LabelIds.Contains("UNREAD") && read is InboundMessage said ? said with { ExpectsAnswer = false } : read;
        }
        // One strange mail must not hold the mailbox up for ever, whatever is strange about it. Outages are thrown: they pass.
        catch (Exception e) when (e is not OperationCanceledException and not ProviderException || e is ProviderException { Code: "unreadable" })
        {
            return new NotUnderstood($"Mail {listed.Id}: {e.Message}", JsonSerializer.Serialize(new SetAsideMail(listed.Id, listed.ThreadId), JsonSerializerOptions.Web));
        }
    }

    // A garbled answer can be the network's; twice garbled it is the mail's.
    async Task<GmailMessage?> FetchAsync(string id, CancellationToken ct)
    {
        try
        {
            return await gmail.MessageAsync(id, ct);
        }
        catch (ProviderException e) when (e.Code == "unreadable")
        {
            return await gmail.MessageAsync(id, ct);
        }
    }

    static string Key(byte[] body)
    {
        try
        {
            if (GmailJson.Push(System.Text.Encoding.UTF8.GetString(body)).DeliveryId is { Length: > 0 } id) return id;
        }
        catch (JsonException)
        {
            // Genuine, and of a shape we do not know: it still says that something changed.
        }
        return Convert.ToHexStringLower(SHA256.HashData(body));
    }
}
