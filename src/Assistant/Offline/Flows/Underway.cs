namespace MyCavoodle.Assistant.Offline.Flows;

/// <summary>
/// A deed that was begun and not settled yet, as the transcript tells: nothing is kept between turns.
/// </summary>
/// <param name="Since">The message it began with, by its place in <see cref="Scene.Said"/>.</param>
/// <param name="Asked">What we asked for last; null: the order, or for a yes.</param>
/// <param name="Asks">What our last reply about it wanted.</param>
/// <param name="IsFresh">Our very last reply was that.</param>
/// <param name="Times">So many replies running wanted just that.</param>
sealed record Underway(Flow Flow, int Since, Asks Asks, Need? Asked, bool IsFresh, int Times)
{
    /// <summary>Replies about something else after which it is forgotten.</summary>
    const int Patience = 3;

    public bool HasBegun => Asks != Asks.Nothing;

    /// <summary>What is under way when the contact's latest message arrives.</summary>
    public static Underway? In(Scene scene, Func<string, Reading> read, FlowBook flows, Wording wording)
    {
        Underway? now = null;
        var idle = 0;
        foreach (var (at, said) in scene.Said.SkipLast(1).Index())
        {
            if (said.ByContact)
            {
                if (Meant(read(said.Text), flows, now) is not { } flow || flow == now?.Flow) continue;
                (now, idle) = (new(flow, at, Asks.Nothing, null, false, 0), 0);
            }
            else if (now is not null)
            {
                if (Wording.Says(said.Text, now.Flow.Dropped) || wording.IsHandoff(said.Text)) now = null;
                else if (now.After(said.Text, wording) is { } next) (now, idle) = (next, 0);
                else now = ++idle < Patience ? now with { IsFresh = false } : null;
            }
        }
        return now;
    }

    /// <summary>The deed a message is about, in the light of what is under way; null: none, or still the same.</summary>
    public static Flow? Meant(Reading reading, FlowBook flows, Underway? now)
    {
        var wanted = flows.WantedIn(reading);
        var other = wanted.FirstOrDefault(f => f != now?.Flow);
        // "The brush, I changed my mind": an answer to our question is no new wish.
        return now is { Asks: Asks.Need } && !Turn.ChangesMind(reading.Utterance.Text) ? null : other ?? (wanted.Count > 0 ? wanted[0] : null);
    }

    Underway? After(string reply, Wording wording)
    {
        var asks = Wording.Says(reply, Flow.Question) ? Asks.Consent
            : Flow.Needs.Any(n => Wording.Says(reply, n.Ask)) ? Asks.Need
            : Topics.Proof.Asks.Any(id => wording.Is(id, reply)) ? Asks.Order : Asks.Nothing;
        if (asks == Asks.Nothing) return null;
        var need = asks == Asks.Need ? Flow.Needs.First(n => Wording.Says(reply, n.Ask)) : null;
        return this with { Asks = asks, Asked = need, IsFresh = true, Times = asks == Asks && need == Asked && IsFresh ? Times + 1 : 1 };
    }
}

/// <summary>What a reply about a deed wants of the contact.</summary>
enum Asks { Nothing, Order, Need, Consent }
