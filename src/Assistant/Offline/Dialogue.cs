using MyCavoodle.Assistant.Offline.Flows;
using MyCavoodle.Assistant.Offline.Topics;

namespace MyCavoodle.Assistant.Offline;

/// <summary>Which tool to call next, or what to say: every subject a message touches has its turn, and all answers make one message.</summary>
sealed class Dialogue(Reader reader, Wording wording, FigureWords figures, ProductWords products, FlowBook flows)
{
    const int MostSubjects = 3;
    const int Remembered = 8;

    readonly Focus focus = new(wording, figures, flows);
    readonly Manner manner = new(wording);
    readonly ITopic[] topics =
    [
        new HandoffTopic(), new FlowTopic(flows), new OrderTopic(), new ProductTopic(products), new KnowledgeTopic(), new PrivateTopic(), new FigureTopic(figures),
        new DeskTopic(), new SmallTalkTopic(),
    ];

    public Step Next(Scene scene)
    {
        Reading Read(string message) => scene.Audience == Audience.Customer ? reader.Read(message) : reader.Read(message).Untaught;
        var reading = Read(scene.Message);
        var earlier = scene.EarlierMessages.Take(Remembered).Select(Read).ToList();
        var underway = scene.Has("hand_to_person") ? Underway.In(scene, reader.Read, flows, wording) : null;
        var clues = focus.Of(scene, reading, earlier, underway);
        Question About(IReadOnlyList<Clue> own) => new(scene, reading, own, earlier, wording, underway);
        if (scene.Audience == Audience.Customer && reading is { Language: not null, Slots.Any: false } && !clues.Any(c => c.Intent.NeedsPerson())) return Lost.Abroad(About([]));
        var steps = topics.Select(t => (Topic: t, Own: clues.Where(c => t.Covers(c.Intent, scene.Audience)).ToList()))
            .Where(t => t.Own.Count > 0)
            // Answers come in the order of the questions.
            .OrderBy(t => clues.TakeWhile(c => c != t.Own[0]).Count())
            .Take(MostSubjects).Select(t => t.Topic.Next(About(t.Own))).ToList();
        if (steps.OfType<Calls>().SelectMany(c => c.Errands).ToList() is { Count: > 0 } errands) return new Calls(errands);
        var texts = steps.OfType<Words>().Select(w => w.Text).Where(t => t.Length > 0).Distinct().ToList();
        if (texts.Count == 0) return Lost.Next(About([])) is Words lost ? new Words(manner.Keep(scene, [lost.Text])) : Lost.Next(About([]));
        // What waits for a yes or a no is asked again after an answer to something else.
        if (underway is { Asks: Asks.Consent, Times: < 2 } && !clues.Any(c => c.Intent.IsDeed() || c.Intent.IsSmallTalk())) texts.Add(About([]).SayOf(underway.Flow.Question));
        return new Words(manner.Keep(scene, texts));
    }
}
