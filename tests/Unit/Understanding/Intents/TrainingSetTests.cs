using MyCavoodle.Understanding.Intents;
using Known = MyCavoodle.Understanding.Intents.Intents;

namespace MyCavoodle.Tests.Unit.Understanding.Intents;

public sealed class TrainingSetTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("mycavoodle-training-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void The_shops_own_word_holds_against_the_data()
    {
        Data("train.tsv", "Where is my refund?\treturn_request\trefund_status\tshop", "cancel it\tcancel_order\t\tshop");
        Own("refund_status", "# money on its way back", "", "where is my refund");

        Assert.Equal([("where is my refund", Known.RefundStatus), ("where is my refund thanks", Known.RefundStatus), ("cancel it", Known.CancelOrder)], TrainingSet.Of(folder, folder).Select(e => (e.Text, e.Label)));
    }

    [Fact]
    public void Lines_kept_for_measuring_are_not_learned()
    {
        Data("train.tsv", "cancel it\tcancel_order\t\tshop", "stop my order\tcancel_order\t\tshop");
        Data("dev.tsv", "Cancel it!\tcancel_order\t\tshop", "where is it\torder_status\t\tshop");
        Own("order_status", "Where is it?", "where has it got to");

        Assert.Equal(["where has it got to", "where has it got to thanks", "stop my order"], TrainingSet.Of(folder, folder).Select(e => e.Text));
    }

    [Fact]
    public void Generated_lines_count_less_than_shoppers_own()
    {
        Data("train.tsv", "cancel it\tcancel_order\t\tshop", "I would like to cancel a purchase\tcancel_order\t\ttemplated");
        Own("order_status", "where is it");

        var examples = TrainingSet.Of(folder, folder);

        Assert.True(examples.Single(e => e.Text == "cancel it").Weight > examples.Single(e => e.Text.StartsWith("I would", StringComparison.Ordinal)).Weight);
    }

    [Fact]
    public void A_file_named_after_no_intent_is_refused_by_name()
    {
        Data("train.tsv", "cancel it\tcancel_order\t\tshop");
        Own("cancle_order", "cancel it");

        Assert.Contains("cancle_order", Assert.Throws<InvalidDataException>(() => TrainingSet.Of(folder, folder)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_intent_has_a_file_of_utterances_and_no_line_is_in_two() =>
        Assert.Multiple(
            () => Assert.Equal(Known.All.Order(), Directory.GetFiles(Path.Combine(ShopsWeights.Folder, "utterances"), "*.txt").Select(f => Path.GetFileNameWithoutExtension(f)).Order()),
            () => Assert.Empty(Directory.GetFiles(Path.Combine(ShopsWeights.Folder, "utterances"), "*.txt").SelectMany(File.ReadLines)
                .Where(l => l.Length > 0 && l[0] != '#').GroupBy(l => l.ToLowerInvariant()).Where(g => g.Count() > 1).Select(g => g.Key)));

    void Data(string name, params string[] lines)
    {
        Directory.CreateDirectory(Path.Combine(folder, "ecommerce"));
        File.WriteAllLines(Path.Combine(folder, "ecommerce", name), lines.Prepend("text\tintent\taccept\ttier"));
    }

    void Own(string intent, params string[] lines)
    {
        Directory.CreateDirectory(Path.Combine(folder, "utterances"));
        File.WriteAllLines(Path.Combine(folder, "utterances", $"{intent}.txt"), lines);
    }
}
