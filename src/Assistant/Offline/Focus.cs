namespace MyCavoodle.Assistant.Offline;

/// <summary>What a message wants in the light of what was said before: "and last week?" wants the same figure again.</summary>
sealed class Focus(Wording wording, FigureWords figures)
{
    /// <summary>Replies that end in the offer of a person.</summary>
    static readonly string[] Offers = ["offer_person", "offer_team", "english_only"];

    public IReadOnlyList<Clue> Of(Scene scene, Reading reading, IReadOnlyList<Reading> earlier)
    {
        if (Grave(scene, reading) is { } grave) return [grave];
        if (Accepts(scene, reading)) return [new(Intent.Person, 1, scene.Message)];
        if (scene.Audience != Audience.Customer && BusinessFollowUp(reading, earlier) is { } business) return [business];
        // "Where's my refund?" - "#5123": the number answers what was asked.
        if (reading.Slots.IsBare)
            return [new(earlier.FirstOrDefault(e => !e.Slots.IsBare)?.Wants(Intent.RefundStatus) == true ? Intent.RefundStatus : Intent.OrderStatus, 1, reading.Utterance.Text)];
        if (FollowUp(scene, reading, earlier) is { Count: > 0 } same) return same;
        // "Hi, can you help me with the delivery options": the rest says what about.
        var hint = reading.Hints.FirstOrDefault(h => !h.Intent.IsSmallTalk());
        if (hint is not null && reading.Clues.All(c => c.Intent is Intent.Help or Intent.Greeting)) return [hint];
        if (reading.Clues.Count > 0) return reading.Clues;
        if (reading.Hints.Count > 0) return [hint ?? reading.Hints[0]];
        return reading.Slots.Email is not null || AsksForProof(scene) && reading.Slots.Any ? [new(Intent.OrderStatus, Clue.Sure, reading.Utterance.Text)] : [];
    }

    /// <summary>What a person must take over outweighs all else: harm before legal before press before complaint.</summary>
    static Clue? Grave(Scene scene, Reading reading) =>
        scene.Has("hand_to_person") ? reading.Clues.Where(c => c.Intent.NeedsPerson()).OrderBy(c => Weight(c.Intent)).FirstOrDefault() : null;

    static int Weight(Intent intent) => intent switch
    {
        Intent.Harm => 0, Intent.Legal => 1, Intent.Press => 2, Intent.Complaint => 3, Intent.OrderChange => 4, _ => 5,
    };

    bool Accepts(Scene scene, Reading reading) => reading.Wants(Intent.Yes) && scene.Has("hand_to_person") && Offers.Any(o => wording.Is(o, scene.LastReply));

    bool AsksForProof(Scene scene) => wording.Is("ask_number", scene.LastReply) || wording.Is("ask_email", scene.LastReply) || wording.Is("ask_both", scene.LastReply);

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
        if (clues.Any(c => c.Intent.IsKnowledge()) && reading.Hints.All(h => !h.Intent.IsProduct()))
            return [clues.First(c => c.Intent.IsKnowledge()) with { Score = 1, Words = $"{words} {before.Utterance.Text}" }];
        return [];
    }
}
