using System.Text.Json;
using System.Text.RegularExpressions;

namespace MyCavoodle.Assistant.Offline.Topics;

/// <summary>What the shop has written down: shipping, returns, how to use, and about the shop. Its own text is given as it stands.</summary>
sealed partial class KnowledgeTopic : ITopic
{
    const int MostQuestions = 2;

    public bool Covers(Intent intent, Audience audience) => intent.IsKnowledge();

    public Step Next(Question question)
    {
        var asked = question.Clues.Select(Asked).Distinct().Take(MostQuestions).ToList();
        return asked.All(words => Answers(question, [words]).Count == 0)
            ? new Calls([.. asked.Select(words => new Errand("search_knowledge", new Dictionary<string, object?> { ["question"] = words }))])
            : Tell(question, asked);
    }

    /// <summary>"How much is shipping to Perth", "postage for the brush": where to and what for say nothing of how much.</summary>
    static string Asked(Clue clue) => clue.Intent == Intent.Shipping && Cost().IsMatch(clue.Words) ? Thing().Replace(Place().Replace(clue.Words, ""), "") : Short().Replace(clue.Words, m => m.Value switch { "u" => "you", "r" => "are", _ => "your" });

    /// <summary>The best answer to each question, and the next best to a comparison; a person is offered where nothing is written down.</summary>
    public static Step Tell(Question question, IReadOnlyList<string> asked)
    {
        var entries = Answers(question, asked).Select(a => a.List("entries")).SelectMany(e => e.Take(Compares().IsMatch(question.Reading.Utterance.Text) ? 2 : 1))
            .DistinctBy(e => e.Text("heading")).ToList();
        return entries.Count == 0
            ? question.Tell(question.Scene.Audience == Audience.Customer ? "offer_person" : "nothing_written")
            : new Words(string.Join("\n\n", entries.Select(e => question.SayPlainly("knowledge", e.With()))));
    }

    static IReadOnlyList<Answered> Answers(Question question, IReadOnlyList<string> asked) =>
        [.. question.Scene.From("search_knowledge").Where(a => asked.Contains(a.Argument("question")))];

    [GeneratedRegex(@"\b(?:how much|costs?|price|fees?|charge|postage)\b")] private static partial Regex Cost();
    [GeneratedRegex(@"\bto (?!a\b|po\b|post\b|send\b|ship\b|deliver\b|get\b)[\p{L}' ]{2,25}$")] private static partial Regex Place();
    [GeneratedRegex(@"\b(?:for|on|of) (?:the|an?|my|your|one|this|that) .*$")] private static partial Regex Thing();
    [GeneratedRegex(@"\b(?:u|r|ur)\b")] private static partial Regex Short();
    [GeneratedRegex(@"\b(?:quick|fast|cheap|slow|soon|dear)er\b|\b(?:differen\w+|compar\w+|vs|versus|better|worth)\b|\bor\b")] private static partial Regex Compares();
}
