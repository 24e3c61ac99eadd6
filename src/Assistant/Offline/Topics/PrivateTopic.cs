namespace MyCavoodle.Assistant.Offline.Topics;

/// <summary>Business figures, asked for by somebody they are not for.</summary>
sealed class PrivateTopic : ITopic
{
    public bool Covers(Intent intent, Audience audience) =>
        audience == Audience.Customer && intent.IsBusiness() || audience == Audience.Staff && intent == Intent.Figures;

    public Step Next(Question question) => question.Tell(question.Scene.Audience == Audience.Staff ? "figures_private_staff" : "figures_private_customer");
}
