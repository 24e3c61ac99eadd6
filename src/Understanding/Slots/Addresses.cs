namespace MyCavoodle.Understanding.Slots;

/// <summary>
/// Australian postal addresses: "unit 3/12 Smith St, Newtown NSW 2042", "PO Box 12, Hobart 7000", or only the end of one,
/// "Bondi 2026". A postcode alone counts where a word says that it is one.
/// </summary>
sealed class Addresses : IFinder
{
    static readonly HashSet<string> Types = [.. ("street st str road rd avenue ave av drive dr drv court ct ctt crescent cres cr place pl lane ln way parade pde terrace tce boulevard blvd bvd highway hwy "
        + "close cl circuit cct grove gr esplanade esp square sq walk rise row mews gardens gdns loop track view promenade quay link glade ridge chase").Split(' ')];

    static readonly Dictionary<string, string> States = new(StringComparer.Ordinal)
    {
        ["nsw"] = "NSW", ["vic"] = "VIC", ["qld"] = "QLD", ["wa"] = "WA", ["sa"] = "SA", ["tas"] = "TAS", ["act"] = "ACT", ["nt"] = "NT", ["victoria"] = "VIC", ["queensland"] = "QLD", ["tasmania"] = "TAS",
    };

    static readonly HashSet<string> NoSuburb = [.. ("my the our to at is in for please thanks and it i we order number not new old address change deliver send ship postcode post code from on of a an with by near around area "
        + "since until order no nr was has have had been about that this now there then so but or just only before after code style live living moved moving hi hello hey cheers thank name").Split(' ')];

    public IEnumerable<Slot> Find(SlotText text)
    {
        var pieces = text.Pieces;
        for (var i = 0; i < pieces.Count; i++)
        {
            if (!text.IsFree(pieces[i].At, pieces[i].End)) continue;
            if (Street(text, i) is not { } street)
            {
                if (Ending(text, i) is { } ending) { yield return ending; i = IndexAfter(pieces, ending.End, i); }
                continue;
            }
            var (from, to) = street;
            var (suburb, state, postcode, last) = Rest(text, to + 1);
            var end = pieces[Math.Max(to, last)].End;
            yield return new AddressSlot(pieces[from].At, text.Words(pieces[from].At, end), text.Words(pieces[from].At, pieces[to].End), suburb, state, postcode);
            i = Math.Max(to, last);
        }
    }

    static int IndexAfter(IReadOnlyList<Piece> pieces, int end, int i)
    {
        while (i + 1 < pieces.Count && pieces[i + 1].At < end) i++;
        return i;
    }

    /// <summary>The pieces of "[unit 3/]12 Smith St" or "PO Box 12".</summary>
    static (int From, int To)? Street(SlotText text, int i)
    {
        var p = text.Pieces;
        if (p[i].Lower is "po" or "gpo" or "p" or "locked" && Box(text, i) is { } box) return (i, box);
        var from = i;
        if (p[i].Lower is "unit" or "apt" or "apartment" or "flat" or "u" or "suite" or "level" or "shop" or "lot" or "villa" && i + 1 < p.Count && p[i + 1].IsNumber) i++;
        if (!p[i].IsNumber || p[i].Lower.Length > 5) return null;
        // 3/12, 12-14, 12a, "unit 3, 12".
        if (i + 1 < p.Count && p[i + 1].IsNumber && p[i + 1].Lower.Length < 5 && text.Joined(p[i], p[i + 1], "/-,")) i++;
        if (i + 1 < p.Count && p[i + 1] is { Lower.Length: 1, IsNumber: false } && p[i + 1].At == p[i].End) i++;
        for (var n = 1; n <= 4 && i + n < p.Count && text.Joined(p[i + n - 1], p[i + n], n == 1 ? "," : "."); n++)
        {
            if (p[i + n].IsNumber && n > 1) return null;
            if (n >= 2 && Types.Contains(p[i + n].Lower) && !NoSuburb.Contains(p[i + n - 1].Lower))
                // Ocean View Road.
                return (from, i + n + 1 < p.Count && Types.Contains(p[i + n + 1].Lower) && p[i + n + 1].At == p[i + n].End + 1 ? i + n + 1 : i + n);
            if (n == 1 && p[i + n].Lower is "ml" or "of" or "x" or "bottles" or "days" or "weeks" or "am" or "pm") return null;
        }
        return null;
    }

    static int? Box(SlotText text, int i)
    {
        var p = text.Pieces;
        var at = i + 1;
        if (p[i].Lower == "p" && at < p.Count && p[at].Lower == "o") at++;
        if (at >= p.Count || p[at].Lower is not ("box" or "bag")) return null;
        return at + 1 < p.Count && p[at + 1].IsNumber ? at + 1 : null;
    }

