using MyCavoodle.Understanding.Text;

namespace MyCavoodle.Understanding.Slots;

/// <summary>A word or number with its place.</summary>
readonly record struct Piece(string Lower, int At, int End)
{
    public bool IsNumber => char.IsAsciiDigit(Lower[0]);
}

/// <summary>A message as the finders see it: its words, and which characters are taken by a slot already.</summary>
sealed class SlotText
{
    readonly bool[] taken;

    public SlotText(PlainText plain)
    {
        Text = plain.Text;
        // Lower case may be longer in a few scripts; places must agree.
        Lower = plain.Lower.Length == Text.Length ? plain.Lower : Text;
        taken = new bool[Text.Length];
        Pieces = Cut(Lower);
    }

    public string Text { get; }
    public string Lower { get; }
    public IReadOnlyList<Piece> Pieces { get; }

    public bool IsFree(int from, int to) => !taken.AsSpan(from, to - from).Contains(true);

    public void Take(Slot slot) => taken.AsSpan(slot.At, slot.Words.Length).Fill(true);

    public string Words(int from, int to) => Text[from..to];

    public char Before(int at) => at > 0 ? Text[at - 1] : ' ';
    public char After(int end) => end < Text.Length ? Text[end] : ' ';

    /// <summary>As written, with its capitals.</summary>
    public string Word(Piece piece) => Text[piece.At..piece.End];

    /// <summary>Only spaces, or a sign of these, between two words.</summary>
    public bool Joined(Piece one, Piece next, string signs = "")
    {
        for (var i = one.End; i < next.At; i++)
            if (Text[i] != ' ' && !signs.Contains(Text[i])) return false;
        return true;
    }

    static List<Piece> Cut(string lower)
    {
        List<Piece> pieces = [];
        for (var at = 0; at < lower.Length;)
        {
            var end = at + 1;
            if (char.IsAsciiDigit(lower[at])) while (end < lower.Length && char.IsAsciiDigit(lower[end])) end++;
            else if (IsLetter(lower[at])) while (end < lower.Length && (IsLetter(lower[end]) || lower[end] == '\'' && end + 1 < lower.Length && IsLetter(lower[end + 1]))) end++;
            else { at++; continue; }
            pieces.Add(new(lower[at..end], at, end));
            at = end;
        }
        return pieces;
    }

    static bool IsLetter(char c) => char.IsLetter(c) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.NonSpacingMark;
}
