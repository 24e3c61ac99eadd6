using MyCavoodle.Assistant;
using Xunit;

namespace MyCavoodle.Tests.Unit.Assistant;

public sealed class KnowledgeTests
{
    static readonly Knowledge Written = Knowledge.Load(Path.Combine(PromptsFolder.Path, "knowledge"));

    [Theory]
    [InlineData("how much is shipping", "Shipping cost")]
    [InlineData("shiping cost", "Shipping cost")]
    [InlineData("how much do you charge for postage", "Shipping cost")]
    [InlineData("is there free shipping", "Free shipping")]
    [InlineData("how much do i need to spend for free delivery", "Free shipping")]
    [InlineData("how long does shipping take", "Delivery time")]
    [InlineData("how long does delivery take to perth", "Delivery time")]
    [InlineData("when do you dispatch orders", "Dispatch")]
    [InlineData("if i order today when will it ship", "Dispatch")]
    [InlineData("how much is express post", "Express shipping")]
    [InlineData("which courier do you use", "Carriers")]
    [InlineData("do you use australia post", "Carriers")]
    [InlineData("do you ship to new zealand", "Where we ship")]
    [InlineData("do you ship overseas", "Where we ship")]
    [InlineData("do you deliver to tasmania", "Where we ship")]
    [InlineData("can you send to a po box", "PO boxes and parcel lockers")]
    [InlineData("do you deliver on weekends", "Weekend delivery")]
    [InlineData("what is your return policy", "Returns")]
    [InlineData("how many days do i have to return something", "Returns")]
    [InlineData("can i return opened shampoo", "Opened products")]
    [InlineData("how long do refunds take", "Refund time")]
    [InlineData("who pays for return postage", "Return postage")]
    [InlineData("what if an item is faulty", "Faulty or wrong items")]
    [InlineData("can i exchange it for another size", "Exchanges")]
    [InlineData("how do i use the shampoo", "Using shampoo")]
    [InlineData("do i rinse out the conditioner", "Using conditioner")]
    [InlineData("how do i use the leave in spray", "Using leave-in spray")]
    [InlineData("how often should i wash my cavoodle", "How often to bathe")]
    [InlineData("how often should i brush my dog", "How often to brush")]
    [InlineData("how do i get rid of mats", "Knots and mats")]
    [InlineData("how do i clean tear stains", "Tear stains")]
    [InlineData("my dog has allergies what should i do", "Allergies and sensitive skin")]
    [InlineData("from what age can i use it on a puppy", "Puppies")]
    [InlineData("can i use it on cats", "Cats and people")]
    [InlineData("what are your opening hours", "Opening hours")]
    [InlineData("are you open on saturday", "Opening hours")]
    [InlineData("where is your store", "Location")]
    [InlineData("do you have a phone number", "Contact")]
    [InlineData("do you take afterpay", "Payment methods")]
    [InlineData("how can i pay", "Payment methods")]
    [InlineData("my card was declined", "Trouble paying")]
    [InlineData("do you have a discount code", "Discounts")]
    [InlineData("any sales on", "Discounts")]
    [InlineData("do you have gift cards", "Gift cards")]
    [InlineData("can i buy a gift voucher", "Gift cards")]
    [InlineData("do you do wholesale", "Wholesale")]
    [InlineData("do you have a loyalty program", "Loyalty")]
    [InlineData("can i pick up my order", "Pickup")]
    [InlineData("how do i reset my password", "Accounts")]
    [InlineData("can i book a groom", "Appointments")]
    public void Every_common_question_finds_its_answer(string question, string heading) =>
        Assert.Equal(heading, Written.Search(question) is [var first, ..] ? first.Heading : "");

    [Theory]
    [InlineData("do you sell dog beds")]
    [InlineData("blorp fnord")]
    [InlineData("")]
    public void What_is_not_written_down_is_not_found(string question) => Assert.Empty(Written.Search(question));
}
