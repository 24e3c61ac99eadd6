using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MyCavoodle.Assistant;
using MyCavoodle.Hub;
using MyCavoodle.Understanding;
using MyCavoodle.Understanding.Alarms;
using MyCavoodle.Understanding.Languages;
using MyCavoodle.Understanding.Times;

namespace MyCavoodle.Bot.Flow;

/// <summary>
/// Reads a contact's message without a language model and writes down how: for the inquiry, for the model's prompt and
/// for the desk. Becomes true with the caller's commit.
/// </summary>
public sealed class Understand(MessageReader reader, ShopNames names)
{
    /// <summary>Below this an intent is a guess and is not written down.</summary>
    const double Likely = 0.15;

    public async Task<Reading> ReadAsync(HubContext hub, Conversation conversation, Message message, Inquiry? inquiry, CancellationToken ct)
    {
        var known = await hub.Readings.Include(r => r.Inquiry).SingleOrDefaultAsync(r => r.MessageId == message.Id, ct);
        if (known is not null) return known;
        var read = reader.Read(message.Text, await names.ReaderAsync(hub, ct), new TimeSetting(message.At, Sydney.Zone));
        var reading = new Reading
        {
            MessageId = message.Id,
            ConversationId = conversation.Id,
            Intents = string.Join(", ", read.Intents.Wants.Where(w => w.Probability >= Likely)
                .Select(w => string.Create(CultureInfo.InvariantCulture, $"{w.Intent} {w.Probability:0.00}"))),
            IsSure = read.Intents.IsSure,
            OutOfScope = Math.Round((decimal)read.Intents.OutOfScope, 3),
            Category = Enum.Parse<InquiryCategory>(read.Category.Replace(" ", "", StringComparison.Ordinal)),
            Urgency = Enum.Parse<Urgency>(read.Urgency.Level.ToString()),
            Sentiment = read.Sentiment.Rounded,
            Language = read.Language.Language.Code(),
            Slots = Words(read.Slots.Spoken),
            Flags = Words(read.Flags),
            Evidence = Words(read.Evidence.Select(e => $"{e.Of}: {string.Join(" ", e.Words)}"), "; "),
        };
        hub.Readings.Add(reading);
        inquiry?.Understand(reading);
        return reading;
    }

    /// <summary>What the model made of the same message: its own reading where it noted one, and whom it called.</summary>
    public static void Compare(Reading reading, TurnNotes notes, Decision decision)
    {
        if (notes.ModelReading is { } own) reading.Compare(own.Category, own.Urgency, own.Sentiment);
        foreach (var (reason, kind) in Grave)
            if (decision is Escalate called && called.Reason == reason && !Tells(reading, kind)) reading.Disagree($"a person was called for {Escalations.Spoken(reason)}");
            else if (decision is not Escalate && Tells(reading, kind)) reading.Disagree($"no person was called for {Escalations.Spoken(reason)}");
    }

    static readonly (EscalationReason, AlarmKind)[] Grave =
        [(EscalationReason.HarmToAnimal, AlarmKind.Harm), (EscalationReason.Legal, AlarmKind.Legal), (EscalationReason.Press, AlarmKind.Press)];

    static bool Tells(Reading reading, AlarmKind kind) => reading.Flags?.Contains(MessageReading.Spoken(kind), StringComparison.Ordinal) == true;

    static string? Words(IEnumerable<string> words, string between = ", ") =>
        string.Join(between, words.Distinct()) is { Length: > 0 } all ? all.CutAt(500) : null;
}
