using System.Text.Json;

namespace MyCavoodle.Assistant.Offline.Topics;

/// <summary>Where an order is. What proves it is the customer's own is collected over several messages; the tool judges it.</summary>
sealed class OrderTopic : ITopic
{
    public bool Covers(Intent intent, Audience audience) =>
        intent == Intent.OrderStatus || audience != Audience.Customer && intent.NeedsPerson();

    public Step Next(Question question)
    {
        if (question.Scene.From("find_order") is [.., var answer]) return Tell(question, answer);
        var (number, email) = Proof.From(question.Scene, question.Reading, question.Wording);
        return Step.Call("find_order", ("orderNumber", number is null ? null : "#" + number), ("email", email));
    }

    static Step Tell(Question question, Answered answer) => answer.Outcome switch
    {
        "found" when answer.List("orders") is { Count: > 0 } orders => Tell(question, orders),
        "needs_proof" => question.Tell(question.Scene.Audience == Audience.Customer ? Asking(answer) : "ask_number_staff"),
        "refused" => question.Tell("order_refused"),
        "too_many_tries" => question.Tell("handed_over"),
        "none" => question.Tell("order_none"),
        _ => question.Tell("tool_failed"),
    };

    static string Asking(Answered answer)
    {
        var missing = answer.List("missing").Select(m => m.GetString()).ToList();
        return missing is ["order_number"] ? "ask_number" : missing is ["email"] ? "ask_email" : "ask_both";
    }

    static Words Tell(Question question, IReadOnlyList<JsonElement> orders)
    {
        var others = orders.Skip(1).Select(o => $"{o.Text("number")} ({o.Text("status")?.ToLowerInvariant()})").ToList();
        var latest = orders[0].With(
            ("others", others.Count > 0 ? string.Join(", ", others) : null),
            ("asksWhen", Asks(question, "when", "arrive", "how long", "eta")),
            ("refunded", orders[0].Text("payment") == "Refunded"), ("partlyRefunded", orders[0].Text("payment") == "PartlyRefunded"),
            ("unpaid", orders[0].Text("payment") is "Pending" or "Failed"));
        latest["items"] = string.Join(", ", (latest["items"] as List<object?> ?? []).Where(i => i is string));
        return new(question.Say("order_" + (orders[0].Text("status") ?? "pending").ToLowerInvariant(), latest));
    }

    static bool Asks(Question question, params string[] words) =>
        words.Any(w => question.Reading.Utterance.Text.Contains(w, StringComparison.Ordinal));
}
