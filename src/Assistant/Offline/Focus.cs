using MyCavoodle.Assistant.Offline.Flows;

namespace MyCavoodle.Assistant.Offline;

/// <summary>What a message wants in the light of what was said before: "and last week?" wants the same figure again.</summary>
sealed class Focus(Wording wording, FigureWords figures, FlowBook flows)
{
    /// <summary>Replies that end in the offer of a person.</summary>
    static readonly string[] Offers = ["offer_person", "offer_team", "english_only"];

    public IReadOnlyList<Clue> Of(Scene scene, Reading reading, IReadOnlyList<Reading> earlier, Underway? underway)
    {
        if (Grave(scene, reading) is { } grave) return [grave];
        if (Answer(scene, reading, underway) is { } answer) return [answer];
        if (underway is not null && Continues(reading, underway) is { } deed) return deed;
        if (scene.Audience != Audience.Customer && BusinessFollowUp(reading, earlier) is { } business) return [business];
        if (scene.Audience != Audience.Customer && reading.Business.Count > 0 && reading.Clues.Any(c => c.Intent.NeedsPerson())) return reading.Business;
        if (AboutOrder(scene, reading, earlier) is { } order) return [order];
        if (FollowUp(scene, reading, earlier) is { Count: > 0 } same) return same;
        // "Thanks. Does it smell nice?": better not understood than only thanked.
        if (reading.Unanswered is { } open && reading.Clues.All(c => c.Intent.IsSmallTalk()))
            return earlier.Take(2).Any(e => e.Clues.Any(c => c.Intent.IsProduct())) ? [new(Intent.ProductAbout, Clue.Sure, open)] : reading.Hints.Take(1).ToList();
        // "Hi, can you help me with the delivery options": the rest says what about.
        var hint = reading.Hints.FirstOrDefault(h => !h.Intent.IsSmallTalk());
        if (hint is not null && reading.Clues.All(c => c.Intent is Intent.Help or Intent.Greeting)) return [hint];
        if (reading.Clues.Count > 0) return WithoutReasons(reading);
        if (reading.Hints.Count > 0) return [hint ?? reading.Hints[0]];
        return reading.Slots.Email is not null || AsksForProof(scene) && reading.Slots.Any ? [new(Intent.OrderStatus, Clue.Sure, reading.Utterance.Text)] : [];
    }

    /// <summary>"Cancel order 5124, I bought the wrong brush" wants one thing; what else it says is why, unless it asks.</summary>
    static IReadOnlyList<Clue> WithoutReasons(Reading reading)
    {
        if (!reading.Clues.Any(c => c.Intent.IsDeed())) return reading.Clues;
        var deed = reading.Clues.FirstOrDefault(c => c.Intent.IsDeed() && !Turn.Denies(reading.Utterance.Text, c.Intent));
        if (deed is null) return [new(Intent.No, 1, reading.Utterance.Text)];
        return [.. reading.Clues.Where(c => c == deed || !c.Intent.IsDeed() && (c.Intent is Intent.OrderStatus or Intent.RefundStatus ? Turn.AsksWhere(c.Words) : Turn.Asks(c.Words)))];
    }

    /// <summary>What a person must take over outweighs all else: harm before legal before press before complaint.</summary>
    static Clue? Grave(Scene scene, Reading reading) =>
        scene.Has("hand_to_person") ? reading.Clues.Where(c => c.Intent.NeedsPerson()).OrderBy(c => Weight(c.Intent)).FirstOrDefault() : null;

    static int Weight(Intent intent) => intent switch
    {
        Intent.Harm => 0, Intent.Legal => 1, Intent.Press => 2, Intent.Complaint => 3, _ => 4,
    };

    /// <summary>Yes or no to the offer of a person.</summary>
    Clue? Answer(Scene scene, Reading reading, Underway? underway)
    {
        if (!scene.Has("hand_to_person")) return null;
        var offered = Offers.Any(o => wording.Is(o, scene.LastReply));
        // "Ask for our team here", said by the shop's own texts, is an offer as well.
        if (!offered && (underway is { IsFresh: true } || !scene.LastReply.Contains("our team", StringComparison.Ordinal) || scene.LastReply.TrimEnd().EndsWith('?') || !reading.Clues.All(c => c.Intent is Intent.Yes))) return null;
        return Consent.Of(reading.Utterance.Text) switch
        {
            true => new(Intent.Person, 1, scene.Message),
            false when reading.Clues.All(c => c.Intent.IsSmallTalk()) => new(Intent.No, 1, scene.Message),
            _ => null,
        };
    }

