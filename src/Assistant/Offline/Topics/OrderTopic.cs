using System.Text.Json;
using System.Text.RegularExpressions;
using MyCavoodle.Assistant.Offline.Flows;

namespace MyCavoodle.Assistant.Offline.Topics;

/// <summary>
/// Where an order is, and whether its money went back. What proves it is the customer's own is collected over several
/// messages; the tool judges it.
/// </summary>
sealed partial class OrderTopic : ITopic
{
    const int MostOrders = 2;
    const string RefundTime = "how long do refunds take";

    public bool Covers(Intent intent, Audience audience) =>
        intent is Intent.OrderStatus or Intent.RefundStatus || audience != Audience.Customer && (intent.NeedsPerson() || intent.IsDeed());

    public Step Next(Question question)
    {
        var answers = question.Scene.From("find_order");
        if (answers.Count > 0) return Together([.. answers.Select(a => Tell(question, a))]);
        var (number, email) = Proof.From(question.Scene, question.Reading, question.Wording);
        if (Turn.WantsOther(question.Reading.Utterance.Text) && question.Reading.Slots.OrderNumber is null) number = null;
        // "Any news on 5123, and has 5124 been sent?"
        List<string?> numbers = number is not null && question.Reading.Slots.Numbers is { Count: > 1 } several ? [.. several.Take(MostOrders)] : [number];
        return new Calls([.. numbers.Select(n => Proof.Errand(n, email))]);
    }

    /// <summary>Each order told once; where one still needs something, that alone is asked.</summary>
    static Step Together(List<Step> steps) =>
        steps.OfType<Calls>().FirstOrDefault() ?? (Step)new Words(string.Join("\n\n", steps.OfType<Words>().Select(w => w.Text).Distinct()));

    static Step Tell(Question question, Answered answer) => answer.Outcome switch
    {
        "found" when Chosen(question, answer.List("orders")) is { Count: > 0 } orders => question.Wants(Intent.RefundStatus) ? TellRefund(question, orders) : Tell(question, answer, orders),
        "needs_proof" when question.Scene.Audience == Audience.Customer => Ask(question, answer),
        "needs_proof" => question.Tell("ask_number_staff"),
        "refused" => question.Tell("order_refused"),
        "too_many_tries" => question.Tell("handed_over"),
        "none" => question.Tell("order_none"),
        _ => question.Tell("tool_failed"),
    };

    /// <summary>"No, the other one": not the one told about last.</summary>
    static IReadOnlyList<JsonElement> Chosen(Question question, IReadOnlyList<JsonElement> orders) =>
        Turn.WantsOther(question.Reading.Utterance.Text) && OrderChoice.Of(orders, question, _ => true) is { } other ? [other] : orders;

    static Step Ask(Question question, Answered answer)
    {
        var id = Proof.AskFor(answer);
        return id != "ask_email" && Proof.IsNumberLost(question.Reading.Utterance.Text)
            ? new Words($"{question.Say("number_lost")} {question.Say("offer_team")}") : question.Tell(id);
    }

    static Words Tell(Question question, Answered answer, IReadOnlyList<JsonElement> orders)
    {
        var others = orders.Skip(1).Select(o => $"{o.Text("number")} ({o.Text("status")?.ToLowerInvariant()})").ToList();
        var text = question.Reading.Utterance.Text;
        var latest = orders[0].With(
            ("others", others.Count > 0 ? string.Join(", ", others) : null), ("own", question.Scene.Audience == Audience.Customer),
            ("asksWhen", When().IsMatch(text)), ("asksWhat", What().IsMatch(text)), ("asksPaid", Paid().IsMatch(text)),
            ("asksWhy", Why().IsMatch(text)), ("stuck", Stuck().IsMatch(text)),
            ("refunded", orders[0].Text("payment") == "Refunded"), ("partlyRefunded", orders[0].Text("payment") == "PartlyRefunded"),
            ("unpaid", orders[0].Text("payment") is "Pending" or "Failed"), ("name", question.Scene.Name ?? FirstName(question, answer)), ("pet", answer.Text("pet") ?? question.Scene.Pet),
            ("plain", orders[0].Text("payment") == "Paid" && !Stuck().IsMatch(text) && !Why().IsMatch(text)));
        latest["items"] = string.Join(", ", (latest["items"] as List<object?> ?? []).Where(i => i is string));
        return new(question.Say("order_" + (orders[0].Text("status") ?? "pending").ToLowerInvariant(), latest));
    }

    /// <summary>The name of the account, where the platform tells none; an email's greeting has it already.</summary>
    static string? FirstName(Question question, Answered answer) => question.Scene.IsDirectMessage ? answer.Text("firstName") : null;

    /// <summary>What the payment says, and how long money takes; where nothing was given back a person is offered.</summary>
    static Step TellRefund(Question question, IReadOnlyList<JsonElement> orders)
    {
        var back = orders.Where(o => o.Text("payment") is "Refunded" or "PartlyRefunded").ToList();
        var order = (back.Count > 0 ? back : orders)[0];
        var facts = order.With(("partly", order.Text("payment") == "PartlyRefunded"), ("unpaid", order.Text("payment") is "Pending" or "Failed"));
        if (back.Count == 0)
            return new Words(question.Say("refund_none", facts) + (question.Scene.Audience == Audience.Customer ? " " + question.Say("offer_team") : ""));
        if (question.Scene.From("search_knowledge") is []) return Step.Call("search_knowledge", ("question", RefundTime));
        facts["time"] = question.Scene.From("search_knowledge").Where(a => a.Argument("question") == RefundTime)
            .SelectMany(a => a.List("entries")).Select(e => e.Text("text")).FirstOrDefault();
        return question.Tell("refund_made", facts);
    }

    [GeneratedRegex(@"\b(?:when|arriv\w*|how long|eta|how soon)\b")] private static partial Regex When();
    [GeneratedRegex(@"\bwhat'?s?\b.{0,12}\b(?:order(?:ed)?|buy|bought|in (?:it|my|the))\b|\b(?:items?|contents?)\b")] private static partial Regex What();
    [GeneratedRegex(@"\bhow much\b|\b(?:total|paid|pay|payment)\b")] private static partial Regex Paid();
    [GeneratedRegex(@"\bwhy\b")] private static partial Regex Why();
    [GeneratedRegex(@"\b(?:stuck|late|delay\w*|lost|moved|moving|updated|(?:still|hasn'?t|has not|haven'?t|never|nothing)\b.{0,30}\b(?:arriv\w*|come|came|here|received|got|waiting))\b")] private static partial Regex Stuck();
}
