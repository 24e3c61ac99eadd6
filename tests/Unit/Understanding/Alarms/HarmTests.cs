using MyCavoodle.Understanding.Alarms;
using MyCavoodle.Understanding.Text;

namespace MyCavoodle.Tests.Unit.Understanding.Alarms;

public sealed class HarmTests
{
    [Theory]
    [InlineData("my dog has an itchy rash after the bath with your shampoo")]
    [InlineData("Milo broke out in hives after using your oatmeal shampoo")]
    [InlineData("she's been scratching like mad since we washed her with your shampoo")]
    [InlineData("I think she is allergic to your conditioner, her skin is all red")]
    [InlineData("my puppy swallowed some of the shampoo")]
    [InlineData("he drank half the bottle of conditioner what do i do")]
    [InlineData("help my dog ate the cap of the shampoo bottle")]
    [InlineData("The slicker brush cut his ear and it's bleeding")]
    [InlineData("your brush scratched her skin and she was bleeding")]
    [InlineData("we are at the vet because of your shampoo")]
    [InlineData("had to take Lola to the emergency vet after using your detangling spray")]
    [InlineData("vet said it's an allergic reaction to your shampoo")]
    [InlineData("who is paying my vet bill for what your product did")]
    [InlineData("Your shampoo burnt my dog")]
    [InlineData("his skin is burning red since the bath with that shampoo you sold me")]
    [InlineData("your product made my dog sick")]
    [InlineData("My cavoodle had a bad reaction to the lavender mist, swollen eyes")]
    [InlineData("her eyes are red and weepy after I used the puppy shampoo")]
    [InlineData("since using this shampoo his fur is falling out")]
    [InlineData("Coco has bald patches now from your detangler")]
    [InlineData("used your conditioner yesterday and today he is vomiting")]
    [InlineData("she got some shampoo in her mouth and now she's throwing up")]
    [InlineData("my dog can't breathe")]
    [InlineData("his face is swelling up!!")]
    [InlineData("my dog is having seizures after the flea wash")]
    [InlineData("He won't stop scratching since I washed him with your oatmeal bar")]
    [InlineData("not happy, your shampoo gave my puppy a rash")]
    [InlineData("your shampoo caused chemical burns on his belly")]
    [InlineData("I used the balm on her paws and they are now raw and blistered")]
    [InlineData("after her first wash with your product she has red bumps everywhere")]
    [InlineData("the nail grinder injured my dog, blood everywhere")]
    [InlineData("We washed Milo with your shampoo on Sunday. Now he has a rash all over his tummy.")]
    [InlineData("alergic reaction from ur shampoo pls help")]
    [InlineData("he has welts all over him since the bath last night, it's the new shampoo")]
    [InlineData("my pup licked the conditioner and is drooling heaps")]
    [InlineData("your stuff poisoned my dog")]
    [InlineData("Ever since we started using your shampoo Biscuit has had hot spots")]
    [InlineData("the comb tore her skin and cut her leg")]
    [InlineData("it made her sick, the vet thinks it is the shampoo")]
    [InlineData("her skin was fine before but after your shampoo it is inflamed and flaky")]
    [InlineData("where is my refund, this shampoo gave him a rash and I'm furious")]
    [InlineData("I don't know if it is the shampoo but he has a rash since the bath")]
    [InlineData("Ive had to see the vet twice because of the reaction to your spray")]
    [InlineData("my dog is bleeding from the dematting rake you sent")]
    [InlineData("she is not eating and vomiting since she chewed up the bottle of conditioner")]
    public void A_message_that_an_animal_came_to_harm_raises_the_alarm(string message) =>
        Assert.Contains(AlarmKind.Harm, Kinds(message));

    [Theory]
    [InlineData("is it safe for sensitive skin?")]
    [InlineData("my dog has allergies, which shampoo do you recommend")]
    [InlineData("vet recommended an oatmeal shampoo, do you have one")]
    [InlineData("is your shampoo vet recommended")]
    [InlineData("do you have something for itchy skin")]
    [InlineData("my dog is always scratching, what shampoo would help")]
    [InlineData("will this shampoo cause a rash")]
    [InlineData("could it irritate his skin?")]
    [InlineData("what if he swallows some of it")]
    [InlineData("what happens if my dog licks the balm")]
    [InlineData("no harm done")]
    [InlineData("not the vet, the groomer told me about you")]
    [InlineData("no rash at all after using your shampoo, so happy")]
    [InlineData("your shampoo stopped her itching, thank you")]
    [InlineData("love it, it cleared up his rash after two washes")]
    [InlineData("this is the only shampoo that doesn't give him a rash")]
    [InlineData("she used to get hot spots with other brands, not since using yours")]
    [InlineData("I am sick of waiting for my shampoo")]
    [InlineData("it hurts my wallet but the conditioner is worth it")]
    [InlineData("my order of shampoo has not arrived after two weeks")]
    [InlineData("the bottle leaked and the box was damaged after delivery")]
    [InlineData("the pump is broken after one use")]
    [InlineData("can I use it after his surgery")]
    [InlineData("looking for a gentle shampoo for dogs with dermatitis")]
    [InlineData("we have a vet appointment on Friday, can I change my delivery")]
    [InlineData("I work at the vet clinic, do you do wholesale")]
    [InlineData("our vet loves your conditioner")]
    [InlineData("does the oatmeal shampoo help with hot spots")]
    [InlineData("I'm allergic to lavender, do you have an unscented one")]
    [InlineData("she has dry flaky skin, is the conditioner suitable")]
    [InlineData("I am so irritated with your delivery, where is my brush")]
    [InlineData("does the brush hurt their skin")]
    [InlineData("is the shampoo tear free so it won't burn his eyes")]
    [InlineData("it is hot and my dog needs a bath, which product is best for summer")]
    [InlineData("can I return the shampoo if she has a reaction")]
    [InlineData("is it poisonous if licked")]
    [InlineData("my dog died last week, please cancel my subscription")]
    [InlineData("he loves his bath and is shaking with excitement")]
    [InlineData("what are the ingredients, my boy has a chicken allergy")]
    [InlineData("my cat scratches the couch, do you sell anything for that")]
    [InlineData("do you deliver to the vet hospital in Carlton")]
    [InlineData("your competitor's shampoo gave her a rash so I'm looking for something gentle")]
    [InlineData("great for her itchy skin, thanks")]
    [InlineData("I need a brush for matted fur, will it hurt him")]
    [InlineData("how do I avoid cutting his nails too short with the grinder")]
    [InlineData("where is my order")]
    public void A_question_or_praise_raises_no_alarm_of_harm(string message) =>
        Assert.DoesNotContain(AlarmKind.Harm, Kinds(message));

    [Fact]
    public void The_alarm_names_the_words_that_raised_it()
    {
        var alarm = Assert.Single(Book.In(PlainText.Of("Milo has a rash after using your shampoo")));
        Assert.Equal(["rash", "after", "your", "shampoo"], alarm.Words);
    }

    static IEnumerable<AlarmKind> Kinds(string message) => Book.In(PlainText.Of(message)).Select(a => a.Kind);

    static readonly AlarmBook Book = AlarmBook.Read(Path.Combine(RepositoryRoot.Path, "prompts", "offline", "lexicon", "alarms.txt"));
}
