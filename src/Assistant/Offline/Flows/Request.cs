using System.Text.Json;
using MyCavoodle.Assistant.Offline.Topics;

namespace MyCavoodle.Assistant.Offline.Flows;

/// <summary>One deed at one turn.</summary>
sealed class Request(Question question, Underway now)
{
    readonly Flow flow = now.Flow;
    readonly Scene scene = question.Scene;
    readonly Gathered gathered = new(question.Scene, now.Flow, now.Since, question.Wording);

    bool HasNews => gathered.HasNews || question.Reading.Slots.Any;

    public Step Next(int mostAsked)
    {
        var consent = now is { Asks: Asks.Consent, IsFresh: true } ? Consent.Of(question.Reading.Utterance.Text) : null;
        if (consent == true && !question.Reading.Slots.Any) return Hand(flow.Reason);
        if (consent == false && !HasNews) return new Words(question.SayOf(flow.Dropped));
        // Asked whether to pass it on, and twice nobody knows what was said.
        if (now is { Asks: Asks.Consent, IsFresh: true, Times: >= 2 } && !HasNews) return Hand("NotUnderstood");
        if (!flow.Order) return Collect(null, mostAsked);
        if (scene.From("find_order") is not [.., var answer]) return LookUp();
        if (Unknown(answer) is { } ask) return ask;
        return answer.List("orders") is { Count: > 0 } orders ? Of(orders, mostAsked) : question.Tell("tool_failed");
    }

    Calls LookUp()
    {
        var (number, email) = Proof.From(scene, question.Reading, question.Wording);
        if (Turn.WantsOther(question.Reading.Utterance.Text) && question.Reading.Slots.OrderNumber is null) number = null;
        List<Errand> errands = [Proof.Errand(number, email)];
        if (Rule() is null && flow.Knowledge is { } written) errands.Add(new("search_knowledge", new Dictionary<string, object?> { ["question"] = written }));
        return new(errands);
    }

    /// <summary>What the order's lookup says other than an order.</summary>
    Step? Unknown(Answered answer)
    {
        var without = now is { Asks: Asks.Order } && (Proof.IsNumberLost(question.Reading.Utterance.Text) || now.Times >= 2 && !question.Reading.Slots.Any);
        return answer.Outcome switch
        {
            "found" => null,
            "needs_proof" when without => new Words($"{question.Say("number_lost")} {question.Say("without_number")} {question.SayOf(flow.Question)}"),
            "needs_proof" => new Words(Begun(question.Say(Proof.AskFor(answer, ofDeed: !now.HasBegun)))),
            "refused" => question.Tell("order_refused"),
            "too_many_tries" => question.Tell("handed_over"),
            "none" => question.Tell("order_none"),
            _ => question.Tell("tool_failed"),
        };
    }

    Step Of(IReadOnlyList<JsonElement> orders, int mostAsked)
    {
        if (OrderChoice.Of(orders, question, o => !flow.Instead.ContainsKey(Status(o))) is not { } order)
            return new Words(Begun(question.Say("which_order", new { orders = orders.Select(Facts.Of).ToList() })));
        if (flow.Instead.TryGetValue(Status(order), out var instead)) return new Words(question.SayOf(instead, WithWords(order)));
        return Collect(order, mostAsked);
    }

    Step Collect(JsonElement? order, int mostAsked)
    {
        if (!flow.Order && flow.Knowledge is { } written && Rule() is null && !now.HasBegun && scene.From("search_knowledge").All(a => a.Argument("question") != written))
            return Step.Call("search_knowledge", ("question", written));
        foreach (var need in flow.Needs)
            if (gathered[need] is null && (now.Asked != need || now.Times < mostAsked))
                return new Words(Begun(question.SayOf(need.Ask)));
        var facts = WithWords(order);
        var confirm = flow.Confirm.Count > 0 ? question.SayOf(flow.Confirm, facts) : "";
        var said = $"{confirm} {question.SayOf(flow.Question)}".Trim();
        return new Words(now.HasBegun || !flow.AlwaysBegins ? said : $"{question.SayOf(flow.Begin)} {said}");
    }

    /// <summary>What stands before the first thing asked: that it can be done, and the shop's own rule.</summary>
    string Begun(string ask) => now.HasBegun ? ask : string.Join(' ', new[] { question.SayOf(flow.Begin), Rule(), ask }.Where(t => !string.IsNullOrEmpty(t)));

    string? Rule() => scene.From("search_knowledge").Where(a => a.Argument("question") == flow.Knowledge)
        .SelectMany(a => a.List("entries")).Select(e => WithoutInvitation(e.Text("text") ?? "")).FirstOrDefault();

    /// <summary>"Write to us here" is what they are doing.</summary>
    static string WithoutInvitation(string text) => string.Join(". ", text.Split(". ").Where(s => !s.StartsWith("Write to us", StringComparison.Ordinal))).TrimEnd('.') + ".";

    Step Hand(string reason)
    {
        // The last one we said back is the one agreed on.
        var number = scene.Said.Skip(now.Since).Where(s => !s.ByContact).Select(s => Slots.ToldIn(s.Text)).LastOrDefault(n => n is not null);
        var facts = gathered.Values.ToDictionary(v => v.Key, v => (object?)Quote.Of(v.Value));
        facts["number"] = number is null ? "(its number is not known, and it is not proven)" : "#" + number;
        foreach (var need in flow.Needs) facts.TryAdd(need.Id, "");
        var summary = question.Wording.Render(flow.Summary, facts);
        var opening = gathered.Values.Any(v => v.Value == gathered.Opening) ? "" : $". It began with: \"{Quote.Of(gathered.Opening)}\"";
        return Step.Call("hand_to_person", ("reason", reason), ("summary", summary + opening + (gathered.HasPhoto ? " A picture came with it." : "")));
    }

    Dictionary<string, object?> WithWords(JsonElement? order)
    {
        var facts = order is { } known ? known.With(("refunded", known.Text("payment") == "Refunded")) : [];
        // "Shipped" says that it can hardly be stopped; a delivered one was shipped as well, but that is another matter.
        if (order is { } one && Status(one) != "shipped") facts["shipped"] = null;
        facts["items"] = facts.GetValueOrDefault("items") is List<object?> { Count: > 0 } items ? string.Join(", ", items) : null;
        foreach (var (id, words) in gathered.Values) facts[id] = Quote.Of(words);
        foreach (var need in flow.Needs) facts.TryAdd(need.Id, "");
        facts["photo"] = gathered.HasPhoto;
        return facts;
    }

    static string Status(JsonElement order) => order.Text("status")?.ToLowerInvariant() ?? "";
}
