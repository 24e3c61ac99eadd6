using MyCavoodle.Assistant;
using Xunit;

namespace MyCavoodle.Tests.Unit.Assistant;

public sealed class PromptsTests
{
    readonly Prompts prompts = new(PromptsFolder.Path);

    [Fact]
    public void Both_audiences_have_their_prompt_with_all_parts_in()
    {
        foreach (var prompt in new[] { prompts.Customer, prompts.Founder })
        {
            Assert.Contains("Honesty", prompt, StringComparison.Ordinal);
            Assert.DoesNotContain("{{", prompt, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("replies/empty")]
    [InlineData("replies/handoff", "who", "by")]
    [InlineData("replies/handoff-harm", "who", "by")]
    [InlineData("replies/not-staff")]
    [InlineData("replies/trouble", "who", "by")]
    [InlineData("replies/notice", "reason", "who", "channel", "contact", "summary", "link")]
    [InlineData("replies/greeting-email", "name")]
    [InlineData("replies/signoff-email")]
    public void Every_reply_has_its_slots_and_no_others(string id, params string[] slots)
    {
        var text = prompts.Text(id, [.. slots.Select(s => (s, $"<{s}>"))]);
        Assert.All(slots, s => Assert.Contains($"<{s}>", text, StringComparison.Ordinal));
        Assert.DoesNotContain("{{", text, StringComparison.Ordinal);
    }
}
