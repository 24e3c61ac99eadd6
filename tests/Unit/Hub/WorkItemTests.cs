using MyCavoodle.Hub;

namespace MyCavoodle.Tests.Unit.Hub;

public sealed class WorkItemTests
{
    static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Failed_work_is_tried_three_times_more_with_growing_pauses_and_then_kept_with_its_reason()
    {
        var work = Work();
        List<double> pauses = [];
        for (var i = 0; i < 4; i++)
        {
            work.Fail("the provider is down", Noon, jitter: 0.5);
            pauses.Add((work.DueAt - Noon).TotalSeconds);
        }

        Assert.Equal([1, 2, 4], pauses.Take(3));
        Assert.Equal((WorkState.Dead, "the provider is down"), (work.State, work.Reason));
    }

    [Theory]
    [InlineData(0, 0.75)]
    [InlineData(1, 1.25)]
    public void Jitter_spreads_the_pause(double jitter, double seconds)
    {
        var work = Work();
        work.Fail("", Noon, jitter);
        Assert.Equal(seconds, (work.DueAt - Noon).TotalSeconds);
    }

    [Fact]
    public void The_wait_a_provider_asks_for_is_kept()
    {
        var work = Work();
        work.Fail("", Noon, 0.5, TimeSpan.FromSeconds(14));
        Assert.Equal(Noon.AddSeconds(14), work.DueAt);
    }

    [Fact]
    public void Dead_work_comes_back_with_all_its_tries()
    {
        var work = Work();
        work.Bury("gone", Noon);
        work.Replay(Noon.AddHours(1));
        Assert.Equal((WorkState.Waiting, 0, Noon.AddHours(1)), (work.State, work.Attempts, work.DueAt));
    }

    static Turn Work() => new() { Lane = "conversation-1", CreatedAt = Noon, DueAt = Noon, ConversationId = 1, MessageId = 1 };
}
