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
        return question.Wording.Is("not_understood", scene.LastReply) && scene.Has("hand_to_person")
            ? HandoffTopic.Call(question, "NotUnderstood", question.Say("summary_notunderstood"))
            : question.Tell("not_understood");
    }
}
