using MyCavoodle.Feeds.Airtable;

namespace MyCavoodle.Jobs;

/// <summary>Has the mirror refreshed where fields follow from the time alone. Safe to run twice.</summary>
public sealed class NoteDayChanges(DayChanges changes)
{
    public Task RunAsync(CancellationToken ct) => changes.NoteAsync(ct);
}