    /// <summary>What is under way goes on, unless the message is about something else; then null, and it waits.</summary>
    List<Clue>? Continues(Reading reading, Underway now)
    {
        var text = reading.Utterance.Text;
        var asks = Turn.Asks(text);
        var others = reading.Clues.Where(c => !c.Intent.IsSmallTalk() && !c.Intent.IsDeed()).ToList();
        Clue Deed(Flow flow) => new(flow.Intent, 1, text);
        if (Underway.Meant(reading, flows, now) is { } meant) return [Deed(meant), .. others.Where(c => c.Intent is Intent.OrderStatus or Intent.RefundStatus ? Turn.AsksWhere(c.Words) : asks && Turn.Asks(c.Words))];
        if (now.Flow.Needs.Any(n => n.Kind == Need.Address && n.ToldIn(text) is not null)) return [Deed(now.Flow)];
        // "5124, and how much is express?": the number is for us, the question is one more.
        if ((reading.Slots.Any || Turn.WantsOther(text)) && !(asks && others.Count > 0 && !reading.Slots.Any))
            return reading.Wants(Intent.OrderStatus) && asks && now.Asks != Asks.Order ? null : [Deed(now.Flow), .. others.Where(c => asks && c.Intent != Intent.OrderStatus)];
        if (!now.IsFresh) return null;
        if (now.Asks == Asks.Consent && Consent.Of(text) is not null) return [Deed(now.Flow)];
        if (now.Asks == Asks.Need && !asks) return [Deed(now.Flow)];
        if (now.Asks == Asks.Order && Topics.Proof.IsNumberLost(text)) return [Deed(now.Flow)];
        return !asks && others.Count == 0 && !reading.Clues.Any(c => c.Intent is Intent.Thanks or Intent.Goodbye or Intent.Praise) ? [Deed(now.Flow)] : null;
    }

    bool AsksForProof(Scene scene) => Topics.Proof.Asks.Any(id => wording.Is(id, scene.LastReply));

    /// <summary>"Where's my refund?" - "#5123": the number answers what was asked. "The other one": the other order.</summary>
    static Clue? AboutOrder(Scene scene, Reading reading, IReadOnlyList<Reading> earlier)
    {
        var before = earlier.FirstOrDefault(e => !e.Slots.IsBare && e.Clues.Any(c => !c.Intent.IsSmallTalk()));
        var wanted = before?.Wants(Intent.RefundStatus) == true ? Intent.RefundStatus : Intent.OrderStatus;
        if (reading.Slots.IsBare || reading.Slots.Any && reading.Clues.Count == 0) return new(wanted, 1, reading.Utterance.Text);
        var ofOrders = before?.Clues.Any(c => c.Intent is Intent.OrderStatus or Intent.RefundStatus) == true;
        if (ofOrders && Turn.WantsOther(reading.Utterance.Text)) return new(wanted, 1, reading.Utterance.Text);
        // "What's in it again?", said of the parcel just told about.
        return ofOrders && scene.Audience == Audience.Customer && reading.Clues.Any(c => c.Intent is Intent.ProductIngredients) && OfParcel(reading.Utterance.Text) && Slots.ToldIn(scene.LastReply) is not null
            ? new(Intent.OrderStatus, 1, reading.Utterance.Text) : null;
    }

    static bool OfParcel(string text) => text.Length < 40 && text.Contains("in it", StringComparison.Ordinal);

    Clue? BusinessFollowUp(Reading reading, IReadOnlyList<Reading> earlier)
    {
        var leans = reading.Continues || figures.NamesOnly(reading.Utterance.Text);
        var before = earlier.Take(4).FirstOrDefault(e => !e.Clues.All(c => c.Intent.IsSmallTalk()));
        return leans && before?.Wants(Intent.Figures) == true && figures.Names(reading.Utterance.Text)
            ? new(Intent.Figures, 1, reading.Utterance.Text) : null;
    }

    /// <summary>A message that leans on the one before, and says nothing of its own that is another subject, is about the same.</summary>
    static List<Clue> FollowUp(Scene scene, Reading reading, IReadOnlyList<Reading> earlier)
    {
        var words = reading.Utterance.Text;
        var sizeOnly = ProductWords.IsSizeOnly(words);
        // "Which one do you mean?" - "the silk one".
        var answersUs = scene.LastReply.TrimEnd().EndsWith('?') && reading.Clues.All(c => c.Intent == Intent.ProductAbout) && reading.Hints.All(h => h.Intent.IsProduct()) && words.Count(char.IsWhiteSpace) < 6
            && earlier is [var asked, ..] && asked.Clues.Any(c => c.Intent.IsProduct());
        if (!reading.Continues && !sizeOnly && !answersUs || reading.Clues.Any(c => !c.Intent.IsSmallTalk() && c.Intent != Intent.ProductAbout && c.Score > 0.6)) return [];
        var before = earlier.Take(3).FirstOrDefault(e => e.Clues.Any(c => !c.Intent.IsSmallTalk()) || e.Hints.Count > 0);
        if (before is null) return [];
        var clues = before.Clues.Count > 0 ? before.Clues : before.Hints;
        if (clues.Any(c => c.Intent.IsProduct()))
            return [.. clues.Where(c => c.Intent.IsProduct()).Select(c => c.Intent).Distinct().Select(i => new Clue(i, 1, words))];
        // "and express?" says too little alone: both questions together find the answer.
        if (clues.Any(c => c.Intent.IsKnowledge()) && words.Count(char.IsWhiteSpace) < 6 && reading.Hints.All(h => !h.Intent.IsProduct()))
            return [clues.First(c => c.Intent.IsKnowledge()) with { Score = 1, Words = $"{words} {before.Utterance.Text}" }];
        return [];
    }
}
