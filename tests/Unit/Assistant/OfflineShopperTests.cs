using MyCavoodle.Hub;
using Xunit;

namespace MyCavoodle.Tests.Unit.Assistant;

/// <summary>What a new and demanding customer tries in the first ten minutes.</summary>
public sealed class OfflineShopperTests
{
    readonly FrontDesk desk = new();

    [Theory]
    [InlineData("how much is the {0}?")]
    [InlineData("hey, whats the {0} worth")]
    [InlineData("what does your {0} cost")]
    public async Task Every_product_s_price_is_told_in_whatever_words_it_is_asked(string question)
    {
        foreach (var product in Shelf.Products)
            Says(await new FrontDesk().AskAsync(string.Format(null, question, product.Name)), product.Name, Figure.Money(product.RetailPrice));
    }

    [Theory]
    [InlineData("how many {0} do you have")]
    [InlineData("do you have any {0} left")]
    [InlineData("have u got {0} available at the moment?")]
    public async Task Every_product_s_stock_is_told_in_whatever_words_it_is_asked(string question)
    {
        foreach (var product in Shelf.Products)
        {
            var answer = await new FrontDesk().AskAsync(string.Format(null, question, product.Name));
            if (product.Available > 0) Says(answer, product.Name, product.Available.ToString(System.Globalization.CultureInfo.InvariantCulture));
            else Assert.Matches("out of stock|sold out", answer);
        }
    }

    [Theory]
    [InlineData("ingredients of {0} please")]
    [InlineData("what's the {0} made of")]
    public async Task Every_product_s_ingredients_are_told_in_whatever_words_they_are_asked(string question)
    {
        foreach (var product in Shelf.Products.Where(p => p.Ingredients is not null))
            Says(await new FrontDesk().AskAsync(string.Format(null, question, product.Name)), product.Ingredients!);
    }

    [Theory]
    [InlineData("do you have something for itchy skin?", "Oatmeal Calm Shampoo")]
    [InlineData("something for shine", "Argan Coat Oil")]
    [InlineData("what's good for a puppy", "Puppy First Bath Shampoo")]
    [InlineData("whats the cheapest shampoo", "$21.95")]
    [InlineData("what is your most expensive product", "Puppy Starter Bundle")]
    [InlineData("what's on sale right now", "$36.95")]
    [InlineData("any shampoo under $22?", "Puppy First Bath Shampoo")]
    [InlineData("oatmel shampo 500", "$36.95")]
    [InlineData("is the puppy shampoo ok for an 8 week old", "decyl glucoside")]
    public async Task A_need_or_a_wish_finds_what_fits(string message, string fits) => Says(await desk.AskAsync(message), fits);

    [Fact]
    public async Task What_fits_only_nearly_is_not_passed_off_as_what_was_asked() => Assert.Matches("exactly|quite like", await desk.AskAsync("flea shampoo?"));

    [Theory]
    [InlineData("can I order the oatmeal shampoo here?")]
    [InlineData("can i get 3 of the slicker brush")]
    [InlineData("I'd like 2 slicker brushes please")]
    [InlineData("add the argan oil to my cart")]
    [InlineData("how do i order")]
    [InlineData("can you help me buying an item?")]
    public async Task Who_wants_to_buy_is_told_where(string message) => Assert.Matches("can't take (orders|the order|them)|not here", await desk.AskAsync(message));

    [Fact]
    public async Task One_of_a_list_can_be_picked_by_its_place()
    {
        await desk.AskAsync("what shampoos do you have");
        Says(await desk.AskAsync("the second one"), "Oatmeal Calm Shampoo");
        Says(await desk.AskAsync("how much is that"), "Oatmeal Calm Shampoo", "$22.95");
    }

    [Fact]
    public async Task Price_and_shipping_are_both_answered() =>
        Says(await desk.AskAsync("do you ship to tasmania and how much"), "anywhere in Australia", "$9.95");

    [Fact]
    public async Task Each_product_gets_the_answer_to_its_own_question()
    {
        var answer = await desk.AskAsync("how much is the slicker brush, and is the argan oil in stock?");
        Says(answer, "$34.95", "out of stock");
        Assert.DoesNotContain("$29.95", answer, StringComparison.Ordinal);
        Says(await new FrontDesk().AskAsync("how much is the slicker brush? also the bamboo towel?"), "$34.95", "$28.95");
        Says(await new FrontDesk().AskAsync("what is the price of the oatmeal shampoo, do you have it and what is in it?"), "$22.95", "64", "colloidal oatmeal");
    }

    [Theory]
    [InlineData("is this a bot?")]
    [InlineData("are you human?")]
    [InlineData("am i talking to a real person")]
    public async Task It_says_that_it_is_no_person(string message) => Says(await desk.AskAsync(message), "automated assistant");

    [Theory]
    [InlineData("hola, donde esta mi pedido?", "es")]
    [InlineData("你好，我的订单在哪里", "zh-Hans")]
    public async Task Another_language_brings_a_person_at_once_who_is_told_which(string message, string language)
    {
        await desk.AskAsync(message);
        Assert.Contains($"\"language\": \"{language}\"", Assert.Single(desk.Calls).Arguments, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_language_without_a_sentence_of_ours_is_asked_once_for_English_and_then_gets_a_person()
    {
        Says(await desk.AskAsync("wo ist meine bestellung?"), "English");
        Assert.Empty(desk.Calls);
        await desk.AskAsync("wo ist meine bestellung?");
        Assert.Equal(["hand_to_person"], desk.Called);
    }

    [Fact]
    public async Task A_refund_is_looked_up_before_a_person_is_called()
    {
        await desk.AskAsync("where's my refund?");
        Assert.Equal(["find_order"], desk.Called);
        await desk.AskAsync("#5123");
        Says(await desk.AskAsync("amy@example.com"), "refund on order #5123", "team");
        await desk.AskAsync("yes please");
        Assert.Equal(["hand_to_person"], desk.Called);
    }

    [Fact]
    public async Task Who_has_lost_the_order_number_is_offered_a_person()
    {
        await desk.AskAsync("where is my order");
        Says(await desk.AskAsync("i dont have the order number"), "confirmation email", "team");
    }

    [Theory]
    [InlineData("she is so fluffy after your shampoo, love it!!", "lovely|day")]
    [InlineData("Where is my order?\n\nRegards, Amy", "order number")]
    [InlineData("what warranty does the nail grinder have", "faulty")]
    [InlineData("i'm a grooming salon, do you have trade prices", "wholesale")]
    [InlineData("are you open on weekends", "Monday to Friday")]
    [InlineData("is my payment secure", "card details")]
    public async Task Nothing_is_answered_that_was_not_asked(string message, string answer) => Assert.Matches(answer, await desk.AskAsync(message));

    static void Says(string answer, params string[] facts)
    {
        foreach (var fact in facts) Assert.Contains(fact, answer, StringComparison.OrdinalIgnoreCase);
    }
}
