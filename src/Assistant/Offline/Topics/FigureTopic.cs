namespace MyCavoodle.Assistant.Offline.Topics;

/// <summary>The founder's figures, one or several, for one or several periods; repeated exactly as they were computed.</summary>
sealed class FigureTopic(FigureWords words) : ITopic
{
    const string DefaultPeriod = "this week";
    const int MostFigures = 12;

    public bool Covers(Intent intent, Audience audience) => audience == Audience.Founder && intent == Intent.Figures;

    public Step Next(Question question)
    {
        if (question.Scene.From("get_figure") is { Count: > 0 } answers) return Tell(question, answers);
        var text = question.Reading.Utterance.Text;
        // "AOV?" after another figure: for the same time.
        var leans = question.Reading.Continues || question.Reading.Clues.Count == 0 || words.NamesOnly(text) && question.Earlier is [var last, ..] && words.In(last.Utterance.Text).Count > 0;
        var figures = words.In(text) is { Count: > 0 } own ? own : question.Reading.Continues || words.NamesOnly(text) ? Before(question, words.In) : [];
        var periods = PeriodWords.In(text) is { Count: > 0 } named ? named : leans ? Before(question, PeriodWords.In) : [];
        if (figures.Count == 0) return question.Tell("which_figure");
        return new Calls([.. figures.SelectMany(_ => periods.DefaultIfEmpty(DefaultPeriod), (figure, period) =>
            new Errand("get_figure", new Dictionary<string, object?> { ["figure"] = figure, ["period"] = period })).Take(MostFigures)]);
    }

    static IReadOnlyList<string> Before(Question question, Func<string, IReadOnlyList<string>> find) =>
        question.Earlier.Select(e => find(e.Utterance.Text)).FirstOrDefault(found => found.Count > 0) ?? [];

    static Words Tell(Question question, IReadOnlyList<Answered> answers)
    {
        var found = answers.Where(a => a.Outcome == "found").Select(a => question.Say("figure", a.Answer.With())).ToList();
        var gap = found.Count > 1 ? "\n\n" : "\n";
        if (found.Count > 0) found.Add(question.Say("figure_as_of", answers.First(a => a.Outcome == "found").Answer.With()));
        var failed = answers.Where(a => a.Outcome != "found").Select(a => question.Say(Failure(a), new { period = a.Argument("period"), figure = a.Argument("figure") }));
        return new(string.Join(gap, [.. found, .. failed.Distinct()]));
    }

    static string Failure(Answered answer) => answer.Outcome switch
    {
        "refused" => "figures_private_staff",
        "unknown_period" => "unknown_period",
        _ => "which_figure",
    };
}
