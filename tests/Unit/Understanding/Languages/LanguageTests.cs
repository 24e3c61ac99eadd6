using MyCavoodle.Understanding.Languages;
using MyCavoodle.Understanding.Text;

namespace MyCavoodle.Tests.Unit.Understanding.Languages;

public sealed class LanguageTests
{
    [Theory]
    [InlineData("hola", Language.Spanish)]
    [InlineData("dónde está mi pedido", Language.Spanish)]
    [InlineData("Hola, quisiera saber si ya enviaron mi compra por favor", Language.Spanish)]
    [InlineData("mi perro tiene mucha comezón, qué champú me sirve?", Language.Spanish)]
    [InlineData("ciao, quando arriva il mio ordine?", Language.Italian)]
    [InlineData("vorrei sapere quanto costa lo shampoo", Language.Italian)]
    [InlineData("grazie mille", Language.Italian)]
    [InlineData("nasaan na po yung package ko", Language.Filipino)]
    [InlineData("salamat po", Language.Filipino)]
    [InlineData("bakit wala pa rin ang order ko? matagal na akong naghihintay", Language.Filipino)]
    [InlineData("xin chào, đơn hàng của tôi đâu rồi", Language.Vietnamese)]
    [InlineData("don hang cua toi chua den", Language.Vietnamese)]
    [InlineData("cảm ơn", Language.Vietnamese)]
    [InlineData("mera order kab tak aayega", Language.Hindi)]
    [InlineData("mujhe refund chahiye", Language.Hindi)]
    [InlineData("मेरा पार्सल कहाँ है?", Language.Hindi)]
    [InlineData("मेरो पार्सल कहाँ छ?", Language.Nepali)]
    [InlineData("मैले अझै सामान पाएको छैन", Language.Nepali)]
    [InlineData("ਮੇਰਾ ਪਾਰਸਲ ਕਿੱਥੇ ਹੈ?", Language.Punjabi)]
    [InlineData("πού είναι το πακέτο μου;", Language.Greek)]
    [InlineData("주문한 게 언제 오나요?", Language.Korean)]
    [InlineData("أين الطرد الخاص بي", Language.Arabic)]
    [InlineData("我的包裹还没到", Language.Mandarin)]
    [InlineData("请问这个洗发水多少钱", Language.Mandarin)]
    [InlineData("我件貨幾時到呀", Language.Cantonese)]
    [InlineData("請問這個洗髮精多少錢", Language.Cantonese)]
    [InlineData("où est mon colis s'il vous plaît", Language.Other)]
    [InlineData("wo ist mein Paket, ich warte schon seit zwei Wochen", Language.Other)]
    [InlineData("где мой заказ", Language.Other)]
    [InlineData("注文した商品はどこですか", Language.Other)]
    [InlineData("di mana paket saya", Language.Other)]
    [InlineData("onde está minha encomenda", Language.Other)]
    public void A_message_in_another_language_is_told(string message, Language expected) =>
        Assert.Equal(expected, Book.Of(PlainText.Of(message)).Language);

    [Theory]
    [InlineData("where is my order")]
    [InlineData("hi")]
    [InlineData("ok")]
    [InlineData("wheres my oder plz")]
    [InlineData("My name is Giulia Rossi and my dog is Bambino")]
    [InlineData("can you ship to Wagga Wagga or Woolloomooloo")]
    [InlineData("is the doodle shampoo good for my cavapoo Mochi")]
    [InlineData("Nguyen Thi Lan, 12 Banh Mi Street")]
    [InlineData("no worries mate she'll be right")]
    [InlineData("yeah nah reckon it's cactus")]
    [InlineData("hola, where is my order?")]
    [InlineData("merci for the quick delivery, love it")]
    [InlineData("shmpoo lekaing evrywhere")]
    [InlineData("#1042")]
    [InlineData("jo@example.com")]
    [InlineData("👍👍")]
    [InlineData("")]
    [InlineData("café latte scent pls")]
    [InlineData("Coco")]
    [InlineData("Luna Bella Milo")]
    public void English_stays_English(string message) => Assert.Equal(Language.English, Book.Of(PlainText.Of(message)).Language);

    [Fact]
    public void The_words_that_say_so_are_named() => Assert.Contains("pedido", Book.Of(PlainText.Of("dónde está mi pedido")).Words);

    [SharedFact]
    public void Hardly_any_English_question_is_taken_for_another_language()
    {
        var table = MyCavoodle.Understanding.Evaluation.Tabular.Read(Path.Combine(Shared.Folder!, "data", "ecommerce", "dev.tsv"), "text");
        var foreign = table.Rows.Select(r => table.Field(r, "text")).Count(t => Book.Of(PlainText.Of(t)).Language != Language.English);
        Assert.InRange(foreign / (double)table.Rows.Count, 0, 0.003);
    }

    static readonly LanguageBook Book = LanguageBook.Read(Path.Combine(RepositoryRoot.Path, "prompts", "offline"));
}
