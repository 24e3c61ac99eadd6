using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using MyCavoodle.Hub;

namespace MyCavoodle.Tests.Scenarios;

/// <summary>Bella asks on Telegram; the figures are checked against the shop's own books, added up here by other means.</summary>
[Collection(ShopCollection.Name)]
public sealed partial class FounderStory(ShopInABox shop)
{
    [Theory]
    [InlineData("revenue yesterday", 1, 1)]
    [InlineData("revenue last 7 days", 6, 0)]
    public async Task Revenue_is_what_the_shop_s_own_orders_add_up_to(string question, int firstDaysAgo, int lastDaysAgo)
    {
        var today = Sydney.DateOf(TimeProvider.System.GetUtcNow());
        var expected = await RevenueAsync(today.AddDays(-firstDaysAgo), today.AddDays(-lastDaysAgo));

        var answer = await AskAsync(question);

        Assert.Contains($": {Figure.Money(expected)}", answer, StringComparison.Ordinal);
        Assert.Contains(Sydney.Spoken(today.AddDays(-firstDaysAgo)), answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MER_comes_with_its_formula_its_inputs_its_dates_and_the_period_before()
    {
        var answer = await AskAsync("what's MER this week?");

        Assert.Contains("MER", answer, StringComparison.Ordinal);
        Assert.Contains("revenue ÷ Meta ad spend", answer, StringComparison.Ordinal);
        Assert.Contains(Sydney.Spoken(Period.ThisWeek(Sydney.DateOf(TimeProvider.System.GetUtcNow())).From), answer, StringComparison.Ordinal);
        Assert.Contains("last week", answer, StringComparison.Ordinal);
        var inputs = Inputs().Match(answer);
        Assert.True(inputs.Success, answer);
        var (revenue, spend) = (Number(inputs.Groups[1].Value), Number(inputs.Groups[2].Value));
        Assert.Contains($": {Math.Round(revenue / spend, 2, MidpointRounding.AwayFromZero):0.00}", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AOV_last_month_divides_revenue_by_orders()
    {
        var answer = await AskAsync("AOV last month");
        Assert.Contains("revenue ÷ orders", answer, StringComparison.Ordinal);
        Assert.Contains("the month before", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_runs_low_is_what_has_reached_its_reorder_point()
    {
        var answer = await AskAsync("which products are running low?");

        await using var hub = shop.Hub();
        var low = await hub.Products.Where(p => p.Active && p.Available <= p.ReorderPoint).ToListAsync();
        Assert.NotEmpty(low);
        Assert.All(low, product => Assert.Contains(product.FullName, answer, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Open_inquiries_are_counted()
    {
        await shop.Contact(ChannelNames.Instagram, "opens-one").AsksAsync("can I talk to a real person please");
        Assert.Matches(@"(?i)open inquiries: [1-9]", await AskAsync("how many inquiries are open?"));
    }

    [Fact]
    public async Task A_stranger_on_the_staff_line_is_turned_away()
    {
        var answer = await shop.Contact(ChannelNames.Telegram, "424242").AsksAsync("what's MER this week?");
        Assert.Contains("private line", answer, StringComparison.Ordinal);
    }

    /// <summary>Notices may come in between: the answer is the first thing after the question that is none.</summary>
    async Task<string> AskAsync(string question)
    {
        var bella = shop.Bella;
        await bella.CatchUpAsync();
        var answer = await bella.AsksAsync(question);
        while (answer.Contains("/desk/conversations/", StringComparison.Ordinal)) answer = await bella.HearsAsync();
        return answer;
    }

    /// <summary>Straight from the emulated shop's Admin API, page by page, with an arithmetic of its own.</summary>
    async Task<decimal> RevenueAsync(DateOnly from, DateOnly to)
    {
        var settings = await shop.GetAsync("/sandbox/api/settings");
        using var admin = new HttpClient { BaseAddress = new Uri(settings["Shopify:BaseUrl"]!.GetValue<string>()) };
        admin.DefaultRequestHeaders.Add("X-Shopify-Access-Token", settings["Shopify:AccessToken"]!.GetValue<string>());
        var (start, end) = (Sydney.StartOf(from), Sydney.StartOf(to.AddDays(1)));
        decimal revenue = 0;
        // Refunds of the period may belong to orders placed long before it.
        for (var page = "admin/api/2026-10/orders.json?status=any&limit=250&created_at_min=" + Uri.EscapeDataString(start.AddDays(-120).ToString("O")); page is not null;)
        {
            using var response = await admin.GetAsync(page);
            using var body = System.Text.Json.JsonDocument.Parse(await response.Content.ReadAsStringAsync());
            foreach (var order in body.RootElement.GetProperty("orders").EnumerateArray())
            {
                if (order.GetProperty("test").GetBoolean()) continue;
                var placed = order.GetProperty("created_at").GetDateTimeOffset();
                var isPaid = order.GetProperty("financial_status").GetString() is "paid" or "partially_refunded" or "refunded";
                if (isPaid && placed >= start && placed < end) revenue += Number(order.GetProperty("total_price").GetString()!);
                foreach (var refund in order.GetProperty("refunds").EnumerateArray())
                    if (refund.GetProperty("processed_at").GetDateTimeOffset() is var at && at >= start && at < end)
                        revenue -= refund.GetProperty("transactions").EnumerateArray().Sum(t => Number(t.GetProperty("amount").GetString()!));
            }
            page = response.Headers.TryGetValues("Link", out var links) && NextPage().Match(string.Join(",", links)) is { Success: true } next ? next.Groups[1].Value : null;
        }
        return revenue;
    }

    static decimal Number(string words) => decimal.Parse(words, NumberStyles.Number, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"revenue \$([\d,.]+), ad spend \$([\d,.]+\d)")] private static partial Regex Inputs();
    [GeneratedRegex("<([^>]+)>; rel=\"next\"")] private static partial Regex NextPage();
}
