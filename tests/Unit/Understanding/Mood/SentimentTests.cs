using MyCavoodle.Understanding.Mood;
using MyCavoodle.Understanding.Text;
using MyCavoodle.Understanding.Weights;

namespace MyCavoodle.Tests.Unit.Understanding.Mood;

public sealed class SentimentTests
{
    static readonly string Words = Path.Combine(RepositoryRoot.Path, "prompts", "offline", "lexicon");
    static readonly Lexicon Lexicon = Lexicon.Read(Words);

    /// <summary>Learned from the shop's own sentences alone: no data needed, quick, and enough to order what customers say.</summary>
    static readonly Lazy<Sentiment> Own = new(() => new(Lexicon, new SentimentLearner(new(Lexicon)).Learn(RatedText.Own(Path.Combine(Words, "rated.txt")), [])));

    [Theory]
    [InlineData("I love this brush", "I don't love this brush")]
    [InlineData("the brush is very good", "the brush is good")]
    [InlineData("the brush is good", "the brush is not good")]
    [InlineData("it smells nice", "it smells nice but the bottle leaked")]
    [InlineData("sooooo happy 😍", "ok")]
    [InlineData("thanks mate, you little ripper", "where is my order")]
    [InlineData("where is my order", "where is my order you useless crooks 😡")]
    [InlineData("not bad at all", "bad")]
    public void What_sounds_better_scores_higher(string better, string worse) => Assert.True(Score(better) > Score(worse));

    [Fact]
    public void The_words_that_say_so_are_named() =>
        Assert.Equal(["love", "😍"], Own.Value.Of(PlainText.Of("I just love it 😍")).Words.Where(w => w is "love" or "😍"));

    [Theory]
    [InlineData("")]
    [InlineData("    ")]
    [InlineData("\ud83d")]
    [InlineData("!!!!!!???")]
    [InlineData("#")]
    [InlineData("@")]
    [InlineData("-'-'-'*")]
    [InlineData("\u200b\u202e")]
    public void Any_text_has_a_score_within_the_scale(string message) => Assert.InRange(Score(message), -5, 5);

    [Fact]
    public void A_very_long_message_is_read_quickly()
    {
        Score("warm up");
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Score(new string('a', 50_000) + string.Concat(Enumerable.Repeat(" bad", 12_500)));
        Assert.InRange(watch.ElapsedMilliseconds, 0, 250);
    }

    [Fact]
    public void What_was_learned_reads_the_same_once_written()
    {
        var weights = new WeightsFile();
        weights.Write(Sentiment.Section, new SentimentLearner(new(Lexicon)).Learn(RatedText.Own(Path.Combine(Words, "rated.txt")), []).Write);
        Assert.Equal(Score("lovely stuff"), new Sentiment(Lexicon, weights).Of(PlainText.Of("lovely stuff")).Score);
    }

    [Fact]
    public void The_lists_hold_thousands_of_words_and_signs() => Assert.True(Lexicon.Count > 5000);

    static double Score(string message) => Own.Value.Of(PlainText.Of(message)).Score;
}
