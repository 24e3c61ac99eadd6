using MyCavoodle.Understanding.Weights;

namespace MyCavoodle.Understanding.Injection;

/// <summary>Learns to tell attacks from ordinary messages, from the public collections and the shop's own samples.</summary>
public sealed class InjectionTrainer : ITrainer
{
    /// <summary>Of the ordinary texts that were not learned from, two in a thousand may pass for an attack; of the shop's none.</summary>
    const double MostFalseAlarms = 0.002;

    // Never learned from, by this engine or another
    static readonly string[] ShopParts = ["ecommerce/dev.tsv", "abcd_openers/dev.tsv"], OtherParts = ["clinc150/dev.tsv", "clinc150/oos_dev.tsv", "hwu64/dev.tsv"];

    public string Section => InjectionModel.Section;

    public void Train(string dataFolder, string offlineFolder, WeightsFile into) =>
        Learn([.. InjectionSample.Own(offlineFolder), .. InjectionSample.In(Path.Combine(dataFolder, "injection", "train.tsv.gz"))], OrdinaryTexts.In(dataFolder), dataFolder).Write(into);

    /// <param name="samples">Attacks, and ordinary texts that look like some.</param>
    /// <param name="ordinary">From <see cref="OrdinaryTexts"/>; its held-out part draws the line.</param>
    internal static InjectionModel Learn(IEnumerable<InjectionSample> samples, List<InjectionSample> ordinary, string dataFolder)
    {
        var model = InjectionLearner.Learn([.. samples, .. ordinary.Where(o => !o.IsHeldOut)]);
        var detector = new InjectionDetector(model);
        double[] shop = [.. Logits(detector, Texts(dataFolder, ShopParts))];
        double[] all = [.. shop, .. Logits(detector, Texts(dataFolder, OtherParts)), .. Logits(detector, ordinary.Where(o => o.IsHeldOut).Select(o => o.Text))];
        Array.Sort(all);
        return model.At(Math.Max(Math.BitIncrement((float)shop.Max()), all[(int)(all.Length * (1 - MostFalseAlarms))]));
    }

    static IEnumerable<string> Texts(string dataFolder, string[] files) => files.SelectMany(f => InjectionSample.In(Path.Combine(dataFolder, f))).Select(s => s.Text);

    static IEnumerable<double> Logits(InjectionDetector detector, IEnumerable<string> texts) => texts.Select(detector.Logit);
}
