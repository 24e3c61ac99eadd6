using System.Text.Json;

namespace MyCavoodle.Assistant.Offline.Topics;

/// <summary>What staff ask of the desk: what runs low, how much is open.</summary>
sealed class DeskTopic : ITopic
{
    public bool Covers(Intent intent, Audience audience) => audience != Audience.Customer && (intent is Intent.LowStock or Intent.OpenInquiries);

    public Step Next(Question question)
    {
        List<string> tools = [];
        if (question.Wants(Intent.LowStock)) tools.Add("list_low_stock");
        if (question.Wants(Intent.OpenInquiries)) tools.Add("count_open_inquiries");
        var scene = question.Scene;
        return tools.Any(t => scene.From(t) is [])
            ? new Calls([.. tools.Select(t => new Errand(t, new Dictionary<string, object?>()))])
            : new Words(string.Join("\n\n", tools.Select(t => Tell(question, scene.From(t)[0]))));
    }

    static string Tell(Question question, Answered answer) => answer.Outcome switch
    {
        "found" => question.Say(answer.Tool, answer.Answer.With(("none", answer.Text("open") is null && Zero(answer)))),
        "none" => question.Say("nothing_low"),
        _ => question.Say("refused_staff"),
    };

    static bool Zero(Answered answer) => answer.Answer.TryGetProperty("open", out var open) && open.ValueKind == JsonValueKind.Number && open.GetInt32() == 0;
}
