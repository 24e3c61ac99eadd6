using Xunit;

namespace MyCavoodle.Tests.Unit.Assistant;

public sealed class OfflineProductTests
{
    readonly FrontDesk desk = new();

    [Fact]
    public async Task Follow_ups_are_about_the_product_last_talked_about()
    {
        Says(await desk.AskAsync("how much is the oatmeal shampo"), "$22.95", "$36.95");
        var larger = await desk.AskAsync("and the 500ml?");
        Says(larger, "$36.95");
        Assert.DoesNotContain("$22.95", larger, StringComparison.Ordinal);
        Says(await desk.AskAsync("is it in stock"), "41");
        Says(await desk.AskAsync("whats in it"), "colloidal oatmeal");
        Says(await desk.AskAsync("what about the slicker brush?"), "Curved Slicker Brush");
        Says(await desk.AskAsync("how much is it"), "$34.95");
    }

    [Fact]
    public async Task Price_and_stock_are_answered_together() =>
        Says(await desk.AskAsync("how much is the slicker brush and is it in stock?"), "$34.95", "57");

    [Fact]
    public async Task Price_and_shipping_are_answered_together()
    {
        Says(await desk.AskAsync("how much is the argan oil and how much is shipping?"), "$29.95", "$9.95");
        Assert.Equal(["find_products", "search_knowledge"], desk.Called);
    }

    [Fact]
    public async Task Sold_out_is_said() => Says(await desk.AskAsync("is the argan oil available"), "out of stock");

    [Fact]
    public async Task Several_products_make_a_short_list_and_one_can_be_picked()
    {
        Says(await desk.AskAsync("what's in the conditioner?"), "Silk Coat Conditioner", "?");
        Says(await desk.AskAsync("the silk one"), "silk amino acids");
        Says(await desk.AskAsync("how much is it?"), "$24.95");
    }

    [Theory]
    [InlineData("does the oatmeal shampoo contain coconut", "doesn't name coconut")]
    [InlineData("does the curl and coat shampoo contain coconut", "names coconut")]
    public async Task An_ingredient_is_looked_for_on_the_list(string question, string answer) => Says(await desk.AskAsync(question), answer);

    [Fact]
    public async Task Safety_is_not_promised()
    {
        var answer = await desk.AskAsync("is the oatmeal shampoo safe for my 9 week old puppy?");
        Says(answer, "colloidal oatmeal", "vet");
        Assert.DoesNotContain("is safe", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_shop_does_not_sell_is_said_with_what_it_does() =>
        Says(await desk.AskAsync("do you sell dog beds"), "shampoo", "conditioner", "bundles");

    [Fact]
    public async Task Shipping_follow_ups_stay_with_shipping()
    {
        await desk.AskAsync("how much is shipping?");
        Says(await desk.AskAsync("and express?"), "$14.95");
    }

    [Fact]
    public async Task The_shop_s_text_is_not_repeated_word_for_word()
    {
        var first = await desk.AskAsync("do you have gift cards");
        Assert.NotEqual(first, await desk.AskAsync("do you have gift cards"));
    }

    static void Says(string answer, params string[] facts)
    {
        foreach (var fact in facts) Assert.Contains(fact, answer, StringComparison.OrdinalIgnoreCase);
    }
}
