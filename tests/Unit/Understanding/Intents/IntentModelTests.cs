using MyCavoodle.Understanding.Intents;
using MyCavoodle.Understanding.Learning;
using MyCavoodle.Understanding.Weights;
using Known = MyCavoodle.Understanding.Intents.Intents;

namespace MyCavoodle.Tests.Unit.Understanding.Intents;

public sealed class IntentModelTests
{
    static IntentReading Read(string message) => ShopsWeights.Intents.Read(message);

    [Theory]
    [InlineData("wheres my shampoo, ordered it like ten days ago", "order_status")]
    [InlineData("tracking link goes nowhere, has #1077 been sent?", "order_status")]
    [InlineData("Our parcel for Waffles seems to have gone for a wander. Could you chase it up? Ta, Deb", "order_status")]
    [InlineData("hw long 2 get 2 cairns", "shipping_info")]
    [InlineData("whats the postage for a single brush to wagga", "shipping_info")]
    [InlineData("opened the parcel and the conditioner had burst all over", "damaged_or_wrong_item")]
    [InlineData("u sent me the puppy one i ordered oatmeal", "damaged_or_wrong_item")]
    [InlineData("The clasp on the lead snapped on our very first walk", "damaged_or_wrong_item")]
    [InlineData("got any more of them bamboo brushes or is that it", "stock_question")]
    [InlineData("when r u getting the 1L back in", "stock_question")]
    [InlineData("this is the worst shop ive ever dealt with", "complaint")]
    [InlineData("swap the small bandana in my order for a medium before it leaves please", "change_order")]
    [InlineData("could you pop another comb on order 1093 for me", "change_order")]
    [InlineData("scrap order 1080, found some at the vet", "cancel_order")]
    [InlineData("I've shifted to Ballarat, can the parcel be sent there instead of Geelong?", "change_address")]
    [InlineData("harness too tight on Gus, can i send it back", "return_request")]
    [InlineData("what are your rules on sending things back", "return_request")]
    [InlineData("you got my return last monday, still no money in my account", "refund_status")]
    [InlineData("my card keeps bouncing at your checkout", "payment_issue")]
    [InlineData("there's two charges of $42 from you lot on my visa", "payment_issue")]
    [InlineData("cant remeber my pasword", "account_issue")]
    [InlineData("the basket on your site forgets what I put in it", "account_issue")]
    [InlineData("is there a code for first timers", "discount_or_promo")]
    [InlineData("code OODLE10 says not valid", "discount_or_promo")]
    [InlineData("is ur oatmeal shampoo ok for a 10wk old cavoodle w itchy belly", "product_question")]
    [InlineData("which comb would you get for a wool coat?", "product_question")]
    [InlineData("i'll have 3 of the conditioners thanks", "place_order")]
    [InlineData("do u guys have a shop in adelaide", "store_info")]
    [InlineData("give me a real person already", "speak_to_human")]
    [InlineData("arvo team!", "greeting")]
    [InlineData("ta heaps you've been a great help", "thanks")]
    [InlineData("no that's me done, see ya later", "goodbye")]
    [InlineData("what's the capital of peru", "out_of_scope")]
    [InlineData("can you clip Daisy's nails on thursday arvo", "out_of_scope")]
    [InlineData("i need to move my flight to sunday", "out_of_scope")]
    public void A_message_nobody_taught_is_understood(string message, string intent) => Assert.Equal(intent, Read(message).Main.Intent);

    [Theory]
    [InlineData("where is #1042 and do you have the oatmeal one in 500 ml?", "order_status", "stock_question")]
    [InlineData("My card was declined twice. Also do you have a store in Sydney?", "payment_issue", "store_info")]
    [InlineData("please change my address to 4 Elm St and add a bandana to my order", "change_address", "change_order")]
    [InlineData("the lid was cracked on my shampoo!! also when will the bundle be back in stock", "damaged_or_wrong_item", "stock_question")]
    [InlineData("what's your return policy, and how long does delivery take?", "return_request", "shipping_info")]
    [InlineData("any discount codes? and is the detangler safe for puppies?", "discount_or_promo", "product_question")]
    [InlineData("has my refund gone through? I need to update my email address too", "refund_status", "account_issue")]
    public void Each_of_two_things_wanted_is_seen(string message, string first, string second) =>
        Assert.Equal([first, second], Read(message).Wants.Select(w => w.Intent));

