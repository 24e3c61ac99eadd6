using System.Text.Json;

namespace MyCavoodle.Assistant.Offline.Topics;

/// <summary>What the shop has written down: shipping, returns, how to use, and about the shop. Its own text is given as it stands.</summary>
sealed class KnowledgeTopic : ITopic
{
    const int MostQuestions = 2;

    public bool Covers(Intent intent, Audience audience) => intent.IsKnowledge();

    public Step Next(Question question)
    {
        var asked = question.Clues.Select(c => c.Words).Distinct().Take(MostQuestions).ToList();
        if (question.Scene.From("search_knowledge") is [])
            return new Calls([.. asked.Select(words => new Errand("search_knowledge", new Dictionary<string, object?> { ["question"] = words }))]);
        return Tell(question);
    }

    /// <summary>The best answer to each question; a person is offered where nothing is written down.</summary>
    public static Step Tell(Question question)
    {
        var entries = question.Scene.From("search_knowledge").Select(a => a.List("entries")).Where(e => e.Count > 0)
            .Select(e => e[0]).DistinctBy(e => e.Text("heading")).ToList();
        return entries.Count == 0
            ? question.Tell(question.Scene.Audience == Audience.Customer ? "offer_person" : "nothing_written")
            : new Words(string.Join("\n\n", entries.Select(e => question.SayPlainly("knowledge", e.With()))));
    }
}
