using MyCavoodle.Assistant.Offline.Topics;

namespace MyCavoodle.Assistant.Offline.Flows;

/// <summary>
/// Deeds: what a person will need is collected over several messages, said back, and handed over on a yes. Nothing is
/// changed here and nothing is promised.
/// </summary>
sealed class FlowTopic(FlowBook flows) : ITopic
{
    /// <summary>As often is one thing asked; then it goes without.</summary>
    const int MostAsked = 2;

    public bool Covers(Intent intent, Audience audience) => audience == Audience.Customer && flows.For(intent) is not null;

    public Step Next(Question question)
    {
        if (question.Scene.From("hand_to_person") is not []) return question.Tell("handed_over");
        var flow = question.Clues.Select(c => flows.For(c.Intent)!).First();
        var now = question.Underway is { } under && under.Flow == flow ? under : new(flow, question.Scene.Said.Count - 1, Asks.Nothing, null, false, 0);
        return new Request(question, now).Next(MostAsked);
    }
}
