using System.Diagnostics;
using System.Globalization;
using System.Text;
using MyCavoodle.Understanding.Slots;

namespace MyCavoodle.Tests.Unit.Understanding.Slots;

public sealed class SlotReaderTests
{
    [Fact]
    public void Everything_a_message_names_is_found_in_one_pass()
    {
        var reading = Shop.Read("Hi, I'm Jo. Where is #1042, ordered on 3 november for $89.90? Please send 2 of the oatmeal shampoo 500 ml to 12 Smith St, Newtown NSW 2042 for Milo. jo@example.com, 0412 345 678");

        Assert.Equal(["PersonSlot", "OrderSlot", "TimeSlot", "MoneySlot", "QuantitySlot", "ProductSlot", "SizeSlot", "AddressSlot", "PetSlot", "EmailSlot", "PhoneSlot"], reading.All.Select(s => s.GetType().Name));
    }

    [Fact]
    public void Random_text_never_throws_and_evidence_always_stands_in_the_text()
    {
        var random = new Random(4);
        string[] words = ["order", "#", "1042", "one zero", "$5", "oatmeal", "shampoo", "500", "ml", "monday", "3/4", "at", "5", "pm", "last", "week", "to", "12 smith st", "2042", "@gmail.com", "\u0000", "\uD83D", "１", "й", "diwali", "x3", ".", ",", "-", "'", "for", "Milo", "\n"];
        for (var n = 0; n < 4000; n++)
        {
            var text = new StringBuilder();
            for (var left = random.Next(20); left > 0; left--)
                text.Append(n % 3 == 0 ? ((char)random.Next(0x10000)).ToString() : words[random.Next(words.Length)]).Append(random.Next(3) == 0 ? "" : " ");
            var plain = MyCavoodle.Understanding.Text.PlainText.Of(text.ToString());
            Assert.All(Shop.Read(text.ToString()).All, s => Assert.Equal(s.Words, plain.Text.Substring(s.At, s.Words.Length)));
        }
    }

    [Theory]
    [InlineData("1")]
    [InlineData("a")]
    [InlineData("order number one two ")]
    [InlineData("monday march 3 at 5 pm ")]
    [InlineData("1 2 3 4 ")]
    [InlineData("oatmeal shampoo ")]
    [InlineData("next ")]
    [InlineData("a@a.")]
    [InlineData("$1 ")]
    [InlineData("diwali 2020 ")]
    public void A_hundred_thousand_characters_take_a_moment(string repeated)
    {
        var text = string.Concat(Enumerable.Repeat(repeated, 100_000 / repeated.Length));
        Shop.Read(text);
        var best = Enumerable.Range(0, 3).Min(_ =>
        {
            var started = Stopwatch.GetTimestamp();
            Shop.Read(text);
            return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        });

        // The bar is 50 ms on a machine of one's own; here other tests run beside it, and only a blow-up is to be caught.
        Assert.True(best < 1500, $"{best} ms");
    }

    [Fact]
    public void The_same_message_is_read_alike_at_once_and_in_any_culture()
    {
        const string message = "I ordered 2 slicker brushes on friday, #1042, $1,234.50, size L";
        var expected = Shop.Read(message).All;
        var before = CultureInfo.CurrentCulture;
        var other = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        (other.NumberFormat.NumberDecimalSeparator, other.NumberFormat.NumberGroupSeparator) = (",", ".");
        CultureInfo.CurrentCulture = other;

        Parallel.For(0, 200, _ => Assert.Equal(expected.Select(s => s.ToString()), Shop.Read(message).All.Select(s => s.ToString())));
        CultureInfo.CurrentCulture = before;
    }
}
