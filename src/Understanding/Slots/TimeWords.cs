using MyCavoodle.Understanding.Times;

namespace MyCavoodle.Understanding.Slots;

/// <summary>The times a text names. What was "ordered on Friday" was last Friday, whatever else looks ahead.</summary>
sealed class TimeWords(TimeSetting setting) : IFinder
{
    const int Farthest = 6;

    static readonly HashSet<string> Past = [.. "ordered bought purchased placed paid arrived came received sent shipped was were did got had posted dispatched emailed wrote called returned cancelled charged since happened delivered invoice invoices receipt statement bill".Split(' ')];
    static readonly HashSet<string> Coming = [.. "will would be should can could may might to by need want arrive come going before until for is does when".Split(' ')];

    public IEnumerable<Slot> Find(SlotText text)
    {
        var ahead = TimeReader.Find(text.Text, setting);
        if (ahead.Count == 0 || setting.LooksBack || !text.Pieces.Any(p => IsPast(p.Lower))) return ahead.Select(t => Slot(text, t));
        var back = TimeReader.Find(text.Text, setting with { LooksBack = true });
        return ahead.Select(t => IsOver(text, t) && back.FirstOrDefault(b => b.At == t.At && b.Words == t.Words && b.Start <= setting.Now) is { } was ? was : t).Select(t => Slot(text, t));
    }

    static TimeSlot Slot(SlotText text, TimeMention time) => new(time.At, text.Words(time.At, time.At + time.Words.Length), time);

    static bool IsPast(string word) => Past.Contains(word) || word.Length > 4 && word.EndsWith("ed", StringComparison.Ordinal) && word is not ("indeed" or "supposed" or "wanted" or "interested");

    /// <summary>The nearest verb before it is of the past.</summary>
    static bool IsOver(SlotText text, TimeMention time) =>
        text.Pieces.TakeWhile(p => p.At < time.At).TakeLast(Farthest).Reverse().Select(p => IsPast(p.Lower) ? true : Coming.Contains(p.Lower) ? false : (bool?)null).FirstOrDefault(v => v is not null) ?? false;
}
