namespace MyCavoodle.Assistant.Offline.Topics;

/// <summary>Greeting, thanks, goodbye, what the assistant can do, and what it is not there for.</summary>
sealed class SmallTalkTopic : ITopic
{
    public bool Covers(Intent intent, Audience audience) => intent.IsSmallTalk() || intent is Intent.Help or Intent.Robot or Intent.OutOfScope;

    public Step Next(Question question)
    {
        var who = question.Scene.Audience.ToString().ToLowerInvariant();
        var known = new { name = question.Scene.Name, pet = question.Scene.Pet };
        return question.Clues[^1].Intent switch
        {
            Intent.Greeting => question.Tell("greeting_" + who, known),
            Intent.Thanks => question.Tell("thanks", known),
            Intent.Praise => question.Tell("praise", known),
            Intent.Robot => question.Tell(question.Scene.Audience == Audience.Customer ? "robot" : "help_" + who),
            Intent.Goodbye => question.Tell("goodbye", known),
            Intent.No => question.Tell("no_" + who),
            Intent.Yes => question.Tell("yes_" + who),
            Intent.OutOfScope => question.Tell("out_of_scope_" + who),
            _ => question.Tell("help_" + who),
        };
    }
}
