using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.AI;
using MyCavoodle.Assistant;
using MyCavoodle.Hub;

namespace MyCavoodle.Plugins;

/// <summary>What the assistant may do about questions: look up the shop's own answers, call a person, count what is open.</summary>
public sealed class InquiriesPlugin(HubContext hub, Caller caller, TurnNotes notes, Knowledge knowledge, SupportHours hours, TimeProvider time) : IPlugin
{
    public IEnumerable<AIFunction> Tools => caller.May(Right.SeeQueue)
        ? [AIFunctionFactory.Create(SearchKnowledge, "search_knowledge"), AIFunctionFactory.Create(CountOpenInquiriesAsync, "count_open_inquiries")]
        : [AIFunctionFactory.Create(SearchKnowledge, "search_knowledge"), AIFunctionFactory.Create(HandToPerson, "hand_to_person"), AIFunctionFactory.Create(NoteReading, "note_reading")];

    [Description("Looks up what the shop has written down: shipping cost and time, returns, how to use products, opening hours, discounts.")]
    public KnowledgeAnswer SearchKnowledge([Description("The customer's question in their own words.")] string question)
    {
        var found = knowledge.Search(question);
        if (found.Count > 0) notes.About(CategoryOf(found[0].Topic));
        return new(found.Count > 0 ? "found" : "none", [.. found.Select(e => new KnowledgeFacts(e.Topic, e.Heading, e.Text))]);
    }

    [Description("Hands the conversation to a person: when the customer asks for one, complains, or nothing else helps.")]
    public HandoffAnswer HandToPerson(
        [Description("AskedForPerson, Complaint, HarmToAnimal (an animal was hurt or fell ill), Legal, Press or NotUnderstood.")] EscalationReason reason,
        [Description("What it is about, in a sentence or two, for that person.")] string summary,
        [Description("Only where they write in another language than English: its ISO code, e.g. zh-Hans, vi, ar.")] string? language = null)
    {
        notes.About(reason is EscalationReason.Complaint or EscalationReason.HarmToAnimal ? InquiryCategory.Complaints : InquiryCategory.General);
        notes.HandToPerson(reason, summary, language);
        var escalation = notes.Escalation!;
        return new("handed_over", Routing.SpokenTo(Routing.AssigneeFor(escalation.Reason)), Sydney.Spoken(hours.AnswerBy(time.GetUtcNow())));
    }

    [Description("Notes your own reading of the message for review. Only where it differs from the reading in your instructions. Then answer as usual.")]
    public NotedAnswer NoteReading(
        [Description("General, ProductInfo, Shipping, Returns or Complaints.")] InquiryCategory category,
        [Description("Low, Medium, High or Urgent.")] Urgency urgency,
        [Description("-5 (angry) to 5 (delighted).")] int sentiment)
    {
        notes.Reread(new(category, urgency, Math.Clamp(sentiment, -5, 5)));
        return new("noted");
    }

    [Description("Counts the inquiries that are open now, by status, with the oldest. For staff.")]
    public async Task<OpenInquiriesAnswer> CountOpenInquiriesAsync(CancellationToken ct = default)
    {
        if (!caller.May(Right.SeeQueue)) return OpenInquiriesAnswer.Refused;
        var open = hub.Inquiries.AsNoTracking().Where(i =>
            i.Status == InquiryStatus.New || i.Status == InquiryStatus.InProgress || i.Status == InquiryStatus.Escalated);
        var byStatus = await open.GroupBy(i => i.Status).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct);
        var oldest = await open.OrderBy(i => i.CreatedAt).Select(i => (DateTimeOffset?)i.CreatedAt).FirstOrDefaultAsync(ct);
        int With(InquiryStatus status) => byStatus.FirstOrDefault(s => s.Key == status)?.Count ?? 0;
        return new("found", byStatus.Sum(s => s.Count), With(InquiryStatus.New), With(InquiryStatus.InProgress), With(InquiryStatus.Escalated),
            oldest is { } at ? Sydney.Spoken(at) : null);
    }

    static InquiryCategory CategoryOf(string topic) => topic switch
    {
        "shipping" => InquiryCategory.Shipping,
        "returns" => InquiryCategory.Returns,
        "products" => InquiryCategory.ProductInfo,
        _ => InquiryCategory.General,
    };
}

/// <summary>What search_knowledge answers; the texts are the shop's own, to be given as they are.</summary>
/// <param name="Outcome">found, none.</param>
public sealed record KnowledgeAnswer(string Outcome, IReadOnlyList<KnowledgeFacts> Entries);

public sealed record KnowledgeFacts(string Topic, string Heading, string Text);

/// <summary>What note_reading answers.</summary>
/// <param name="Outcome">noted.</param>
public sealed record NotedAnswer(string Outcome);

/// <summary>What hand_to_person answers.</summary>
/// <param name="To">Who takes over, as the customer is told.</param>
/// <param name="AnswerBy">By when they answer, Sydney time in words.</param>
public sealed record HandoffAnswer(string Outcome, string To, string AnswerBy);

/// <summary>What count_open_inquiries answers. Open is new (not answered yet), in progress (we asked back) or escalated (a person has it).</summary>
/// <param name="Outcome">found, refused.</param>
/// <param name="Oldest">When the oldest was asked, Sydney time in words.</param>
public sealed record OpenInquiriesAnswer(string Outcome, int Open, int New, int InProgress, int Escalated, string? Oldest)
{
    public static readonly OpenInquiriesAnswer Refused = new("refused", 0, 0, 0, 0, null);
}
