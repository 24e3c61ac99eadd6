using MyCavoodle.Understanding.Mood;
using MyCavoodle.Understanding.Text;
using MyCavoodle.Understanding.Weights;

namespace MyCavoodle.Understanding.Spam;

/// <param name="Chance">0 … 1 that no customer wrote this.</param>
/// <param name="IsSpam">Chance enough to act on: a customer is hardly ever among these.</param>
/// <param name="IsAutomatic">By its words a machine answered: out of office, delivery failure, ticket received.</param>
/// <param name="Words">The phrases that say so.</param>
public sealed record Unwanted(double Chance, bool IsSpam, bool IsAutomatic, IReadOnlyList<string> Words);

/// <summary>Tells spam and automatic replies by their words. Any number of threads may ask.</summary>
public sealed class SpamFilter
{
    /// <summary>The section of the weights.</summary>
    public const string Section = "spam";

    const double Enough = 0.6;
    /// <summary>One phrase raises the chance to this, two beyond doubt.</summary>
    const double Once = 0.92, Twice = 0.99;
    /// <summary>Below so many characters nothing is said that learned words alone could judge.</summary>
    const int ShortestLearned = 40;

    readonly SpamPhrases phrases;
    readonly Quantised words;
    readonly double middle, slope;

    internal SpamFilter(SpamPhrases phrases, Quantised words, double middle, double slope) =>
        (this.phrases, this.words, this.middle, this.slope) = (phrases, words, middle, slope);

    /// <param name="path">spam.txt.</param>
    /// <exception cref="InvalidDataException">The weights have no such section.</exception>
    public static SpamFilter Read(string path, WeightsFile weights) =>
        weights.Read(Section, from => new SpamFilter(new(WordLists.Read(path)), Quantised.Read(from), from.ReadDouble(), from.ReadDouble()));

    public Unwanted Of(PlainText message)
    {
        if (message.Text.Length == 0) return new(0, false, false, []);
        List<string> said = [.. phrases.Sure(message)], machine = [.. phrases.Automatic(message)];
        var learned = message.Text.Length < ShortestLearned && said.Count == 0 ? 0 : Learned(message);
        var chance = said.Count switch { 0 => learned, 1 => Math.Max(learned, Once), _ => Math.Max(learned, Twice) };
        return new(chance, chance >= Enough, machine.Count > 0, [.. said, .. machine]);
    }

    double Learned(PlainText message) => 1 / (1 + Math.Exp(-slope * (words.Score(phrases.Features(message)) - middle)));

    internal void Write(BinaryWriter to)
    {
        words.Write(to);
        to.Write(middle);
        to.Write(slope);
    }
}
