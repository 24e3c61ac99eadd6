using MyCavoodle.Understanding.Text;

namespace MyCavoodle.Understanding.Slots;

/// <summary>
/// Order numbers that are said to be one: #1042, order 1042, ordr nmbr 1042, "order number one zero four two", no. 1 0 4 2,
/// and the shop's own prefix where it has one.
/// </summary>
sealed class Orders(string? prefix) : IFinder
{
    const int Fewest = 3, Most = 10;
    /// <summary>"My number is 0412345678" is a telephone.</summary>
    const int LongestUnsaid = 8;

    /// <summary>Between "order" and its number.</summary>
    static readonly HashSet<string> Links = [.. "number num no nr nbr nmbr numbr numb nummer id ref reference is was code my the its it's # called as under with of".Split(' ')];

    /// <summary>What makes a number an amount of something.</summary>
    public static readonly HashSet<string> Units = [.. ("ml mls l g kg cm mm oz days day weeks week am pm dollars bucks aud people person times points reviews followers stars steps dogs puppies hours hour minutes mins months years year percent "
        + "bottles litres grams kms km metres units items pieces miles watts o'clock views likes customers orders").Split(' ')];

    public IEnumerable<Slot> Find(SlotText text)
    {
        var p = text.Pieces;
        for (var i = 0; i < p.Count; i++)
        {
            if (Digits(text, i) is not { } run) continue;
            if (text.IsFree(p[i].At, p[run.Last].End) && run.Number.Length is >= Fewest and <= Most && !(run.Last + 1 < p.Count && p[run.Last + 1] is { IsNumber: true, Lower.Length: > 2 } && p[run.Last + 1].At == p[run.Last].End + 1) && IsWhole(text, p[i], p[run.Last]) && Said(text, i) is { } from)
            {
                yield return new OrderSlot(from, text.Words(from, p[run.Last].End), (HasPrefix(text, i) ? prefix : "") + run.Number, true);
                i = run.Last;
                while (Next(text, i) is { } next && next.Number.Length == run.Number.Length)
                {
                    yield return new OrderSlot(p[next.First].At, text.Words(p[next.First].At, p[next.First].End), next.Number, true);
                    i = next.First;
                }
            }
            // What no word announces from its beginning, none announces from its middle.
            else i = run.Last;
        }
    }

    /// <summary>"Orders 1042, 1043 and 1044": the number after a number.</summary>
    static (string Number, int First)? Next(SlotText text, int last)
    {
        var p = text.Pieces;
        var at = last + 1 < p.Count && p[last + 1].Lower is "and" or "or" ? last + 2 : last + 1;
        return at < p.Count && p[at].IsNumber && p[at].At - p[last].End <= 6 && text.Joined(p[at - 1], p[at], ",&#") && p[at].Lower.Length > Fewest && IsWhole(text, p[at], p[at]) ? (p[at].Lower, at) : null;
    }

    /// <summary>A run of digits, or digits said or written one by one.</summary>
    public static (string Number, int Last)? Digits(SlotText text, int i)
    {
        var p = text.Pieces;
        if (p[i].IsNumber && p[i].Lower.Length > 1)
        {
            // 10 42: two pairs.
            if (p[i].Lower.Length == 2 && i + 1 < p.Count && p[i + 1] is { IsNumber: true, Lower.Length: 2 } && text.Joined(p[i], p[i + 1]) && (i + 2 == p.Count || !p[i + 2].IsNumber)) return (p[i].Lower + p[i + 1].Lower, i + 1);
            return (p[i].Lower, i);
        }
        var (number, last) = ("", i - 1);
        for (var at = i; at < p.Count && number.Length < Most && (at == i || text.Joined(p[at - 1], p[at], "-,")); at++)
        {
            var repeat = p[at].Lower is "double" or "triple" && at + 1 < p.Count ? p[at].Lower == "double" ? 2 : 3 : 1;
            if (repeat > 1) at++;
            if (SpokenNumber.Digit(p[at].Lower) is not { } digit) break;
            number += new string(digit, repeat);
            last = at;
        }
        return number.Length >= 3 ? (number, last) : null;
    }

