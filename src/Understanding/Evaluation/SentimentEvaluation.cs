using System.Diagnostics;
using MyCavoodle.Understanding.Mood;
using MyCavoodle.Understanding.Text;
using MyCavoodle.Understanding.Weights;

namespace MyCavoodle.Understanding.Evaluation;

/// <summary>
/// <c>eval sentiment</c>: the shop's own engine, or with <c>--train</c> the same learner trained on other rated or labelled
/// texts. With the same file twice no text is scored by what learned from it: the file is cut into folds.
/// </summary>
public sealed class SentimentEvaluation : IEvaluation
{
    const int Folds = 5;
    const int LeastReadings = 3000;

    public string Name => "sentiment";
    public string Description => "How texts sound: correlation with ratings, or F1 of negative, neutral and positive; speed and memory.";

    public EvalReport Run(EvalRequest request)
    {
        var texts = RatedText.Read(request.File);
        if (texts.Count == 0) throw new InvalidDataException($"{request.File} holds no text.");
        var lexicon = Lexicon.Read(Path.Combine(request.OfflineFolder, "lexicon"));
        List<Measured> costs = [];
        var watch = Stopwatch.StartNew();
        var (sentiment, scores, neutral) = request.Train is null ? Shops(request, lexicon, texts)
            : Path.GetFullPath(request.Train) == Path.GetFullPath(request.File) ? Folded(lexicon, texts)
            : Learned(lexicon, RatedText.Read(request.Train), texts);
        if (request.Train is not null) costs.Add(new("training and scoring", Math.Round(watch.Elapsed.TotalSeconds, 2), "s"));
        Time(sentiment, texts, costs);
        var found = new SentimentScores(texts, scores, neutral);
        return new(Name, request.File, [new("texts", texts.Count), .. found.Figures, .. costs], [.. found.Tables], found.Predictions);
    }

    static (Sentiment, double[], (double, double)) Shops(EvalRequest request, Lexicon lexicon, IReadOnlyList<RatedText> texts)
    {
        var path = Path.Combine(request.OfflineFolder, MessageReader.WeightsName);
        if (!File.Exists(path)) throw new InvalidDataException($"There is no {path}: run offline train first, or give --train.");
        var sentiment = new Sentiment(lexicon, WeightsFile.Open(path));
        return (sentiment, Score(sentiment, texts), Feeling.Neutral);
    }

    static (Sentiment, double[], (double, double)) Learned(Lexicon lexicon, IReadOnlyList<RatedText> train, IReadOnlyList<RatedText> texts)
    {
        var sentiment = Learn(lexicon, train);
        // Bounds come from texts to learn from, as a part of them sounds to what the rest taught.
        var neutral = train[0].Label == "" ? Feeling.Neutral : SentimentScores.Neutral(train, Unseen(lexicon, train));
        return (sentiment, Score(sentiment, texts), neutral);
    }

    static (Sentiment, double[], (double, double)) Folded(Lexicon lexicon, IReadOnlyList<RatedText> texts)
    {
        var scores = Unseen(lexicon, texts);
        return (Learn(lexicon, texts), scores, texts[0].Label == "" ? Feeling.Neutral : SentimentScores.Neutral(texts, scores));
    }

    static double[] Unseen(Lexicon lexicon, IReadOnlyList<RatedText> texts)
    {
        var scores = new double[texts.Count];
        for (var fold = 0; fold < Folds; fold++)
        {
            var sentiment = Learn(lexicon, [.. texts.Where((_, i) => i % Folds != fold)]);
            for (var i = fold; i < texts.Count; i += Folds) scores[i] = sentiment.Of(PlainText.Of(texts[i].Text)).Rating;
        }
        return scores;
    }

    static Sentiment Learn(Lexicon lexicon, IReadOnlyList<RatedText> texts) => new(lexicon, new SentimentLearner(new(lexicon)).Learn(texts, []));

    static double[] Score(Sentiment sentiment, IReadOnlyList<RatedText> texts) => [.. texts.Select(t => sentiment.Of(PlainText.Of(t.Text)).Rating)];

    static void Time(Sentiment sentiment, IReadOnlyList<RatedText> texts, List<Measured> costs)
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        costs.Add(new("memory, resident", Math.Round(Environment.WorkingSet / 1048576.0, 1), "MB"));
        costs.Add(new("memory, managed", Math.Round(GC.GetTotalMemory(forceFullCollection: false) / 1048576.0, 1), "MB"));
        var times = new double[Math.Max(LeastReadings, texts.Count)];
        for (var i = 0; i < times.Length; i++)
        {
            var from = Stopwatch.GetTimestamp();
            sentiment.Of(PlainText.Of(texts[i % texts.Count].Text));
            times[i] = Stopwatch.GetElapsedTime(from).TotalMicroseconds;
        }
        costs.Add(new("predictions, one thread", Math.Round(times.Length / (times.Sum() / 1e6)), "/s"));
        Array.Sort(times);
        costs.Add(new("latency p50", Math.Round(times[times.Length / 2], 1), "µs"));
        costs.Add(new("latency p99", Math.Round(times[times.Length * 99 / 100], 1), "µs"));
    }
}
