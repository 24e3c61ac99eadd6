namespace MyCavoodle.Assistant.Offline.Topics;

/// <summary>The order number and the email that a customer gave in this conversation, the latest of each.</summary>
static class Proof
{
    public static (string? Number, string? Email) From(Scene scene, Reading reading, Wording wording)
    {
        if (scene.Audience != Audience.Customer) return (reading.Slots.OrderNumber, reading.Slots.Email);
        var refusals = scene.Said.Select((s, i) => (s, i)).Where(s => !s.s.ByContact && wording.Is("order_refused", s.s.Text)).Select(s => s.i).ToList();
        var before = Latest(scene.Said.Take(refusals.LastOrDefault(-1) + 1));
        var since = Latest(scene.Said.Skip(refusals.LastOrDefault(-1) + 1));
        if (refusals.Count == 0) return since;
        // A pair that was refused is not tried again: one of the two must be new, or both are asked for once more.
        var corrected = (Number: since.Number ?? before.Number, Email: since.Email ?? before.Email);
        return corrected == before ? (null, null) : corrected;
    }

    static (string? Number, string? Email) Latest(IEnumerable<Said> said)
    {
        var slots = said.Where(s => s.ByContact).Select(s => Slots.In(Utterance.Of(s.Text).Text)).Reverse().ToList();
        return (slots.Select(s => s.OrderNumber).FirstOrDefault(n => n is not null), slots.Select(s => s.Email).FirstOrDefault(e => e is not null));
    }
}
