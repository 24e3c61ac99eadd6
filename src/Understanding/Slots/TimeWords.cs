using MyCavoodle.Understanding.Times;

namespace MyCavoodle.Understanding.Slots;

/// <summary>The times a text names.</summary>
sealed class TimeWords(TimeSetting setting) : IFinder
{
    public IEnumerable<Slot> Find(SlotText text) =>
        TimeReader.Find(text.Text, setting).Where(t => text.IsFree(t.At, t.At + t.Words.Length)).Select(t => new TimeSlot(t.At, t.Words, t));
}
