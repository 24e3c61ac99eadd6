using MyCavoodle.Understanding.Spam;
using MyCavoodle.Understanding.Text;
using MyCavoodle.Understanding.Weights;

namespace MyCavoodle.Tests.Unit.Understanding.Spam;

public sealed class SpamTests
{
    static readonly string Offline = Path.Combine(RepositoryRoot.Path, "prompts", "offline");

    /// <summary>Learned anew from the data, as <c>offline train</c> does.</summary>
    static readonly Lazy<SpamFilter> Learned = new(() =>
    {
        var weights = new WeightsFile();
        new SpamTrainer().Train(Path.Combine(Shared.Folder!, "data"), Offline, weights);
        return SpamFilter.Read(Path.Combine(Offline, "lexicon", "spam.txt"), weights);
    });

    [SharedTheory]
    [InlineData("We can put your site on the first page of Google, ask for our SEO audit")]
    [InlineData("Your Facebook page will be disabled unless you confirm your account here")]
    [InlineData("Dear friend, invest in bitcoin today and double your bitcoin in a week")]
    [InlineData("We are a factory in Yiwu making dog brushes, low MOQ, OEM and ODM")]
    [InlineData("DM us to collab! free collar, just pay shipping")]
    [InlineData("Your store violates our policy. Use the appeal form below within 24 hours.")]
    [InlineData("Congratulations! You have won a prize, claim your reward now by calling 09061701461")]
    public void Spam_is_told(string message) => Assert.True(Learned.Value.Of(PlainText.Of(message)).IsSpam);

    [SharedTheory]
    [InlineData("hi")]
    [InlineData("#1042")]
    [InlineData("where is my order")]
    [InlineData("free shipping?")]
    [InlineData("please call me on 0412 345 678")]
    [InlineData("I won your giveaway, how do I get my shampoo?")]
    [InlineData("do you offer wholesale prices for my salon in Geelong")]
    [InlineData("URGENT!!! wrong address on my order, change it NOW please")]
    [InlineData("the link www.auspost.com.au/track says it is lost")]
    [InlineData("I paid $54.90 twice, refund $54.90 please")]
    [InlineData("")]
    public void A_customer_is_no_spam(string message) => Assert.False(Learned.Value.Of(PlainText.Of(message)).IsSpam);

    [SharedTheory]
    [InlineData("I am out of office until Monday with limited access to email.")]
    [InlineData("This is an automated response. Your ticket has been received.")]
    [InlineData("Delivery Status Notification (Failure): address not found")]
    [InlineData("Automatic reply: Annual leave")]
    public void A_machine_that_answers_by_itself_is_told(string message) => Assert.True(Learned.Value.Of(PlainText.Of(message)).IsAutomatic);

    [SharedTheory]
    [InlineData("I'm on holiday next week, can you hold my delivery")]
    [InlineData("can I have it delivered to my office")]
    [InlineData("I got your reply, thanks")]
    public void A_person_who_is_away_is_no_machine(string message) => Assert.False(Learned.Value.Of(PlainText.Of(message)).IsAutomatic);

    [SharedFact]
    public void Hardly_any_question_of_a_shopper_is_called_spam()
    {
        var table = MyCavoodle.Understanding.Evaluation.Tabular.Read(Path.Combine(Shared.Folder!, "data", "ecommerce", "dev.tsv"), "text");
        var called = table.Rows.Count(r => Learned.Value.Of(PlainText.Of(table.Field(r, "text"))).IsSpam);
        Assert.InRange(called / (double)table.Rows.Count, 0, 0.005);
    }
}
