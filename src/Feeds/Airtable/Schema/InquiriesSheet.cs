using Microsoft.EntityFrameworkCore;
using MyCavoodle.Hub;

namespace MyCavoodle.Feeds.Airtable;

/// <summary>An inquiry, and what changes hands with it when it is assigned.</summary>
/// <param name="Matters">Null where it is only read.</param>
public sealed record HeldInquiry(Inquiry Inquiry, OpenMatters? Matters, DateTimeOffset Now);

public sealed class InquiriesSheet(TimeProvider time) : Sheet<HeldInquiry>
{
    public override MirrorTable Table => MirrorTable.Inquiries;
    public override string Name => "Customer Inquiries";
    public override string Meaning => "Every question of a customer, from asking to answer.";

    public override IReadOnlyList<SchemaField> Fields { get; } =
    [
        System("Inquiry ID", CellType.Text, "The hub's own id; the key.", i => Text(i.Inquiry.Id)),
        System("Date Created", CellType.Instant, "When it was asked.", i => i.Inquiry.CreatedAt),
        System("Platform", CellType.Choice<Platform>(), "Where it was asked; Shopify is the shop's own form.", i => i.Inquiry.Platform),
        System("Customer Email", CellType.Email, "The address it was written from, or the proven customer's; lower case.", i => i.Inquiry.CustomerEmail),
        System("Customer", CellType.Link(MirrorTable.Customers, "Customers"), "Who asked, once they are known.", i => i.Inquiry.CustomerId),
        System("Subject", CellType.Text, "Of an email or a form.", i => i.Inquiry.Subject),
        System("Message", CellType.LongText, "The customer's own words, cut at 2,000 characters.", i => i.Inquiry.Message),
        System("Category", CellType.Choice<InquiryCategory>(), "What it is about.", i => i.Inquiry.Category),
        System("Urgency", CellType.Choice<Urgency>(), "How soon it must be resolved; see SLA Status.", i => i.Inquiry.Urgency),
        System("Sentiment Score", CellType.Number("−5 to +5"), "−5 (angry) to +5 (delighted); empty: not measured.", i => i.Inquiry.SentimentScore),
        System("Status", CellType.Choice<InquiryStatus>(), "New, In Progress, Resolved, Escalated or Closed.", i => i.Inquiry.Status),
        Team("Assigned To", CellType.Choice<InquiryHolder>(), "Who has it. AI Bot: the assistant answers again, from the next message on. VA or Bella: the assistant stays silent. VA also stands for Josh.",
            Entry.Choice<InquiryHolder>(), InquiryHolder? (i) => HolderOf(i.Inquiry), (i, v) => Assign(i, v ?? InquiryHolder.AiBot)),
        System("Response Sent", CellType.Check, "It was answered.", i => i.Inquiry.ResponseSent),
        System("Response Time Minutes", CellType.Number("minutes", 1), "Minutes from asking to the first answer; empty before it.", i => i.Inquiry.ResponseMinutes),
        System("Customer Satisfaction", CellType.Rating, "1 to 5, as the customer gave it.", i => i.Inquiry.SatisfactionScore),
        System("SLA Status", CellType.Choice<SlaStatus>(), "Two clocks: a first answer within 5 minutes; resolution within 4 hours (Urgent), 1 day (High), 2 days (Medium), 3 days (Low). Breached: a clock ran out. Met: resolved in time. At Risk: three quarters of a running clock are gone. Else On Track.",
            (i, at) => i.Inquiry.SlaStatusAt(at.Now)),
        System("Date Resolved", CellType.Instant, "When it was resolved; empty before.", i => i.Inquiry.ResolvedAt),
        ByHand("Days Open", "number, no decimals", "Whole Sydney days from asking to resolving, or to today.",
            SydneyFormula.Days(SydneyFormula.DayOf("{Date Created}"), $"IF({{Date Resolved}}, {SydneyFormula.DayOf("{Date Resolved}")}, {SydneyFormula.Today})")),
        Team("Resolution Notes", CellType.LongText, "How it was settled.", Entry.Text, i => i.Inquiry.ResolutionNotes, (i, v) => i.Inquiry.ResolutionNotes = v),
        Notes(i => i.Inquiry.SyncNote),
    ];

    static InquiryHolder HolderOf(Inquiry inquiry) => inquiry.AssignedTo switch
    {
        null => InquiryHolder.AiBot,
        StaffName.Bella => InquiryHolder.Bella,
        _ => InquiryHolder.Va,
    };

    /// <summary>As at the desk: the whole conversation changes hands. An inquiry that is resolved only remembers who had it.</summary>
    static void Assign(HeldInquiry held, InquiryHolder to)
    {
        StaffName? staff = to switch { InquiryHolder.AiBot => null, InquiryHolder.Bella => StaffName.Bella, _ => StaffName.Va };
        if (held.Inquiry.ResolvedAt is not null) held.Inquiry.AssignedTo = staff;
        else if (staff is { } name) held.Matters!.HandOff(name);
        else held.Matters!.HandBack(held.Now);
    }

    public override async Task<IReadOnlyDictionary<long, object>> LoadAsync(HubContext hub, IReadOnlyCollection<long> ids, Moment at, CancellationToken ct) =>
        await hub.Inquiries.AsNoTracking().Where(i => ids.Contains(i.Id)).ToDictionaryAsync(i => i.Id, object (i) => new HeldInquiry(i, null, at.Now), ct);

    public override async Task<IReadOnlyDictionary<long, object>> OpenAsync(HubContext hub, IReadOnlyCollection<long> ids, CancellationToken ct)
    {
        Dictionary<long, object> held = [];
        foreach (var inquiry in await hub.Inquiries.Include(i => i.Conversation).Where(i => ids.Contains(i.Id)).ToListAsync(ct))
            held[inquiry.Id] = new HeldInquiry(inquiry, await OpenMatters.OfAsync(hub, inquiry.Conversation!, ct), time.GetUtcNow());
        return held;
    }

    public override async Task<IReadOnlyDictionary<string, long>> FindAsync(HubContext hub, IReadOnlyCollection<string> keys, CancellationToken ct)
    {
        var ids = Ids(keys);
        return await hub.Inquiries.Where(i => ids.Contains(i.Id)).Select(i => i.Id).ToDictionaryAsync(Text, id => id, ct);
    }

    protected override string? NoteIn(HeldInquiry row) => row.Inquiry.SyncNote;
    protected override void Note(HeldInquiry row, string? note) => row.Inquiry.SyncNote = note;
}

/// <summary>Who has an inquiry, in the team's words.</summary>
public enum InquiryHolder { AiBot, Va, Bella }