    /// <summary>Suburb, state and postcode that follow a street.</summary>
    static (string Suburb, string State, string Postcode, int Last) Rest(SlotText text, int i)
    {
        var p = text.Pieces;
        var (suburbFrom, suburbTo, state, postcode, last) = (-1, -1, "", "", -1);
        for (var n = 0; n < 6 && i < p.Count && (i == 0 || text.Joined(p[i - 1], p[i], ",.\n")); n++, i++)
        {
            if (postcode.Length == 0 && IsPostcode(p[i].Lower) && text.After(p[i].End) is not ('-' or ':' or '/')) { postcode = p[i].Lower; last = i; break; }
            if (p[i].IsNumber) break;
            if (States.TryGetValue(p[i].Lower, out var named) && state.Length == 0) { state = named; last = i; continue; }
            if (state.Length > 0 || n > 3 || NoSuburb.Contains(p[i].Lower)) break;
            if (suburbFrom < 0) suburbFrom = i;
            suburbTo = i;
        }
        // Words after a street are a suburb only where a state or postcode closes them, or a comma opened them and nothing else follows.
        var closed = last >= 0 && suburbTo <= last;
        if (!closed && (suburbTo < 0 || suburbTo - suburbFrom > 1 || text.Joined(p[suburbFrom - 1], p[suburbFrom]) || suburbTo + 1 < p.Count && text.Joined(p[suburbTo], p[suburbTo + 1]) && !NoSuburb.Contains(p[suburbTo + 1].Lower))) return ("", "", "", last);
        return (suburbFrom < 0 ? "" : text.Words(p[suburbFrom].At, p[suburbTo].End), state.Length > 0 ? state : StateOf(postcode), postcode, Math.Max(last, suburbTo));
    }

    /// <summary>"Newtown NSW 2042", "Bondi, 2026", "postcode 2026".</summary>
    static AddressSlot? Ending(SlotText text, int i)
    {
        var p = text.Pieces;
        if (p[i].Lower is "postcode" or "post" or "pcode" or "zip")
        {
            var at = i + 1;
            while (at < p.Count && at < i + 4 && p[at].Lower is "code" or "is" or "of" or "to" or "my" && text.Joined(p[at - 1], p[at], ":")) at++;
            return at < p.Count && IsPostcode(p[at].Lower) && text.Joined(p[at - 1], p[at], ":") && (p[i].Lower != "post" || p[i + 1].Lower == "code")
                ? new(p[at].At, text.Words(p[at].At, p[at].End), "", "", StateOf(p[at].Lower), p[at].Lower) : null;
        }
        if (p[i].IsNumber || NoSuburb.Contains(p[i].Lower)) return null;
        if (Town(text, i) is { } town) return town;
        for (var n = 0; n < 4 && i + n < p.Count; n++)
        {
            if (n > 0 && !text.Joined(p[i + n - 1], p[i + n], ",")) return null;
            if (States.TryGetValue(p[i + n].Lower, out var state) && i + n + 1 < p.Count && IsPostcode(p[i + n + 1].Lower) && text.Joined(p[i + n], p[i + n + 1], ","))
                return new(p[i].At, text.Words(p[i].At, p[i + n + 1].End), "", n == 0 ? "" : text.Words(p[i].At, p[i + n - 1].End), state, p[i + n + 1].Lower);
            if (NoSuburb.Contains(p[i + n].Lower) || p[i + n].IsNumber) return null;
        }
        return null;
    }

    /// <summary>"To Darwin 0800": a capital word after "to" or "in", and a postcode that ends it.</summary>
    static AddressSlot? Town(SlotText text, int i)
    {
        var p = text.Pieces;
        if (i == 0 || p[i - 1].Lower is not ("to" or "in" or "from" or "near") || !char.IsUpper(text.Text[p[i].At])) return null;
        var last = i + 1 < p.Count && char.IsUpper(text.Text[p[i + 1].At]) && !States.ContainsKey(p[i + 1].Lower) ? i + 2 : i + 1;
        return last < p.Count && IsPostcode(p[last].Lower) && text.Joined(p[last - 1], p[last], ",")
            ? new(p[i].At, text.Words(p[i].At, p[last].End), "", text.Words(p[i].At, p[last - 1].End), StateOf(p[last].Lower), p[last].Lower) : null;
    }

    static bool IsPostcode(string digits) => digits.Length == 4 && char.IsAsciiDigit(digits[0]) && StateOf(digits).Length > 0;

    /// <summary>By the ranges Australia Post gives to the states.</summary>
    static string StateOf(string postcode) => postcode.Length != 4 ? "" : postcode[0] switch
    {
        '0' => postcode[1] is '8' or '9' ? "NT" : postcode[1] == '2' ? "ACT" : "",
        '1' => "NSW",
        '2' => string.CompareOrdinal(postcode, "2600") >= 0 && string.CompareOrdinal(postcode, "2618") <= 0 || string.CompareOrdinal(postcode, "2900") >= 0 && string.CompareOrdinal(postcode, "2920") <= 0 ? "ACT" : "NSW",
        '3' or '8' => "VIC", '4' or '9' => "QLD", '5' => "SA", '6' => "WA", '7' => "TAS", _ => "",
    };
}
