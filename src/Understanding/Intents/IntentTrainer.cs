using MyCavoodle.Understanding.Weights;

namespace MyCavoodle.Understanding.Intents;

/// <summary>Learns the intents and, on the dev lines, where doubt begins.</summary>
public sealed class IntentTrainer : ITrainer
{
    public string Section => IntentModel.Section;

    public void Train(string dataFolder, string offlineFolder, WeightsFile into)
    {
        var model = IntentModel.Learn(TrainingSet.Of(dataFolder, offlineFolder));
        // Generated lines are too easy to choose by.
        var read = TrainingSet.HeldOut(dataFolder).Where(l => l.Tier != "templated").Select(l => (Line: l, Read: model.Classify(l.Text)))
            .Select(r => (r.Read.Probability, r.Line.Accept.Contains(r.Read.Label), r.Read.OutOfScope, r.Line.Intent == Intents.OutOfScope)).ToList();
        into.Write(Section, model.With(IntentThresholds.Choose(read)).Write);
    }
}
