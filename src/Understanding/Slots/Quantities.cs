using System.Globalization;

namespace MyCavoodle.Understanding.Slots;

/// <summary>How many: x3, 3x, two of the, a couple, qty 2, three bottles, "I'll take two".</summary>
sealed class Quantities : IFinder
{
    const int Most = 500;

    static readonly HashSet<string> Containers = [.. ("bottle bottles tube tubes pack packs packet packets unit units item items piece pieces bundle bundles set sets box boxes jar jars bar bars brush brushes shampoo shampoos "
        + "conditioner conditioners spray sprays comb combs towel towels collar collars bag bags can cans pump pumps kit kits lot lots more extra each").Split(' ')];

    static readonly HashSet<string> Verbs = [.. "get order buy need want take add send have grab purchase ordered bought received got make only just another".Split(' ')];

    public IEnumerable<Slot> Find(SlotText text)
    {
        var p = text.Pieces;
        for (var i = 0; i < p.Count; i++)
        {
            if (!text.IsFree(p[i].At, p[i].End) || Count(text, i) is not { } count) continue;
            var (from, to) = (i, count.Last);
            if (!text.IsFree(p[from].At, p[to].End)) continue;
            var next = to + 1 < p.Count && text.Joined(p[to], p[to + 1]) ? p[to + 1].Lower : "";
            var before = i > 0 && text.Joined(p[i - 1], p[i], ":=") ? p[i - 1].Lower : "";
            if (next == "x" && p[to + 1].At - p[to].End <= 1 && count.IsDigits && !(to + 2 < p.Count && p[to + 2].IsNumber && p[to + 2].At == p[to + 1].End)) to++;
            else if (before is "x" or "qty" or "quantity" or "quantities" or "amount") from = i - 1;
            else if (!(next is "of" || Containers.Contains(next) || count.IsCouple || Verbs.Contains(before) && EndsPhrase(text, to, next))) continue;
            yield return new QuantitySlot(p[from].At, text.Words(p[from].At, p[to].End), count.Value);
            i = to;
        }
    }

    /// <summary>"I'll take two", "order 3 please", but not "order 1042" and not "get 2 years".</summary>
    static bool EndsPhrase(SlotText text, int to, string next) => next is "" or "please" or "pls" or "thanks" or "and" or "then" or "instead" || !Orders.Units.Contains(next) && text.Pieces[to].Lower.Length < 3 + (text.Pieces[to].IsNumber ? 0 : 9);

    static (int Value, int Last, bool IsDigits, bool IsCouple)? Count(SlotText text, int i)
    {
        var p = text.Pieces;
        var word = p[i].Lower;
        if (p[i].IsNumber) return word.Length <= 3 && int.Parse(word, CultureInfo.InvariantCulture) is > 0 and <= Most and var n && Stands(text, p[i]) ? (n, i, true, false) : null;
        if (word is "couple" or "pair" && !(i + 1 < p.Count && p[i + 1].Lower is "of" && i + 2 < p.Count && p[i + 2].Lower is "days" or "weeks" or "months" or "years" or "hours" or "times" or "questions" or "things")) return (2, i, false, true);
        if (word == "dozen") return (12, i, false, true);
        if (word is "both") return (2, i, false, false);
        return SpokenNumber.Of(word) is { } spoken and > 0 ? (spoken, i, false, false) : null;
    }

    /// <summary>No price, no part of a longer number.</summary>
    static bool Stands(SlotText text, Piece number)
    {
        var after = text.After(number.End);
        if (text.Before(number.At) is '$' or '#' or '.' or '/' or '-' or ':' || after is '%' or '/' or '-' or ':') return false;
        return after is not ('.' or ',') || number.End + 1 >= text.Text.Length || !char.IsAsciiDigit(text.Text[number.End + 1]);
    }
}
