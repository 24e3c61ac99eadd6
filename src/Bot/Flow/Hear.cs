using Microsoft.EntityFrameworkCore;
using MyCavoodle.Hub;

namespace MyCavoodle.Bot.Flow;

/// <summary>
/// Writes down what people said: contact, conversation, message, and a turn for the assistant. Many small deliveries share
/// a commit and a large one is committed in pieces; a piece that was committed before a crash is recognised by its keys.
/// </summary>
public sealed class Hear(TimeProvider time)
{
    const int Piece = 200;

    /// <summary>Commits all that was said; each delivery is done with its last word.</summary>
    public async Task HearAsync(HubContext hub, ITalk talk, IReadOnlyList<Delivery> deliveries, CancellationToken ct)
    {
        List<Word> piece = [];
        var speaker = talk.OneSpeaksForAll ? deliveries.LastOrDefault(d => !d.IsPart) : null;
        foreach (var delivery in deliveries)
        {
            var part = 0;
            if (speaker is null || delivery == speaker || delivery.IsPart)
                await foreach (var inbound in talk.ReadAsync(delivery, ct))
                {
                    piece.Add(new(delivery, part++, inbound));
                    if (piece.Count >= Piece) await WriteAsync(hub, piece, ct);
                }
            piece.Add(new(delivery, part, null));
        }
        await WriteAsync(hub, piece, ct);
    }

    /// <summary>One thing of a delivery; null: the delivery ends here.</summary>
    sealed record Word(Delivery Delivery, int Part, Inbound? Said);

    async Task WriteAsync(HubContext hub, List<Word> piece, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        await using var transaction = await hub.Database.BeginTransactionAsync(ct);
        var desk = await HearingDesk.ForAsync(hub, [.. piece.Select(w => w.Said).OfType<InboundMessage>()], now, ct);
        foreach (var word in piece)
        {
            switch (word.Said)
            {
                case InboundMessage message:
                    desk.TakeDown(message);
                    break;
                case SentEcho echo:
                    await ConfirmAsync(hub, echo, now, ct);
                    break;
                case NotUnderstood what:
                    await SetAsideAsync(hub, word.Delivery.SetAside(word.Part, what, now), ct);
                    break;
                case ReadUpTo cursor:
                    await hub.MoveCursorAsync(cursor.Cursor, cursor.Value, now, ct);
                    break;
                case null:
                    word.Delivery.Complete(now);
                    break;
            }
        }
        await hub.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        piece.Clear();
    }

    static async Task SetAsideAsync(HubContext hub, Delivery aside, CancellationToken ct)
    {
        if (!await hub.Inbox.AnyAsync(d => d.Source == aside.Source && d.Key == aside.Key, ct)) hub.Inbox.Add(aside);
    }

    static async Task ConfirmAsync(HubContext hub, SentEcho echo, DateTimeOffset now, CancellationToken ct)
    {
        // One statement, so that it cannot undo what the outbox worker records at the same time.
        await hub.Outbox.Where(o => o.Key == echo.OutboxKey && o.State != WorkState.Done).ExecuteUpdateAsync(o => o
            .SetProperty(x => x.ProviderId, echo.ProviderId).SetProperty(x => x.State, WorkState.Done).SetProperty(x => x.FinishedAt, now), ct);
    }
}
