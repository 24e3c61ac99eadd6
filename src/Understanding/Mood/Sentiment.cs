using MyCavoodle.Understanding.Text;
using MyCavoodle.Understanding.Weights;

namespace MyCavoodle.Understanding.Mood;

/// <summary>How a message sounds.</summary>
/// <param name="Score">−5 (furious) … +5 (delighted).</param>
/// <param name="Words">The words and signs that say so, in their order.</param>
public sealed record Feeling(double Score, IReadOnlyList<string> Words)
{
    /// <summary>As an inquiry keeps it.</summary>
    public int Rounded => (int)Math.Round(Score, MidpointRounding.AwayFromZero);

    /// <summary>Ratings between which a text is called neutral where three labels are wanted.</summary>
    internal static readonly (double From, double To) Neutral = (-0.3, 0.7);

    internal const double Highest = 5, HighestRating = 4;

    /// <summary>The same on the scale of the rated texts, −4 … +4.</summary>
    internal double Rating => Score * HighestRating / Highest;
}

/// <summary>Reads how a message sounds, from the shop's own word lists and from what rated texts taught. Any number of threads may ask.</summary>
public sealed class Sentiment
{
    /// <summary>The section of the weights.</summary>
    public const string Section = "sentiment";

    readonly FeltReader reader;
    readonly SentimentModel model;

    internal Sentiment(Lexicon lexicon, SentimentModel model) => (reader, this.model) = (new(lexicon), model);

    /// <exception cref="InvalidDataException">The weights have no such section.</exception>
    public Sentiment(Lexicon lexicon, WeightsFile weights) : this(lexicon, weights.Read(Section, SentimentModel.Read)) { }

    public Feeling Of(PlainText message)
    {
        var felt = reader.Read(message);
        if (felt.Count == 0) return new(0, []);
        var score = model.Score(felt) * Feeling.Highest / Feeling.HighestRating;
        return new(Math.Clamp(score, -Feeling.Highest, Feeling.Highest), [.. felt.Where(f => f.Weight != 0).Select(f => f.Phrase ?? f.Written)]);
    }
}
