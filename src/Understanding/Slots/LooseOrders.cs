namespace MyCavoodle.Understanding.Slots;

/// <summary>A number that stands alone and is nothing else: "hi, 5123 please". Comes last, after amounts, sizes, telephones and dates.</summary>
sealed class LooseOrders : IFinder
{
    public IEnumerable<Slot> Find(SlotText text)
    {
        var p = text.Pieces;
        for (var i = 0; i < p.Count; i++)
        {
            if (Orders.Digits(text, i) is not { } run) continue;
            var (from, to) = (p[i].At, p[run.Last].End);
            if (run.Number.Length is >= 4 and <= 6 && text.IsFree(from, to) && Orders.IsWhole(text, p[i], p[run.Last]) && text.Before(from) is not ('#' or '-') && !char.IsLetter(text.Before(from))
                && !IsNeighboured(p, i, run.Last) && (!IsYear(run.Number) || i == 0 && run.Last == p.Count - 1) && (p[i].IsNumber || i == 0 || run.Last == p.Count - 1))
                yield return new OrderSlot(from, text.Words(from, to), run.Number, false);
            i = run.Last;
        }
    }

    /// <summary>1998, 2026: more often a year.</summary>
    static bool IsYear(string digits) => digits.Length == 4 && (digits.StartsWith("19", StringComparison.Ordinal) || digits.StartsWith("20", StringComparison.Ordinal));

    /// <summary>More digits beside it make it a piece of something; so do words for other numbers.</summary>
    static bool IsNeighboured(IReadOnlyList<Piece> p, int first, int last) =>
        first > 0 && (p[first - 1].IsNumber && p[first].At - p[first - 1].End < 2 || p[first - 1].Lower is "postcode" or "code" or "pin" or "phone" or "mobile" or "over" or "about" or "almost" or "nearly" or "than" or "box" or "model" or "batch" or "abn")
        || last + 1 < p.Count && (p[last + 1].IsNumber && p[last + 1].At - p[last].End < 2 || Orders.Units.Contains(p[last + 1].Lower) && p[last + 1].At - p[last].End < 2);
}
