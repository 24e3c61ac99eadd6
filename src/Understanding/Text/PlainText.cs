namespace MyCavoodle.Understanding.Text;

/// <summary>
/// A message made plain, once, before any engine reads it: mark-up, invisible characters and halves of characters out;
/// styled letters (full width, mathematical, circled), stacked accents and letters borrowed from another alphabet back to
/// the plain ones; one kind of apostrophe, quote and hyphen; single spaces; at most <see cref="Longest"/> characters.
/// Case stays: shouting says something. Nothing here asks the runtime to normalise: with the invariant culture, in which
/// the bot runs, <see cref="string.Normalize()"/> leaves everything but ASCII as it is.
/// </summary>
/// <param name="Original">As it was written.</param>
/// <param name="Text">What the engines read; lines are parted by \n.</param>
public sealed record PlainText(string Original, string Text)
{
    /// <summary>Characters; longer messages say nothing more that an engine could use.</summary>
    public const int Longest = 4000;

    /// <summary>Characters looked at for those: a message may hide its words behind any number that do not show.</summary>
    const int Scanned = 100_000;

    /// <summary>Lower case, for whoever compares words.</summary>
    public string Lower { get; } = Text.ToLowerInvariant();

    /// <summary>Takes any string, also one with halves of surrogate pairs; never throws.</summary>
    public static PlainText Of(string message)
    {
        var scanned = message.Length <= Scanned ? message : message[..Scanned];
        return new(message, Lookalikes.Fold(Characters.Fold(Markup.Strip(scanned), Longest)));
    }
}
