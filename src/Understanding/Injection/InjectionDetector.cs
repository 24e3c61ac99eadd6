using MyCavoodle.Understanding.Text;
using MyCavoodle.Understanding.Weights;

namespace MyCavoodle.Understanding.Injection;

/// <summary>
/// Tells a message that commands the assistant (forget your rules, show your prompt, be somebody else, refund everyone)
/// from one that asks it something. Reads the message in overlapping windows, so that one sentence in a long mail is
/// found, and reads whatever its disguises say underneath. Keeps nothing between messages; any number of threads may ask.
/// </summary>
public sealed class InjectionDetector
{
    /// <summary>Characters of a long message that are read: its beginning and its end, where commands stand.</summary>
    const int Head = 24_000, Tail = 8_000;

    /// <summary>What hides says more than what is said openly.</summary>
    const double Hiding = 1;

    const int MostEvidence = 8;

    readonly InjectionModel model;

    internal InjectionDetector(InjectionModel model) => this.model = model;

    /// <exception cref="InvalidDataException">The weights have no such section.</exception>
    public static InjectionDetector From(WeightsFile weights) => new(InjectionModel.From(weights));

    /// <summary>Learns from these alone, with the line at even odds; <c>offline train</c> draws it with ordinary texts.</summary>
    public static InjectionDetector Learn(IReadOnlyList<InjectionSample> samples) => new(InjectionLearner.Learn(samples));

    public InjectionReading Read(PlainText message)
    {
        if (message.Text.Length == 0 && message.Original.Length == 0) return InjectionReading.None;
        var (worn, readings) = Disguises.Under(message.Original, message.Text);
        var best = Best(message.Text, worn, Sighting.Nothing);
        if (message.Original.Length > PlainText.Longest)
            foreach (var part in Rest(message.Original)) best = Best(part, worn, best);
        foreach (var reading in readings) best = Best(PlainText.Of(reading).Text, worn, best, Hiding);
        return model.IsAttack(best.Logit) ? new(model.Score(best.Logit), true, Evidence(best, worn)) : new(model.Score(best.Logit), false, []);
    }

    /// <summary>The verdict on a message before the threshold: what the trainer draws the line through.</summary>
    internal double Logit(string text)
    {
        var message = PlainText.Of(text);
        var (worn, readings) = Disguises.Under(text, message.Text);
        var best = Best(message.Text, worn, Sighting.Nothing);
        foreach (var reading in readings) best = Best(PlainText.Of(reading).Text, worn, best, Hiding);
        return best.Logit;
    }

    // What PlainText left out of a long message, in pieces of its size
    static IEnumerable<string> Rest(string original)
    {
        for (var at = PlainText.Longest; at < Math.Min(original.Length, Head); at += PlainText.Longest)
            yield return PlainText.Of(original.Substring(at, Math.Min(PlainText.Longest, original.Length - at))).Text;
        for (var at = Math.Max(Head, original.Length - Tail); at < original.Length; at += PlainText.Longest)
            yield return PlainText.Of(original.Substring(at, Math.Min(PlainText.Longest, original.Length - at))).Text;
    }

    Sighting Best(string text, Disguise worn, Sighting soFar, double bonus = 0)
    {
        var tokens = Token.In(text);
        var window = new FeatureSet();
        Action<int, int, int> add = (feature, _, _) => window.Add(feature);
        var (sum, count, highest, at) = (0.0, 0, double.NegativeInfinity, (0, 0));
        foreach (var (from, to) in Window.Over(tokens.Count))
        {
            window.Clear();
            Window.Features(text, tokens, from, to, worn, add);
            var logit = model.Logit(window.Features);
            sum += logit;
            count++;
            if (logit > highest) (highest, at) = (logit, (from, to));
        }
        var whole = Combine(highest, sum / count, count) + bonus;
        return whole > soFar.Logit ? new(whole, text, tokens, at.Item1, at.Item2) : soFar;
    }

    /// <summary>One window among many is high by chance; many that are high are not.</summary>
    internal static double Combine(double highest, double mean, int windows) => Math.Max(highest - 0.4 * Math.Log(windows), mean + 0.5 * Math.Log(windows));

    // The words that weigh most, each with its share of the pairs it is in
    List<string> Evidence(Sighting seen, Disguise worn)
    {
        var weight = new double[seen.Tokens.Count];
        Window.Features(seen.Text, seen.Tokens, seen.From, seen.To, worn, (feature, first, last) =>
        {
            if (first < 0) return;
            weight[first] += model.Weight(feature) / 2;
            weight[last] += model.Weight(feature) / 2;
        });
        return [.. Enumerable.Range(seen.From, seen.To - seen.From).Where(i => seen.Tokens[i].IsWord && weight[i] > 0)
            .OrderByDescending(i => weight[i]).Take(MostEvidence).Order()
            .Select(i => seen.Text.Substring(seen.Tokens[i].Start, seen.Tokens[i].Length)).Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    readonly record struct Sighting(double Logit, string Text, List<Token> Tokens, int From, int To)
    {
        public static readonly Sighting Nothing = new(double.NegativeInfinity, "", [], 0, 0);
    }
}
