using MyCavoodle.Understanding.Learning;
using Xunit;

namespace MyCavoodle.Tests.Unit.Understanding.Learning;

public sealed class OddTextTests
{
    static readonly TextClassifier Learned = TextClassifier.Learn([new("send it back", "return"), new("return this", "return"), new("where is it", "status"), new("track it", "status")]);

    [Fact]
    public void No_text_whatever_makes_it_throw()
    {
        // Letters, marks, halves of emoji, digits, controls and other scripts thrown together, the same ones every time.
        const string Pieces = "aeiourtwhere return it 'n't ?!#$%0123456789 \t\n\r\0`’\u200b\u0301éßñ你好ありمرحبا\ud83d\ude00\ud83d\ude00\udfff\u2028İıſ";
        var chance = new Random(4);
        for (var i = 0; i < 20_000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, chance.Next(60)).Select(_ => Pieces[chance.Next(Pieces.Length)]));
            var read = Learned.Classify(text);
            Assert.InRange(read.OutOfScope, 0, 1);
            Assert.InRange(read.Probability, 0.5, 1);
            if (i % 50 == 0) Learned.Explain(text, "return");
        }
    }

    [Fact]
    public void Two_labels_at_least_are_needed() => Assert.Throws<ArgumentException>(() => TextClassifier.Learn([new("hello", "greeting")]));

    [Fact]
    public void A_label_that_was_not_learned_cannot_be_explained() => Assert.Throws<ArgumentException>(() => Learned.Explain("track it", "greeting"));

    [Fact]
    public void An_example_of_weight_two_counts_like_two_examples()
    {
        Example[] examples = [new("send back", "return"), new("send off", "status"), new("call back", "status")];

        var heavy = TextClassifier.Learn([examples[0] with { Weight = 2 }, examples[1], examples[2]]).Classify("back");
        var light = TextClassifier.Learn(examples).Classify("back");

        Assert.True(heavy.Ranking.Single(r => r.Label == "return").Probability > light.Ranking.Single(r => r.Label == "return").Probability);
    }
}
