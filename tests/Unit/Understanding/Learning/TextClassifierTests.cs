using MyCavoodle.Understanding.Learning;
using Xunit;

namespace MyCavoodle.Tests.Unit.Understanding.Learning;

public sealed class TextClassifierTests
{
    static readonly Example[] Examples =
    [
        new("Where is my parcel?", "order_status"), new("has my order been sent yet", "order_status"), new("track my parcel please", "order_status"), new("my order has not come", "order_status"),
        new("I want to send this back", "return_request"), new("how do I return the brush", "return_request"), new("return this shampoo", "return_request"), new("can I send the towel back?", "return_request"),
        new("good morning", "greeting"), new("hello there", "greeting"), new("hi", "greeting"), new("hey hello", "greeting"),
        new("what is the capital of Peru", "out_of_scope"), new("tell me a joke", "out_of_scope"), new("who won the football", "out_of_scope"), new("play some jazz", "out_of_scope"),
    ];

    static readonly TextClassifier Learned = TextClassifier.Learn(Examples);

    [Theory]
    [InlineData("wheres my parcle", "order_status")]
    [InlineData("want to return a shampoo", "return_request")]
    [InlineData("HELLOOOO", "greeting")]
    public void A_text_gets_the_label_of_those_it_resembles(string text, string label) => Assert.Equal(label, Learned.Classify(text).Label);

    [Fact]
    public void Probabilities_add_up_to_one_and_the_likeliest_comes_first()
    {
        var ranking = Learned.Classify("return my order").Ranking;

        Assert.Equal(1, ranking.Sum(r => r.Probability), 6);
        Assert.Equal(ranking.OrderByDescending(r => r.Probability).Select(r => r.Label), ranking.Select(r => r.Label));
    }

    [Fact]
    public void A_text_of_unknown_words_is_out_of_scope()
    {
        Assert.True(Learned.Classify("zxqv wvzj").OutOfScope > 0.9);
        Assert.True(Learned.Classify("where is my order").OutOfScope < Learned.Classify("tell me who won").OutOfScope);
    }

    [Fact]
    public void Each_word_shows_how_much_it_spoke_for_the_label()
    {
        var evidence = Learned.Explain("please track my parcel", "order_status");

        Assert.Equal(["please", "track", "my", "parcel"], evidence.Select(e => e.Word));
        Assert.Contains(evidence.MaxBy(e => e.Weight).Word, new[] { "track", "parcel" });
    }

    [Fact]
    public void What_was_written_reads_back_and_answers_the_same()
    {
        var bytes = Bytes(Learned);
        var read = TextClassifier.Read(new BinaryReader(new MemoryStream(bytes)));

        Assert.Equal(Learned.Classify("send it back pls").Ranking, read.Classify("send it back pls").Ranking);
        Assert.Equal(bytes, Bytes(read));
    }

    [Fact]
    public void The_same_examples_make_the_same_bytes() => Assert.Equal(Bytes(Learned), Bytes(TextClassifier.Learn(Examples)));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("🐶🐶🐶")]
    [InlineData("\ud83d")]
    [InlineData("привет γειά 你好")]
    [InlineData("\u200b\u200d")]
    [InlineData("''''''")]
    public void A_text_that_says_nothing_known_is_read_without_confidence(string text) => Assert.True(Learned.Classify(text).OutOfScope > 0.9);

    [Fact]
    public void A_very_long_text_is_read_at_once()
    {
        Learned.Classify("warm");
        var watch = System.Diagnostics.Stopwatch.StartNew();
        foreach (var text in new[] { new string('a', 100_000), string.Concat(Enumerable.Repeat("return ", 15_000)), string.Concat(Enumerable.Repeat("\ud83d\ude00 ", 30_000)) }) Learned.Classify(text);

        Assert.True(watch.ElapsedMilliseconds < 3 * 50, $"{watch.ElapsedMilliseconds} ms");
    }

    [Fact]
    public void Many_threads_get_the_answers_one_would()
    {
        var expected = Examples.Select(e => Learned.Classify(e.Text).Probability).ToList();

        Parallel.For(0, 2000, i => Assert.Equal(expected[i % Examples.Length], Learned.Classify(Examples[i % Examples.Length].Text).Probability));
    }

    static byte[] Bytes(TextClassifier classifier)
    {
        using var stream = new MemoryStream();
        classifier.Write(new BinaryWriter(stream));
        return stream.ToArray();
    }
}
