using MyCavoodle.Assistant.Offline.Flows;

namespace MyCavoodle.Assistant.Offline;

/// <summary>What a topic answers from: the message, what it wants of this topic, what was said before, and the words for it.</summary>
/// <param name="Clues">Those of this topic.</param>
/// <param name="Earlier">The contact's earlier messages, latest first.</param>
/// <param name="Underway">A deed that was begun before and is not settled; null: none.</param>
sealed record Question(Scene Scene, Reading Reading, IReadOnlyList<Clue> Clues, IReadOnlyList<Reading> Earlier, Wording Wording, Underway? Underway)
{
    static readonly object Nothing = new();

    public string Say(string id, object? facts = null) =>
        Wording.Say(id, facts ?? Nothing, Scene.Said.Count(s => !s.ByContact), Scene.LastReply);

    /// <summary>One of these ways to say it.</summary>
    public string SayOf(IReadOnlyList<string> ways, object? facts = null) =>
        Wording.Say(ways, facts ?? Nothing, Scene.Said.Count(s => !s.ByContact), Scene.LastReply);

    /// <summary>The first way to say it, unless it was just said: for what is no small talk.</summary>
    public string SayPlainly(string id, object facts) => Wording.Say(id, facts, 0, Scene.LastReply);

    public Step Tell(string id, object? facts = null) => new Words(Say(id, facts));

    public bool Wants(Intent intent) => Clues.Any(c => c.Intent == intent);
}

/// <summary>One subject the assistant can talk about. It asks tools first and speaks only from what they answered.</summary>
interface ITopic
{
    bool Covers(Intent intent, Audience audience);
    Step Next(Question question);
}
