using System.Collections.Frozen;
using MyCavoodle.Understanding.Learning;
using MyCavoodle.Understanding.Text;
using MyCavoodle.Understanding.Weights;

namespace MyCavoodle.Understanding.Intents;

/// <summary>Reads what a message wants of the shop: one intent or several, how sure it is, and which words said so. Any number of threads may ask at once.</summary>
public sealed class IntentModel
{
    public const string Section = "intents";

    /// <summary>
    /// From these probabilities on a clause wants something of its own: one that asks, and one that tells something the whole
    /// message points at too. One that points back ("is it available?") counts only for what the whole message is about.
    /// </summary>
    const double Asked = 0.5, Told = 0.8;

    const int Near = 3, MostEvidence = 5, MostWants = 4;

    /// <summary>What the first is about takes care of the second: who reports a broken bottle and wants it replaced wants one thing.</summary>
    static readonly FrozenSet<(string, string)> Covered = FrozenSet.Create(
        (Intents.DamagedOrWrongItem, Intents.ReturnRequest), (Intents.CancelOrder, Intents.ReturnRequest), (Intents.RefundStatus, Intents.ReturnRequest));

    readonly TextClassifier classifier;

    internal IntentModel(TextClassifier classifier, IntentThresholds thresholds) => (this.classifier, Thresholds) = (classifier, thresholds);

    public IntentThresholds Thresholds { get; }

    public static IntentModel Learn(IReadOnlyList<Example> examples) =>
        new(TextClassifier.Learn([.. examples.Select(e => e with { Text = Particulars.Without(e.Text) })]), IntentThresholds.Unmeasured);

    /// <exception cref="InvalidDataException">The weights have no such section.</exception>
    public static IntentModel Of(WeightsFile weights) => weights.Read(Section, Read);

    /// <summary>The whole message as one; what is measured. Never throws, whatever the text.</summary>
    public Classification Classify(string message) => classifier.Classify(Plain(message));

    /// <param name="products">Names a product goes by in this shop; what they are does not matter for what is wanted.</param>
    public IntentReading Read(string message, ProductNames? products = null)
    {
        var text = Plain(message, products);
        var whole = classifier.Classify(text);
        var wants = Wants(text, whole);
        return new(wants, whole.OutOfScope, whole.Ranking)
        {
            IsOutOfScope = whole.Label == Intents.OutOfScope || whole.OutOfScope >= Thresholds.OutOfScope && wants.Count == 1,
            IsSure = wants.All(w => w.Probability >= Thresholds.Sure),
        };
    }

    static string Plain(string message, ProductNames? products = null)
    {
        var cut = message.Length <= PlainText.Longest ? message : message[..PlainText.Longest];
        return Particulars.Without(products?.Mask(cut) ?? cut);
    }

    List<Meant> Wants(string text, Classification whole)
    {
        var clauses = Clauses.Of(text);
        List<Meant> wants = [];
        if (clauses.Count > 1)
            foreach (var clause in clauses)
            {
                var own = classifier.Classify(clause);
                var (asks, refers) = (Clauses.Asks(clause), Clauses.Refers(clause));
                if (Intents.IsCourtesy(own.Label) || own.Probability < (asks ? Asked : Told)) continue;
                if ((!asks || refers) && !Intents.IsCourtesy(whole.Label) && whole.Ranking.Take(refers ? 1 : Near).All(r => r.Label != own.Label)) continue;
                if (wants.Count < MostWants && wants.All(w => w.Intent != own.Label)) wants.Add(new(own.Label, own.Probability, clause, Evidence(clause, own.Label)));
            }
        wants.RemoveAll(w => wants.Any(other => Covered.Contains((other.Intent, w.Intent))));
        if (wants.Count > 1 || wants.Count == 1 && Intents.IsCourtesy(whole.Label)) return wants;
        // One thing wanted is best read from all that was said about it.
        return [new(whole.Label, whole.Probability, text, Evidence(text, whole.Label))];
    }

    IReadOnlyList<string> Evidence(string text, string intent) =>
        [.. classifier.Explain(text, intent).Where(w => w.Weight > 0).OrderByDescending(w => w.Weight).Select(w => w.Word).Distinct().Take(MostEvidence)];

    public void Write(BinaryWriter writer)
    {
        classifier.Write(writer);
        writer.Write(Thresholds.Sure);
        writer.Write(Thresholds.OutOfScope);
    }

    public static IntentModel Read(BinaryReader reader) => new(TextClassifier.Read(reader), new(reader.ReadDouble(), reader.ReadDouble()));

    /// <summary>The same with thresholds chosen on lines it has not learned from.</summary>
    public IntentModel With(IntentThresholds thresholds) => new(classifier, thresholds);
}