    /// <summary>Nothing that makes it a part of something else: no 10.42, 1042%, 1042 ml.</summary>
    public static bool IsWhole(SlotText text, Piece first, Piece last)
    {
        var (before, after) = (text.Before(first.At), text.After(last.End));
        if (before is '$' or '€' or '£' or '@' or '+' or '/' or '_' or '%' || char.IsLetter(after) || after is '%' or '@' or '_' or '/') return false;
        if (before is '.' or ',' or ':' && first.At > 1 && char.IsAsciiDigit(text.Text[first.At - 2])) return false;
        if (after is '.' or ',' or ':' or '-' && last.End + 1 < text.Text.Length && char.IsAsciiDigit(text.Text[last.End + 1])) return false;
        var unit = last.End;
        while (unit < text.Text.Length && unit <= last.End && text.Text[unit] == ' ') unit++;
        var end = unit;
        while (end < text.Text.Length && (char.IsLetter(text.Text[end]) || text.Text[end] == '\'')) end++;
        return !Units.Contains(text.Lower[unit..end]);
    }

    /// <summary>The shop's prefix stands right before it, or with a dash between.</summary>
    bool HasPrefix(SlotText text, int i)
    {
        if (prefix is not { Length: > 0 }) return false;
        var before = text.Text.AsSpan(0, text.Pieces[i].At).TrimEnd('-');
        return before.EndsWith(prefix, StringComparison.OrdinalIgnoreCase) && (before.Length == prefix.Length || !char.IsLetterOrDigit(before[^(prefix.Length + 1)]));
    }

    /// <summary>Where "order number" begins before a number; null when nothing says that it is one.</summary>
    int? Said(SlotText text, int i)
    {
        var p = text.Pieces;
        var at = p[i].At;
        if (HasPrefix(text, i)) return text.Text.LastIndexOf(prefix!, at - 1, StringComparison.OrdinalIgnoreCase);
        // MC1042 is not ours.
        if (char.IsLetter(text.Before(at)) || text.Before(at) == '-' && at > 1 && char.IsLetterOrDigit(text.Text[at - 2])) return null;
        var sign = at > 0 && text.Text[at - 1] == '#' ? at - 1 : at > 1 && text.Text[at - 1] == ' ' && text.Text[at - 2] == '#' ? at - 2 : at;
        var (from, said, number) = (sign, sign < at, false);
        for (var back = i - 1; back >= 0 && back >= i - 5 && Joins(text, p[back], from); back--)
        {
            var word = p[back].Lower;
            if (IsOrder(word)) return p[back].At;
            if (!Links.Contains(word)) break;
            // "Number 1042", "no. 1042" and "nr 1042" say it without "order".
            if (word is "number" or "num" or "nr" or "nmbr" or "numbr" or "nbr" || word == "no" && (text.After(p[back].End) == '.' || back == i - 1 && back == 0)) (number, from) = (true, p[back].At);
            else if (!number) from = p[back].At;
        }
        return said ? sign : number && p[i].Lower.Length <= LongestUnsaid && !IsTelephone(p, i) ? from : null;
    }

    static bool Joins(SlotText text, Piece piece, int to)
    {
        for (var i = piece.End; i < to; i++)
            if (text.Text[i] is not (' ' or '.' or ':' or '#' or '-' or '=' or '(' or ',')) return false;
        return to - piece.End <= 4;
    }

    static bool IsOrder(string word) => word is "order" or "ord" or "ordr" or "orders" or "purchase" or "invoice" || word.Length is >= 4 and <= 6 && word[0] is 'o' or '0' && EditDistance.Between(word, "order") <= 1 && word is not ("older" or "odder" or "owed");

    /// <summary>"My phone number is 1042" names no order.</summary>
    static bool IsTelephone(IReadOnlyList<Piece> p, int i) =>
        p.Take(i).Skip(Math.Max(0, i - 5)).Any(w => w.Lower is "phone" or "mobile" or "mob" or "tel" or "telephone" or "call" or "house" or "unit" or "account" or "tracking" or "post" or "postcode" or "batch" or "model" or "card" or "pin" or "abn");
}
