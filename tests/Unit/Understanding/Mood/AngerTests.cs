using MyCavoodle.Understanding.Mood;
using MyCavoodle.Understanding.Text;
using MyCavoodle.Understanding.Weights;

namespace MyCavoodle.Tests.Unit.Understanding.Mood;

public sealed class AngerTests
{
    static readonly Lazy<Anger> Learned = new(() =>
    {
        var offline = Path.Combine(RepositoryRoot.Path, "prompts", "offline");
        var weights = new WeightsFile();
        new AngerTrainer().Train(Path.Combine(Shared.Folder!, "data"), offline, weights);
        return Anger.Read(Lexicon.Read(Path.Combine(offline, "lexicon")), weights);
    });

    [SharedTheory]
    [InlineData("I AM FURIOUS!!! you liars stole my money")]
    [InlineData("this is outrageous, absolutely disgusting service")]
    [InlineData("what the fuck is wrong with you people")]
    [InlineData("😡😡😡")]
    public void An_angry_message_is_told(string message) => Assert.True(Of(message, feeling: -3) > 0.5);

    [SharedTheory]
    [InlineData("where is my order")]
    [InlineData("hi, can I get a refund please")]
    [InlineData("my bottle arrived with a loose lid")]
    [InlineData("")]
    public void An_ordinary_message_is_not_angry(string message) => Assert.True(Of(message, feeling: -0.5) < 0.5);

    [SharedFact]
    public void What_sounds_happy_is_never_angry() => Assert.Equal(0, Of("bloody hell this is fucking awesome", feeling: 4));

    static double Of(string message, double feeling) => Learned.Value.Of(PlainText.Of(message), new(feeling, []));
}
