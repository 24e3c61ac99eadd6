using System.Text;

namespace MyCavoodle.Tests.Evals;

/// <summary>Every conversation of <c>conversations/</c> goes as it is written there.</summary>
public sealed class ConversationTests
{
    public static TheoryData<string> Names => [.. Script.All.Select(s => s.ToString())];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task It_goes_as_written(string name)
    {
        var (transcript, faults) = await Rehearsal.OfAsync(Script.All.Single(s => s.ToString() == name));
        Assert.True(faults.Count == 0, new StringBuilder().AppendLine(name).AppendJoin('\n', faults).AppendLine().AppendLine().Append(transcript).ToString());
    }
}