    [Theory]
    [InlineData("Hi Bella, hope you're well. I ordered the oatmeal shampoo last Tuesday for my cavoodle Teddy, and it still hasn't arrived. Could you let me know where it is? Thanks so much, Jen", "order_status")]
    [InlineData("My order came today but the bottle leaked. I'd like a replacement please. Order 1042.", "damaged_or_wrong_item")]
    [InlineData("I bought the large harness and it's too big. Can I send it back? I haven't used it.", "return_request")]
    [InlineData("I tried to log in. It says wrong password. I tried again. Same thing. Please help.", "account_issue")]
    [InlineData("I moved last week. Please change the address on my order to 12 Rose St. Thanks", "change_address")]
    public void A_story_around_one_wish_is_one_wish(string message, string intent) => Assert.Equal([intent], Read(message).Wants.Select(w => w.Intent));

    [Fact]
    public void A_courtesy_does_not_hide_what_is_wanted() => Assert.Equal(Known.OrderStatus, Read("Thanks for your help. Where is my parcel?").Main.Intent);

    [Fact]
    public void A_contact_form_around_the_question_changes_nothing() =>
        Assert.Equal(Known.StockQuestion, Read("Name: Ada Lund Phone Number: (02) 5550 1234 Member Level: Gold Email Address: ada@example.com is the slicker brush back in stock").Main.Intent);

    [Fact]
    public void The_words_that_decided_are_shown()
    {
        var meant = Read("my parcel arrived and the bottle is broken").Main;
        Assert.Equal(Known.DamagedOrWrongItem, meant.Intent);
        Assert.Equal(Known.Returns, meant.Category);
        Assert.Contains("broken", meant.Evidence);
    }

    [Fact]
    public void What_a_product_is_called_does_not_matter()
    {
        var names = new ProductNames(["Cancel My Stains Wipes", "Refund Spray"]);
        Assert.Equal(Known.StockQuestion, ShopsWeights.Intents.Read("is the cancel my stains wipes in stock", names).Main.Intent);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("🐶🐶🐶")]
    [InlineData("\uD83D")]
    [InlineData("\u200B\u200B")]
    [InlineData("здравствуйте, где мой заказ")]
    [InlineData("zzqx vrtp wwkj")]
    public void What_cannot_be_read_is_not_sure(string message) => Assert.False(Read(message) is { IsSure: true, IsOutOfScope: false });

    [Fact]
    public void Whatever_is_sent_there_is_a_reading()
    {
        var chance = new Random(7);
        for (var i = 0; i < 3000; i++)
        {
            var message = new string([.. Enumerable.Range(0, chance.Next(60)).Select(_ => (char)(chance.Next(4) == 0 ? chance.Next(0xFFFF) : chance.Next(32, 127)))]);
            Assert.NotEmpty(Read(message).Wants);
        }
        Assert.NotEmpty(Read(new string('a', 100_000)).Wants);
        Assert.NotEmpty(Read(string.Concat(Enumerable.Repeat("order ", 20_000))).Wants);
    }

    [Fact]
    public void A_model_read_again_answers_the_same()
    {
        Example[] examples = [new("where is my order", Known.OrderStatus), new("track my parcel", Known.OrderStatus), new("is it in stock", Known.StockQuestion), new("any left", Known.StockQuestion), new("tell me a joke", Known.OutOfScope), new("will it rain", Known.OutOfScope)];
        var model = IntentModel.Learn(examples).With(new IntentThresholds(0.7, 0.8));
        var weights = new WeightsFile();
        weights.Write(IntentModel.Section, model.Write);

        var again = IntentModel.Of(weights);

        Assert.Equal(model.Thresholds, again.Thresholds);
        Assert.Equal(model.Classify("where is it").Ranking, again.Classify("where is it").Ranking);
    }
}
