using MyCavoodle.Understanding.Intents;

namespace MyCavoodle.Tests.Unit.Understanding.Intents;

public sealed class IntentThresholdsTests
{
    [Fact]
    public void Doubt_begins_where_readings_begin_to_be_wrong()
    {
        var chosen = IntentThresholds.Choose([.. Enumerable.Range(0, 50).Select(_ => (0.8, true, 0.1, false)), .. Enumerable.Range(0, 50).Select(_ => (0.5, false, 0.9, true))]);

        Assert.InRange(chosen.Sure, 0.5, 0.8);
        Assert.InRange(chosen.OutOfScope, 0.1, 0.9);
    }

    [Fact]
    public void Without_lines_to_choose_on_there_are_usual_thresholds() => Assert.Equal(IntentThresholds.Unmeasured, IntentThresholds.Choose([]));
}
