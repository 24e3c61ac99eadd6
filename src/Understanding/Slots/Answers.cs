namespace MyCavoodle.Understanding.Slots;

/// <summary>Yes and no, as the answer to a question just asked: at the beginning, or alone.</summary>
sealed class Answers : IFinder
{
    static readonly HashSet<string> Yes = [.. "yes yep yeah yea ya yup yess yesss yas sure ok okay okey k kk absolutely definitely certainly correct right agree agreed affirmative aye indeed totally deal confirmed confirm perfect ye yeh yehh yeahh".Split(' ')];
    static readonly HashSet<string> No = [.. "no nope nah nay na noo nooo negative never disagree wrong incorrect nup naw".Split(' ')];
    static readonly string[] YesSigns = ["👍", "👌", "✅", "✔", "🙌"];
    static readonly string[] NoSigns = ["👎", "❌", "🙅"];
    static readonly string[] YesPhrases = ["of course", "go ahead", "please do", "do it", "go for it", "sounds good", "that's right", "thats right", "that's it", "that's correct", "why not", "for sure", "no worries", "no problem", "no probs", "you bet", "yes please", "all good", "looks good", "that works", "too right", "not a problem"];
    static readonly string[] NoPhrases = ["not ok", "not okay", "no way", "of course not", "absolutely not", "definitely not", "certainly not", "not really", "no thanks", "no thank you", "not now", "not sure", "not yet", "rather not", "not right", "that's not it", "that's wrong", "thats wrong", "never mind", "not correct", "not at all", "sure not"];

    public IEnumerable<Slot> Find(SlotText text)
    {
        var p = text.Pieces;
        if (Sign(text) is { } sign) { yield return sign; yield break; }
        for (var i = 0; i < p.Count && i < 6; i++)
        {
            var phrase = Phrase(text, i, NoPhrases) is { } no ? (no, false) : Phrase(text, i, YesPhrases) is { } yes ? (yes, true) : default((int To, bool IsYes)?);
            if (phrase is { } said && (i == 0 || AfterGreeting(text, i)) && (said.To - i > 1 || p.Count <= 6)) { yield return Of(text, i, said.To, said.IsYes); yield break; }
            if (i > 0 && !AfterGreeting(text, i)) continue;
            // "I do" and "I don't" answer when nothing follows.
            if (Alone(text, i) is { } alone) { yield return Of(text, i, p.Count, alone); yield break; }
            // "No" before a noun is none: "no delivery yet", "no 1042".
            if (Yes.Contains(p[i].Lower) && !Negated(p, i)) { yield return Of(text, i, i + 1, true); yield break; }
            if (No.Contains(p[i].Lower) && Ends(text, i)) { yield return Of(text, i, i + 1, false); yield break; }
        }
    }

    /// <summary>A thumb before any word.</summary>
    static AnswerSlot? Sign(SlotText text)
    {
        foreach (var sign in YesSigns)
            if (text.Text.StartsWith(sign, StringComparison.Ordinal)) return new(0, sign, true);
        foreach (var sign in NoSigns)
            if (text.Text.StartsWith(sign, StringComparison.Ordinal)) return new(0, sign, false);
        return null;
    }

    static bool? Alone(SlotText text, int i) => text.Lower[text.Pieces[i].At..].TrimEnd('.', '!', ' ') switch
    {
        "i do" or "we do" or "it is" or "it does" or "i did" or "do" => true,
        "i don't" or "i dont" or "don't" or "dont" or "do not" or "i do not" or "cancel" or "it isn't" or "it doesn't" or "i didn't" => false,
        _ => null,
    };

    /// <summary>"Agree, it is not ok".</summary>
    static bool Negated(IReadOnlyList<Piece> p, int i) => i > 0 && p[i - 1].Lower is "not" or "dont" or "don't" or "never";

    static AnswerSlot Of(SlotText text, int from, int to, bool yes) => new(text.Pieces[from].At, text.Words(text.Pieces[from].At, text.Pieces[to - 1].End), yes);

    static bool AfterGreeting(SlotText text, int i) => text.Pieces.Take(i).All(w => w.Lower is "hi" or "hello" or "hey" or "um" or "uh" or "ah" or "oh" or "well" or "hmm" or "actually" or "so" or "then" or "mate" or "sorry" or "and" or "thanks");

    static bool Ends(SlotText text, int i)
    {
        var p = text.Pieces;
        return i + 1 == p.Count || !text.Joined(p[i], p[i + 1]) || p[i + 1].Lower is "thanks" or "thank" or "i" or "it" or "it's" or "that" or "that's" or "thats" or "not" or "the" or "please" or "don't" or "dont" or "sorry" or "we" or "my" or "you" or "need" or "no" or "just" or "leave";
    }

    static int? Phrase(SlotText text, int i, string[] phrases)
    {
        foreach (var phrase in phrases)
        {
            var to = text.Pieces[i].At + phrase.Length;
            if (to <= text.Lower.Length && text.Lower.AsSpan(text.Pieces[i].At, phrase.Length).SequenceEqual(phrase) && (to == text.Lower.Length || !char.IsLetter(text.Lower[to])))
                return text.Pieces.Count(w => w.At < to);
        }
        return null;
    }
}
