using MyCavoodle.Hub;
using Xunit;

namespace MyCavoodle.Tests.Unit.Assistant;

public sealed class OfflineFounderTests
{
    readonly FrontDesk desk = new(StaffName.Bella);

    [Fact]
    public async Task A_figure_comes_with_formula_inputs_dates_comparison_and_time() => Assert.Equal(
        """
        MER this week so far: 3.12
        Mon 16 Nov 2026 to Sun 22 Nov 2026 (Sydney)
        = revenue ÷ Meta ad spend (revenue $1,234.50, ad spend $395.67)
        last week to the same day (Mon 9 Nov 2026 to Sun 15 Nov 2026): 2.98 (+4.7 %)
        As of Sun 22 Nov 2026, 3:05 pm
        """.ReplaceLineEndings("\n"), await desk.AskAsync("what's MER this week?"));

    [Fact]
    public async Task Follow_ups_keep_the_figure_or_the_period()
    {
        await desk.AskAsync("what's MER this week?");
        Assert.StartsWith("MER last week: ", await desk.AskAsync("and last week?"), StringComparison.Ordinal);
        Assert.StartsWith("Revenue last week: ", await desk.AskAsync("and revenue?"), StringComparison.Ordinal);
        Assert.StartsWith("Revenue yesterday: ", await desk.AskAsync("yesterday?"), StringComparison.Ordinal);
        Assert.StartsWith("AOV this week so far: ", await desk.AskAsync("what's our AOV"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_figures_are_answered_in_one_message()
    {
        var answer = await desk.AskAsync("ad spend and gross profit last month");
        Assert.Equal(2, desk.Calls.Count);
        Assert.Contains("Meta ad spend last month: $395.67", answer, StringComparison.Ordinal);
        Assert.Contains("Gross profit last month: $834.50", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_periods_are_answered_beside_each_other()
    {
        await desk.AskAsync("revenue this week and last week");
        Assert.Equal(2, desk.Calls.Count);
    }

    [Fact]
    public async Task How_did_we_do_is_an_overview()
    {
        var answer = await desk.AskAsync("how did we do in october");
        foreach (var figure in new[] { "Revenue", "Orders", "AOV", "MER", "Gross profit" })
            Assert.Contains(figure + " October 2026: ", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_runs_low_stands_one_a_line() =>
        Assert.Equal("Running low:\nArgan Coat Oil: 0 left, reorder at 10\nBamboo Drying Towel, Large: 5 left, reorder at 10", await desk.AskAsync("which products are running low?"));

    [Fact]
    public async Task Open_inquiries_are_counted()
    {
        var answer = await desk.AskAsync("how many inquiries are open?");
        Assert.Contains("3", answer, StringComparison.Ordinal);
        Assert.Contains("Fri 20 Nov 2026, 4:10 pm", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_VA_is_told_that_figures_are_Bella_s()
    {
        var va = new FrontDesk(StaffName.Va);
        Assert.Contains("Bella", await va.AskAsync("what's MER this week"), StringComparison.Ordinal);
    }

    /// <summary>A reply the last look holds back hands Bella's own line to staff.</summary>
    [Theory]
    [InlineData("hi")]
    [InlineData("help")]
    [InlineData("blargh")]
    [InlineData("order")]
    public async Task Help_names_nothing_that_no_tool_returned(string message)
    {
        foreach (var who in new[] { StaffName.Bella, StaffName.Va })
        {
            var line = new FrontDesk(who);
            for (var turn = 0; turn < 3; turn++) Assert.Null(ReplyPolicy.Review(await line.AskAsync(message), [message]));
        }
    }

    [Theory]
    [InlineData("revenue 1 to 5 november", "Sun 1 Nov 2026 to Thu 5 Nov 2026")]
    [InlineData("revenue from 1 nov to 10 nov", "Sun 1 Nov 2026 to Tue 10 Nov 2026")]
    [InlineData("revenue 1/11 to 5/11", "Sun 1 Nov 2026 to Thu 5 Nov 2026")]
    [InlineData("revenue on monday", "Mon 16 Nov 2026")]
    [InlineData("revnue yestrday", "Sat 21 Nov 2026")]
    [InlineData("how did october go?", "Revenue October 2026")]
    public async Task Days_are_read_as_written(string message, string days) => Assert.Contains(days, await desk.AskAsync(message), StringComparison.Ordinal);

    [Theory]
    [InlineData("revenue q3")]
    [InlineData("revenue this weekend")]
    [InlineData("best selling product this month")]
    public async Task What_cannot_be_read_is_asked_back(string message)
    {
        await desk.AskAsync("revenue yesterday");
        Assert.DoesNotContain("(Sydney)", await desk.AskAsync(message), StringComparison.Ordinal);
    }
}
