using System.Globalization;

namespace MyCavoodle.Bot.Cli;

/// <summary>
/// How far a long work is: in a terminal one line that fills up, ten times a second at most; elsewhere a plain line for
/// each tenth of the work.
/// </summary>
sealed class ProgressBar(TextWriter output, bool isTerminal, TimeProvider time)
{
    const int Width = 24;
    const int Line = 110;
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    (string What, long Tenth) told;
    long shownAt;

    /// <param name="what">The work; another word begins another bar.</param>
    /// <param name="detail">What is being worked on, and how far that is.</param>
    public void Show(string what, long done, long of, string detail)
    {
        var share = of == 0 ? 1 : Math.Clamp((double)done / of, 0, 1);
        var (isNew, tenth) = (what != told.What, (long)(share * 10));
        if (isTerminal)
        {
            if (!isNew && share < 1 && time.GetElapsedTime(shownAt) < Pause) return;
            if (isNew) End();
            output.Write('\r' + Cut($"{what,-10} [{new string('#', (int)(share * Width)).PadRight(Width, '.')}] {share,4:P0}  {Of(done, of)}  {detail}"));
        }
        else if (isNew || tenth != told.Tenth)
        {
            output.WriteLine($"{what}: {share:P0}, {Of(done, of)}. {detail}".TrimEnd());
        }
        (told, shownAt) = ((what, tenth), time.GetTimestamp());
    }

    /// <summary>Leaves the bar as it is and goes to the next line.</summary>
    public void End()
    {
        if (isTerminal && told.What is not null) output.WriteLine();
        told = default;
    }

    public static string Of(long done, long of) => string.Create(CultureInfo.InvariantCulture, $"{done:N0} of {of:N0}");

    /// <summary>Filled up, so that a shorter line leaves nothing of a longer one.</summary>
    static string Cut(string line) => line.Length > Line ? line[..Line] : line.PadRight(Line);
}
