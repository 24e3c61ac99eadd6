using MyCavoodle.Understanding.Alarms;
using MyCavoodle.Understanding.Text;

namespace MyCavoodle.Tests.Unit.Understanding.Alarms;

public sealed class AlarmTests
{
    [Theory]
    [InlineData("I will be reporting you to the ACCC")]
    [InlineData("I've contacted Fair Trading about this")]
    [InlineData("you will hear from my lawyer")]
    [InlineData("I'll do a chargeback through my bank")]
    [InlineData("see you in small claims")]
    [InlineData("under Australian consumer law I am entitled to a refund")]
    [InlineData("this breaches my consumer guarantees")]
    [InlineData("I'm going to sue you")]
    [InlineData("we will take legal action")]
    [InlineData("I have opened a PayPal dispute")]
    [InlineData("taking this to VCAT")]
    [InlineData("im gonna go to the police about this scam")]
    public void Words_of_the_law_raise_the_alarm(string message) => Assert.Contains(AlarmKind.Legal, Kinds(message));

    [Theory]
    [InlineData("hi it's Sue here, where is my order")]
    [InlineData("my husband is a lawyer and loves the shampoo")]
    [InlineData("deliver to 12 Court Street please")]
    [InlineData("I am a police officer and work nights, can you leave it at the door")]
    [InlineData("I want to make a complaint")]
    [InlineData("is it legal to ship to Norfolk Island")]
    [InlineData("I'd like a refund please")]
    [InlineData("my dog loves the tennis court")]
    public void Ordinary_words_raise_no_alarm_of_the_law(string message) => Assert.DoesNotContain(AlarmKind.Legal, Kinds(message));

    [Theory]
    [InlineData("I'm a journalist with the Herald Sun")]
    [InlineData("we are writing a story about pet products, do you have a comment for publication")]
    [InlineData("media enquiry: could we interview the founder")]
    [InlineData("A Current Affair would love to hear about this")]
    [InlineData("I will go to the media with this")]
    [InlineData("I'm a producer at Channel 9")]
    public void Words_of_the_press_raise_the_alarm(string message) => Assert.Contains(AlarmKind.Press, Kinds(message));

    [Theory]
    [InlineData("saw your story on instagram, love it")]
    [InlineData("I read about you in the newspaper")]
    [InlineData("your article on matting was helpful")]
    [InlineData("saw you on channel 9, do you ship to Perth")]
    [InlineData("can I press the pump")]
    public void Ordinary_words_raise_no_alarm_of_the_press(string message) => Assert.DoesNotContain(AlarmKind.Press, Kinds(message));

    [Theory]
    [InlineData("can I talk to a human")]
    [InlineData("real person please")]
    [InlineData("agent")]
    [InlineData("let me speak to the manager")]
    [InlineData("I want to speak with the owner")]
    [InlineData("is Bella there?")]
    [InlineData("can someone call me back on 0412 345 678")]
    [InlineData("please call me")]
    [InlineData("stop the bot and get me a person")]
    [InlineData("why can't I speak to a real person")]
    [InlineData("i need to chat with customer service")]
    [InlineData("put me through to someone")]
    [InlineData("I'd rather talk to somebody from your team")]
    [InlineData("not a bot please")]
    public void Whoever_wants_a_person_is_heard(string message) => Assert.Contains(AlarmKind.Person, Kinds(message));

    [Theory]
    [InlineData("are you a human?")]
    [InlineData("hi Bella, where is my order")]
    [InlineData("you can call me Sam")]
    [InlineData("I'm a first time cavoodle owner")]
    [InlineData("can someone tell me the price of the brush")]
    [InlineData("no need to call me, email is fine")]
    [InlineData("I don't want to talk to a person")]
    [InlineData("can I use human shampoo on my dog")]
    [InlineData("Which shampoo do you recommend?")]
    [InlineData("where is my order")]
    public void Whoever_wants_no_person_is_left_in_peace(string message) => Assert.DoesNotContain(AlarmKind.Person, Kinds(message));

    [Fact]
    public void One_message_may_raise_several_alarms() =>
        Assert.Equal([AlarmKind.Harm, AlarmKind.Legal, AlarmKind.Person], Kinds("Your shampoo gave my dog a rash, I want to speak to the manager or my lawyer will call"));

    [Fact]
    public void A_rule_about_an_unknown_list_is_refused()
    {
        var path = Path.GetTempFileName();
        File.WriteAllText(path, "law: court\nlegal when: law & lawyers\n");
        Assert.Throws<InvalidDataException>(() => AlarmBook.Read(path));
        File.Delete(path);
    }

    static IEnumerable<AlarmKind> Kinds(string message) => Book.In(PlainText.Of(message)).Select(a => a.Kind);

    static readonly AlarmBook Book = AlarmBook.Read(Path.Combine(RepositoryRoot.Path, "prompts", "offline", "lexicon", "alarms.txt"));
}
