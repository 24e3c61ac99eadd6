using MyCavoodle.Understanding.Evaluation;
using MyCavoodle.Understanding.Intents;
using Known = MyCavoodle.Understanding.Intents.Intents;

namespace MyCavoodle.Tests.Unit.Understanding.Intents;

/// <summary>The shipped weights on the dev lines, which they were not learned from.</summary>
public sealed class IntentBarsTests
{
    [SharedTheory]
    [InlineData("abcd_openers", "shop", 72)]
    [InlineData("ecommerce", "shop", 82)]
    [InlineData("ecommerce", "support", 90)]
    [InlineData("ecommerce", "oos_near", 90)]
    [InlineData("ecommerce", "oos_far", 92)]
    public void Lines_never_learned_are_read_right(string set, string tier, double percent) =>
        Assert.InRange(new IntentScore(ShopsWeights.Intents, [.. Dev(set).Where(l => l.Tier == tier)]).Parts[0].Right, percent, 100);

    [SharedFact]
    public void What_is_nothing_for_the_shop_is_told_from_the_rest()
    {
        var people = Dev("ecommerce").Where(l => l.Tier != "templated");
        Assert.InRange(Auroc.Of([.. people.Select(l => (ShopsWeights.Intents.Classify(l.Text).OutOfScope, l.Intent == Known.OutOfScope))]), 0.985, 1);
    }

    [SharedFact]
    public void What_is_called_sure_is_nearly_always_right()
    {
        var read = Dev("ecommerce").Concat(Dev("abcd_openers")).Where(l => l.Tier != "templated").Select(l => (Line: l, Read: ShopsWeights.Intents.Classify(l.Text))).ToList();
        var sure = read.Where(r => r.Read.Probability >= ShopsWeights.Intents.Thresholds.Sure).ToList();
        Assert.InRange((double)sure.Count / read.Count, 0.75, 1);
        Assert.InRange((double)sure.Count(r => r.Line.Accept.Contains(r.Read.Label)) / sure.Count, 0.95, 1);
    }

    static IEnumerable<LabelledLine> Dev(string set) => LabelledLine.Read(Path.Combine(Shared.Folder!, "data", set, "dev.tsv"));
}
