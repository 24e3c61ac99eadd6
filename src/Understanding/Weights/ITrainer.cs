namespace MyCavoodle.Understanding.Weights;

/// <summary>One engine's way of learning its section of the weights; <c>offline train</c> runs them all.</summary>
public interface ITrainer
{
    /// <summary>The section it fills: "intents", "sentiment".</summary>
    string Section { get; }

    /// <summary>Learns and writes its section. The same files always make the same bytes.</summary>
    /// <param name="dataFolder">The public data sets, one folder each, as <c>ecommerce/train.tsv</c>; never written to.</param>
    /// <param name="offlineFolder">The shop's own words: <c>prompts/offline</c>.</param>
    /// <exception cref="IOException">A file it learns from is not there.</exception>
    /// <exception cref="InvalidDataException">A file it learns from is not in the format it expects.</exception>
    void Train(string dataFolder, string offlineFolder, WeightsFile into);
}
