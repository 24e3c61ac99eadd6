using MyCavoodle.Assistant.Offline.Flows;
using MyCavoodle.Understanding.Languages;

namespace MyCavoodle.Assistant.Offline.Topics;

/// <summary>When nothing is understood: asked to say it again once, then a person.</summary>
static class Lost
{
    public static Step Next(Question question)
    {
        var scene = question.Scene;
        if (scene.Audience != Audience.Customer) return question.Tell(scene.Audience == Audience.Founder ? "help_founder" : "help_staff");
        if (scene.From("hand_to_person") is not []) return question.Tell("handed_over");
        if (question.Reading.IsWordless) return question.Tell(Gathered.ShowsPicture(question.Reading.Utterance.Original) ? "picture" : "wordless");
        return Again(question, "not_understood", "summary_notunderstood");
    }

    /// <summary>
    /// Another language: where we have a sentence in it a person is called at once and it is said with that; in any other
    /// it is said once that only English is understood.
    /// </summary>
    public static Step Abroad(Question question)
    {
        if (question.Scene.From("hand_to_person") is not []) return question.Tell("handed_over");
        var language = question.Reading.Language;
        return language != LanguageCodes.Unknown && question.Scene.Has("hand_to_person")
            ? HandoffTopic.Call(question, "NotUnderstood", question.Say("summary_foreign"), language)
            : Again(question, "english_only", "summary_foreign");
    }

    static Step Again(Question question, string asking, string summary) =>
        question.Wording.Is(asking, question.Scene.LastReply) && question.Scene.Has("hand_to_person")
            ? HandoffTopic.Call(question, "NotUnderstood", question.Say(summary))
            : question.Tell(asking);
}
