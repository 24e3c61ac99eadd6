using Microsoft.EntityFrameworkCore;
using MyCavoodle.Hub;

namespace MyCavoodle.Bot.Flow;

/// <summary>
/// Writes down what people said: contact, conversation, message, and a turn for the assistant. Large deliveries are
/// committed in pieces; a piece that was committed before a crash is recognised by its keys.
/// </summary>
public sealed class Hear(TimeProvider time)
{
    const int Piece = 200;

    /// <summary>Commits all that was said; the delivery is done with the last piece.</summary>
    public async Task HearAsync(HubContext hub, Delivery delivery, IAsyncEnumerable<Inbound> said, CancellationToken ct)
    {
        var parts = 0;
        List<Inbound> piece = [];
        await foreach (var inbound in said.WithCancellation(ct))
        {
            piece.Add(inbound);
            if (piece.Count < Piece) continue;
            await WriteAsync(hub, delivery, piece, parts, isLast: false, ct);
            parts += piece.Count;
            piece.Clear();
        }
        await WriteAsync(hub, delivery, piece, parts, isLast: true, ct);
    }

    async Task WriteAsync(HubContext hub, Delivery delivery, List<Inbound> piece, int before, bool isLast, CancellationToken ct)
    {
        var keys = piece.OfType<InboundMessage>().Select(Key).Distinct().ToList();
        await using var transaction = await hub.Database.BeginTransactionAsync(ct);
        var known = (await hub.Messages.Where(m => keys.Contains(m.Key)).Select(m => m.Key).ToListAsync(ct)).ToHashSet();
        foreach (var (index, inbound) in piece.Index())
        {
            switch (inbound)
            {
                case InboundMessage message when known.Add(Key(message)):
                    await TakeDownAsync(hub, message, ct);
                    break;
                case SentEcho echo:
                    await ConfirmAsync(hub, echo, ct);
                    break;
                case NotUnderstood what:
                    await SetAsideAsync(hub, delivery.SetAside(before + index, what, time.GetUtcNow()), ct);
                    break;
                case ReadUpTo cursor:
                    await hub.MoveCursorAsync(cursor.Cursor, cursor.Value, time.GetUtcNow(), ct);
                    break;
            }
        }
        if (isLast) delivery.Complete(time.GetUtcNow());
        await hub.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
    }

    static async Task SetAsideAsync(HubContext hub, Delivery aside, CancellationToken ct)
    {
        if (!await hub.Inbox.AnyAsync(d => d.Source == aside.Source && d.Key == aside.Key, ct)) hub.Inbox.Add(aside);
    }

    async Task TakeDownAsync(HubContext hub, InboundMessage said, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var contact = await hub.ContactAsync(said.Channel, said.Address, said.Name, now, ct);
        var conversation = await hub.ConversationAsync(contact, said.ThreadKey, said.Subject, now, ct);
        conversation.Hear(said.At);
        var message = new Message
        {
            ConversationId = conversation.Id,
            Conversation = conversation,
            Author = Author.Contact,
            Text = Clean(said.Text),
            At = said.At,
            Key = Key(said),
            MailId = said.MailId,
            SenderProven = said.SenderProven,
        };
        hub.Messages.Add(message);
        // The lane needs the conversation's id, which a new conversation gets from the database.
        await hub.SaveChangesAsync(ct);
        if (said.ExpectsAnswer) hub.Turns.Add(TurnFor(message, now));
    }

    static Turn TurnFor(Message message, DateTimeOffset now) => new()
    {
        ConversationId = message.ConversationId,
        MessageId = message.Id,
        Lane = $"conversation-{message.ConversationId}",
        CreatedAt = now,
        DueAt = now,
    };

    async Task ConfirmAsync(HubContext hub, SentEcho echo, CancellationToken ct)
    {
        var item = await hub.Outbox.SingleOrDefaultAsync(o => o.Key == echo.OutboxKey && o.State != WorkState.Done, ct);
        item?.Sent(echo.ProviderId, time.GetUtcNow());
    }

    /// <summary>PostgreSQL's text cannot hold a null character, and half a surrogate pair is no text anywhere.</summary>
    static string Clean(string text) =>
        string.Concat(text.EnumerateRunes().Where(r => r.Value != 0));

    static string Key(InboundMessage message) => $"{message.Channel}:{message.Key}";
}
