using MyCavoodle.Understanding.Injection;
using MyCavoodle.Understanding.Intents;
using MyCavoodle.Understanding.Mood;
using MyCavoodle.Understanding.Spam;

namespace MyCavoodle.Understanding.Weights;

/// <summary>Every engine that learns, and all of them in one run.</summary>
public static class Trainers
{
    /// <summary>Add an engine's trainer here and <c>offline train</c> fills its section too.</summary>
    public static IReadOnlyList<ITrainer> All { get; } =
    [
        new IntentTrainer(), new SentimentTrainer(), new AngerTrainer(), new SpamTrainer(), new InjectionTrainer(),
    ];

    /// <param name="trained">Told of each section as it is done, with what it took.</param>
    public static WeightsFile Train(string dataFolder, string offlineFolder, Action<ITrainer, TimeSpan>? trained = null)
    {
        var weights = new WeightsFile();
        foreach (var trainer in All)
        {
            var start = TimeProvider.System.GetTimestamp();
            trainer.Train(dataFolder, offlineFolder, weights);
            trained?.Invoke(trainer, TimeProvider.System.GetElapsedTime(start));
        }
        return weights;
    }
}
