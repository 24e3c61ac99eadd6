using System.Diagnostics;

namespace MyCavoodle.Tests.Unit.Understanding.Text;

/// <summary>
/// Throws hostile inputs at a reading of messages: 20,000 in the ordinary run, a million with MYCAVOODLE_FUZZ=1. An
/// exception fails; so does an input that takes too long every time it is tried (once may be the machine).
/// </summary>
sealed class Fuzz(Func<string, object> read)
{
    static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(50);

    /// <summary>Readings before any is timed: the first are slow, their code is still being compiled.</summary>
    const int WarmUp = 2000;

    /// <summary>Enough for the compiler to notice code that only a rare input reaches.</summary>
    const int Tries = 60;

    public static int Inputs => Environment.GetEnvironmentVariable("MYCAVOODLE_FUZZ") is { Length: > 0 } ? 1_000_000 : 20_000;

    /// <returns>What was measured, in words.</returns>
    public string Run(IEnumerable<string> inputs)
    {
        for (var i = 0; i < WarmUp; i++) read("Where is my order, please? I wrote on Monday.");
        List<double> times = [];
        var (slowest, input) = (TimeSpan.Zero, "");
        foreach (var next in inputs)
        {
            var took = Time(next);
            for (var again = 1; again < Tries && took > Longest / 2; again++) took = TimeSpan.FromTicks(Math.Min(took.Ticks, Time(next).Ticks));
            Assert.True(took < Longest, $"{took.TotalMilliseconds:0} ms for {next.Length} characters: {Start(next)}");
            times.Add(took.TotalMicroseconds);
            if (took > slowest) (slowest, input) = (took, next);
        }
        times.Sort();
        return FormattableString.Invariant($"{times.Count} inputs, p50 {times[times.Count / 2]:0} µs, p99 {times[times.Count * 99 / 100]:0} µs, slowest {slowest.TotalMilliseconds:0.0} ms for {input.Length} characters: {Start(input)}");
    }

    TimeSpan Time(string input)
    {
        var from = Stopwatch.GetTimestamp();
        try
        {
            Assert.NotNull(read(input));
        }
        catch (Exception e) when (e is not Xunit.Sdk.XunitException)
        {
            Assert.Fail($"{e.GetType().Name} for {input.Length} characters: {Start(input)}\n{e}");
        }
        return Stopwatch.GetElapsedTime(from);
    }

    // Escaped: what breaks a reader may break a console
    static string Start(string input) => string.Concat((input.Length > 120 ? input[..120] : input).Select(c => c is >= ' ' and < '\x7F' ? c.ToString() : $"\\u{(int)c:X4}"));
}
