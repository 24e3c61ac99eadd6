namespace MyCavoodle.Tests.Unit.Understanding.Slots;

public sealed class ShoppingSlotTests
{
    [Theory]
    [InlineData("x3 please", 3)]
    [InlineData("3x slicker brush", 3)]
    [InlineData("a couple of combs", 2)]
    [InlineData("two of the oatmeal ones", 2)]
    [InlineData("can I get 3?", 3)]
    [InlineData("qty: 2", 2)]
    [InlineData("I need a dozen", 12)]
    [InlineData("order 4 bottles of it", 4)]
    public void How_many_is_read(string message, int count) => Assert.Equal(count, Assert.Single(Shop.Read(message).Quantities).Count);

    [Theory]
    [InlineData("where is order 1042")]
    [InlineData("the 500 ml")]
    [InlineData("it took 3 weeks")]
    [InlineData("$5 off")]
    [InlineData("one day maybe")]
    public void What_counts_nothing_is_no_quantity(string message) => Assert.Empty(Shop.Read(message).Quantities);

    [Theory]
    [InlineData("I paid $49.95", 49.95)]
    [InlineData("under 20 bucks", 20)]
    [InlineData("twenty dollars", 20)]
    [InlineData("AUD 1,250.00", 1250)]
    [InlineData("50c off", 0.5)]
    [InlineData("$1.2k", 1200)]
    [InlineData("A$30", 30)]
    public void An_amount_is_read(string message, double amount) => Assert.Equal((decimal)amount, Assert.Single(Shop.Read(message).Amounts).Amount);

    [Theory]
    [InlineData("the 500 ml please", "500ml")]
    [InlineData("500mls", "500ml")]
    [InlineData("half a litre", "500ml")]
    [InlineData("0.5l", "500ml")]
    [InlineData("1 litre", "1000ml")]
    [InlineData("16oz", "16oz")]
    [InlineData("2kg bag", "2000g")]
    [InlineData("size M", "m")]
    [InlineData("do you have it in large", "l")]
    public void A_size_is_read_and_written_one_way(string message, string plain) => Assert.Equal(plain, Assert.Single(Shop.Read(message).Sizes).Plain);

    [Theory]
    [InlineData("discount code SAVE10 not working", "SAVE10")]
    [InlineData("my promo code is welcome10", "WELCOME10")]
    [InlineData("coupon 'fluffy'", "FLUFFY")]
    public void A_discount_code_is_read(string message, string code) => Assert.Equal(code, Assert.Single(Shop.Read(message).Discounts).Code);

    [Theory]
    [InlineData("the code isn't working")]
    [InlineData("do you have a discount code please")]
    [InlineData("postcode 3000")]
    public void The_word_code_alone_is_none(string message) => Assert.Empty(Shop.Read(message).Discounts);

    [Theory]
    [InlineData("tracking 33ABC0001234", "33ABC0001234")]
    [InlineData("CP123456789AU", "CP123456789AU")]
    [InlineData("33abc000123401000960400 says delivered", "33ABC000123401000960400")]
    public void A_parcel_number_is_read(string message, string number) => Assert.Equal(number, Assert.Single(Shop.Read(message).TrackingNumbers).Number);

    [Theory]
    [InlineData("yes please", true)]
    [InlineData("yep", true)]
    [InlineData("sure, go ahead", true)]
    [InlineData("no worries", true)]
    [InlineData("👍", true)]
    [InlineData("👎 not that one", false)]
    [InlineData("no thanks", false)]
    [InlineData("nah, the other one", false)]
    [InlineData("I don't", false)]
    [InlineData("I don't understand you", null)]
    [InlineData("no delivery yet", null)]
    [InlineData("Cancel my order", null)]
    [InlineData("cancel", false)]
    [InlineData("where is my order", null)]
    public void Yes_and_no_are_answers_only_when_they_answer(string message, bool? yes) => Assert.Equal(yes, Shop.Read(message).IsYes);

    [Theory]
    [InlineData("my cavoodle Bertie is itchy", "Bertie")]
    [InlineData("our puppy, Luna, is scratching", "Luna")]
    [InlineData("my dog is called max", "Max")]
    [InlineData("a bandana for Milo", "Milo")]
    [InlineData("Milo's coat is matted", "Milo")]
    [InlineData("Bertie the cavoodle", "Bertie")]
    public void The_pets_name_is_read(string message, string name) => Assert.Equal(name, Shop.Read(message).Pet?.Name);

    [Theory]
    [InlineData("my puppy has a rash")]
    [InlineData("is it good for dogs")]
    [InlineData("the brush for Monday")]
    [InlineData("my order has not come")]
    [InlineData("My Money is deducted")]
    [InlineData("no option for Cash on Delivery")]
    public void Not_every_word_after_a_pet_is_a_name(string message) => Assert.Null(Shop.Read(message).Pet);

    [Theory]
    [InlineData("I'm Jo", "Jo")]
    [InlineData("my name is jo", "Jo")]
    [InlineData("this is Sarah speaking", "Sarah")]
    [InlineData("My name is Amy Jones and I ordered", "Amy Jones")]
    [InlineData("where is it?\nCheers,\nAmy", "Amy")]
    [InlineData("Thanks heaps, Jo", "Jo")]
    public void The_writers_name_is_read(string message, string name) => Assert.Equal(name, Shop.Read(message).Person?.Name);

    [Theory]
    [InlineData("I'm sad")]
    [InlineData("this is wrong")]
    [InlineData("thanks so much")]
    [InlineData("can I change my name because I got married")]
    public void Not_every_word_about_oneself_is_a_name(string message) => Assert.Null(Shop.Read(message).Person);

    [Fact]
    public void Figures_are_named_also_when_misspelt() =>
        Assert.Equal(["revenue", "ad_spend", "gross_profit"], Shop.Read("reveneu, ad spend and gross profit last week").Metrics.Select(m => m.Id));

    [Fact]
    public void What_was_ordered_on_a_day_was_ordered_on_the_last_such_day()
    {
        Assert.Equal(new DateTime(2026, 11, 12), Shop.Read("I ordered it on 12/11").Times.Single().Time.Start);
        Assert.Equal(new DateTime(2026, 11, 20), Shop.Read("it arrived on friday").Times.Single().Time.Start);
        Assert.Equal(new DateTime(2026, 11, 27), Shop.Read("will it be here on friday").Times.Single().Time.Start);
    }
}
