namespace MyCavoodle.Assistant.Offline.Topics;

/// <summary>When nothing is understood: asked to say it again once, then a person.</summary>
static class Lost
{
    public static Step Next(Question question)
    {
        var scene = question.Scene;
        if (scene.Audience != Audience.Customer) return question.Tell(scene.Audience == Audience.Founder ? "help_founder" : "help_staff");
        if (scene.From("hand_to_person") is not []) return question.Tell("handed_over");
        if (question.Reading.IsWordless) return question.Tell("wordless");
        return Again(question, "not_understood", "summary_notunderstood");
    }

    /// <summary>Another language: said once that only English is understood, then a person.</summary>
    public static Step Abroad(Question question) =>
        question.Scene.From("hand_to_person") is not [] ? question.Tell("handed_over") : Again(question, "english_only", "summary_foreign");

    static Step Again(Question question, string asking, string summary) =>
        question.Wording.Is(asking, question.Scene.LastReply) && question.Scene.Has("hand_to_person")
            ? HandoffTopic.Call(question, "NotUnderstood", question.Say(summary))
            : question.Tell(asking);
}
