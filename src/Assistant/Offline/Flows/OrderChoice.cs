using System.Text.Json;

namespace MyCavoodle.Assistant.Offline.Flows;

/// <summary>Which of several orders is meant.</summary>
static class OrderChoice
{
    /// <param name="fits">Whether an order can be meant at all.</param>
    /// <returns>Null where that must be asked.</returns>
    public static JsonElement? Of(IReadOnlyList<JsonElement> orders, Question question, Func<JsonElement, bool> fits)
    {
        if (orders.Count == 1) return orders[0];
        var spoken = Slots.ToldIn(question.Scene.LastReply) is { } number ? "#" + number : null;
        if (Turn.WantsOther(question.Reading.Utterance.Text)) return orders.Where(o => o.Text("number") != spoken).Cast<JsonElement?>().FirstOrDefault();
        return orders.Where(fits).ToList() is [var only] ? only
            : orders.Cast<JsonElement?>().FirstOrDefault(o => o!.Value.Text("number") == spoken && fits(o.Value));
    }
}
