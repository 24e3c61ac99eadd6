using MyCavoodle.Tests.Unit.Assistant;
using MyCavoodle.Understanding.Intents;
using MyCavoodle.Understanding.Weights;

namespace MyCavoodle.Tests.Unit.Understanding.Intents;

/// <summary>The intents as they ship.</summary>
static class ShopsWeights
{
    public static readonly string Folder = Path.Combine(PromptsFolder.Path, "offline");

    static readonly Lazy<IntentModel> Model = new(() => IntentModel.Of(WeightsFile.Open(Path.Combine(Folder, "weights.bin"))));

    public static IntentModel Intents => Model.Value;
}
