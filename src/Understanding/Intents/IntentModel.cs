using MyCavoodle.Understanding.Learning;
using MyCavoodle.Understanding.Weights;

namespace MyCavoodle.Understanding.Intents;

/// <summary>Reads what a message wants of the shop: one intent or several, how sure it is, and which words said so. Any number of threads may ask at once.</summary>
public sealed class IntentModel
{
    public const string Section = "intents";

    /// <summary>A clause wants something of its own from this probability on, if the whole message also hints at it.</summary>
    const double OwnWant = 0.6, Hint = 0.02;

    const int MostEvidence = 5, MostWants = 4;

    readonly TextClassifier classifier;

    internal IntentModel(TextClassifier classifier, IntentThresholds thresholds) => (this.classifier, Thresholds) = (classifier, thresholds);

    public IntentThresholds Thresholds { get; }

    public static IntentModel Learn(IReadOnlyList<Example> examples) =>
        new(TextClassifier.Learn([.. examples.Select(e => e with { Text = Particulars.Without(e.Text) })]), IntentThresholds.Unmeasured);

    /// <exception cref="InvalidDataException">The weights have no such section.</exception>
    public static IntentModel Of(WeightsFile weights) => weights.Read(Section, Read);

    /// <summary>The whole message as one; what is measured. Never throws, whatever the text.</summary>
    public Classification Classify(string message) => Known(classifier.Classify(Particulars.Without(message)));

    /// <param name="products">Names a product goes by in this shop; what they are does not matter for what is wanted.</param>
    public IntentReading Read(string message, ProductNames? products = null)
    {
        var text = Particulars.Without(products?.Mask(message) ?? message);
        var whole = Known(classifier.Classify(text));
        var wants = Wants(text, whole);
        return new(wants, whole.OutOfScope, whole.Ranking)
        {
            IsOutOfScope = whole.Label == Intents.OutOfScope || whole.OutOfScope >= Thresholds.OutOfScope && wants.Count == 1,
            IsSure = wants.All(w => w.Probability >= Thresholds.Sure),
        };
    }

    /// <summary>A word never seen may still be a sure reading by its letters ("wowthanks"): then it is not held against the message more than this.</summary>
    static Classification Known(Classification read)
    {
        const double Strange = 0.2, Doubt = 0.5;
        var none = read.Ranking.First(r => r.Label == Intents.OutOfScope).Probability;
        return read with { OutOfScope = Math.Min(read.OutOfScope, 1 - (1 - none) * (1 - Doubt * (1 - read.Probability)) * (1 - Strange)) };
    }

    List<Meant> Wants(string text, Classification whole)
    {
        var clauses = Clauses.Of(text);
        List<Meant> wants = [];
        if (clauses.Count > 1)
            foreach (var clause in clauses)
            {
                var own = classifier.Classify(clause);
                if (own.Probability < OwnWant || Intents.IsCourtesy(own.Label) || whole.Ranking.First(r => r.Label == own.Label).Probability < Hint) continue;
                if (wants.Count < MostWants && wants.All(w => w.Intent != own.Label)) wants.Add(new(own.Label, own.Probability, clause, Evidence(clause, own.Label)));
            }
        // One thing wanted is best read from all that was said about it.
        return wants.Count > 1 ? wants : [new(whole.Label, whole.Probability, text, Evidence(text, whole.Label))];
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
