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
    readonly string written;
    readonly bool[] taken;

    public SlotText(PlainText plain)
    {
        written = plain.Text;
        // One character for one: places in here are places in the message.
        Text = string.Create(written.Length, written, static (to, from) => { for (var i = 0; i < to.Length; i++) to[i] = Narrow(from[i]); });
        Lower = string.Create(Text.Length, Text, static (to, from) => { for (var i = 0; i < to.Length; i++) to[i] = char.ToLowerInvariant(from[i]); });
        taken = new bool[Text.Length];
        Pieces = Cut(Lower);
    }

    /// <summary>Full-width letters, digits and signs as narrow ones.</summary>
    public string Text { get; }
    public string Lower { get; }
    public IReadOnlyList<Piece> Pieces { get; }

    public bool IsFree(int from, int to) => !taken.AsSpan(from, to - from).Contains(true);

    public void Take(Slot slot) => taken.AsSpan(slot.At, slot.Words.Length).Fill(true);

    /// <summary>As written.</summary>
    public string Words(int from, int to) => written[from..to];

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

    static char Narrow(char c) => c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - 0xFEE0) : c == '\u3000' ? ' ' : c;

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
