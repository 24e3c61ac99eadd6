using System.Globalization;
using System.Text;
using MyCavoodle.Channels;
using Xunit;

namespace MyCavoodle.Tests.Unit.Channels;

public sealed class TextSplitterTests
{
    static readonly string[] Bits =
        ["a", "Wuff", " ", "  ", "\n", "\n\n", ". ", "! ", "? ", "…", "é", "e\u0301", "👍🏽", "👨‍👩‍👧‍👦", "🇦🇺", "日本語", "1. ", "\t", "https://example.com/a?b=c", "\r\n", "ไทย", "\u200d", " \u0301"];

    [Fact]
    public void Pieces_fit_and_lose_nothing_but_white_space()
    {
        var random = new Random(17);
        for (var round = 0; round < 3_000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(0, 120)).Select(_ => Bits[random.Next(Bits.Length)]));
            var limit = random.Next(4, 80);
            var measure = round % 2 == 0 ? TextMeasure.Characters : TextMeasure.Utf8Bytes;
            var pieces = TextSplitter.Split(text, limit, measure);
            Assert.All(pieces, p => Assert.InRange(measure == TextMeasure.Utf8Bytes ? Encoding.UTF8.GetByteCount(p) : p.Length, 1, limit));
            Assert.Equal(Solid(text), Solid(string.Concat(pieces)));
        }
    }

    [Fact]
    public void No_cut_goes_through_what_a_reader_sees_as_one_character()
    {
        var family = string.Concat(Enumerable.Repeat("👨‍👩‍👧‍👦", 200));
        foreach (var measure in new[] { TextMeasure.Characters, TextMeasure.Utf8Bytes })
            Assert.All(TextSplitter.Split(family, 1_000, measure), p => Assert.Equal(0, p.Length % "👨‍👩‍👧‍👦".Length));
    }

    [Fact]
    public void The_cut_is_at_the_end_of_a_sentence()
    {
        var pieces = TextSplitter.Split(string.Concat(Enumerable.Repeat("The brush is on its way to you. ", 100)), 1_000);
        Assert.All(pieces, p => Assert.EndsWith(".", p, StringComparison.Ordinal));
        Assert.Equal(["We sell 1.5 kg bags.", "Ask us for more!"], TextSplitter.Split("We sell 1.5 kg bags. Ask us for more!", 30));
    }

    [Fact]
    public void A_paragraph_is_kept_whole_where_it_can_be() =>
        Assert.Equal(["First thing. Second.", "Third thing. Fourth thing here."], TextSplitter.Split("First thing. Second.\n\nThird thing. Fourth thing here.", 38));

    [Fact]
    public void A_character_with_too_many_accents_is_cut_between_them_in_the_end()
    {
        var monster = "a" + string.Concat(Enumerable.Repeat("\u0301", 5_000));
        var pieces = TextSplitter.Split(monster, 1_000, TextMeasure.Utf8Bytes);
        Assert.Equal(monster, string.Concat(pieces));
        Assert.All(pieces, p => Assert.InRange(Encoding.UTF8.GetByteCount(p), 1, 1_000));
    }

    [Fact]
    public void Nothing_to_say_is_no_piece() => Assert.Empty(TextSplitter.Split(" \n ", 10));

    static string Solid(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c))).ToString(CultureInfo.InvariantCulture);
}
