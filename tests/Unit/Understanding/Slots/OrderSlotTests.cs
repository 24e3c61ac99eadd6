namespace MyCavoodle.Tests.Unit.Understanding.Slots;

public sealed class OrderSlotTests
{
    [Theory]
    [InlineData("Where is #1042?")]
    [InlineData("where is order 1042")]
    [InlineData("ORDER NO: 1042")]
    [InlineData("order no. 1042, amy@example.com")]
    [InlineData("ordr nmbr 1042 pls")]
    [InlineData("my oder number is 1042")]
    [InlineData("order number one zero four two")]
    [InlineData("its order one oh four two")]
    [InlineData("order number is 1 0 4 2")]
    [InlineData("no. 1 0 4 2")]
    [InlineData("order 10 42")]
    [InlineData("# 1042 please")]
    [InlineData("order #１０４２")]
    [InlineData("＃1042")]
    [InlineData("hi, 1042 please")]
    [InlineData("1042")]
    [InlineData("yes it's 1042")]
    [InlineData("invoice 1042 for $49.95")]
    [InlineData("1042 and amy@example.com")]
    [InlineData("bought on 3/11/2026, order 1042, 2 bottles of 500 ml, paid $1043.00")]
    [InlineData("I live at 12 Smith St Newtown 2042, my order is 1042")]
    [InlineData("(order 1042)")]
    public void An_order_is_found_in_any_spelling(string message) => Assert.Equal("1042", Assert.Single(Shop.Read(message).Orders).Number);

    [Theory]
    [InlineData("the 500 ml please")]
    [InlineData("do you have it in 1000ml")]
    [InlineData("my phone is 0412 345 678")]
    [InlineData("call me on 02 9123 4567")]
    [InlineData("i paid $5123.00")]
    [InlineData("it was 1200 dollars")]
    [InlineData("since 2026-11-01")]
    [InlineData("in 2024 I bought one")]
    [InlineData("my postcode is 3000")]
    [InlineData("12 High Street Bondi 2026")]
    [InlineData("can you ship to Darwin 0800")]
    [InlineData("deliver to Perth WA 6000")]
    [InlineData("tracking 33ABC0001234")]
    [InlineData("33ABC000123401000960400 says delivered")]
    [InlineData("code SAVE1000")]
    [InlineData("MC1042 where is it")]
    [InlineData("INV-1042")]
    [InlineData("10,000 followers and 1500 reviews")]
    [InlineData("waiting 1000 hours")]
    [InlineData("amy1042@example.com")]
    [InlineData("https://example.com/orders/1042")]
    [InlineData("1042% sure")]
    [InlineData("at 10.42 am")]
    [InlineData("where is my order")]
    public void An_amount_a_size_a_telephone_a_place_or_a_date_is_no_order(string message) => Assert.Empty(Shop.Read(message).Orders);

    [Fact]
    public void The_shops_own_prefix_is_part_of_the_number()
    {
        Assert.Equal("MC1042", Assert.Single(Shop.Read("where is mc1042", "MC").Orders).Number);
        Assert.Equal("MC1042", Assert.Single(Shop.Read("where is MC-1042", "MC").Orders).Number);
        Assert.Equal("1042", Assert.Single(Shop.Read("where is #1042", "MC").Orders).Number);
    }

    [Fact]
    public void Several_orders_are_all_found() => Assert.Equal(["1042", "1043", "1044"], Shop.Read("orders 1042, 1043 and 1044").Orders.Select(o => o.Number));

    [Fact]
    public void The_words_that_say_it_are_the_evidence()
    {
        var order = Assert.Single(Shop.Read("hey, ordr nmbr 1042 pls").Orders);

        Assert.Equal((5, "ordr nmbr 1042", true), (order.At, order.Words, order.IsCertain));
        Assert.False(Assert.Single(Shop.Read("hi, 1042 please").Orders).IsCertain);
    }
}
