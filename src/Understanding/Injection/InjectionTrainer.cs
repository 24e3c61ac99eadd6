using MyCavoodle.Understanding.Weights;

namespace MyCavoodle.Understanding.Injection;

/// <summary>Learns to tell attacks from ordinary messages, from the public collections and the shop's own samples.</summary>
public sealed class InjectionTrainer : ITrainer
{
    public string Section => InjectionModel.Section;

    public void Train(string dataFolder, string offlineFolder, WeightsFile into)
    {
        var own = InjectionSample.Own(offlineFolder);
        var attacks = InjectionSample.In(Path.Combine(dataFolder, "injection", "train.tsv.gz"));
        var ordinary = OrdinaryTexts.In(dataFolder);
        Learn([.. own, .. attacks, .. ordinary]).Write(into);
    }

    internal static InjectionModel Learn(IReadOnlyList<InjectionSample> samples)
    {
        return InjectionLearner.Learn([.. samples.Where(s => !s.IsHeldOut)]);
    }
}
