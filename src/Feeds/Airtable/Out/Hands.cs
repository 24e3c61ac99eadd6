using MyCavoodle.Hub;

namespace MyCavoodle.Feeds.Airtable;

/// <summary>A few batches on their way at once, and which rows they hold. For one caller at a time.</summary>
sealed class Hands(int atOnce)
{
    readonly Dictionary<Task, IReadOnlyList<(MirrorTable, long)>> busy = [];
    readonly HashSet<(MirrorTable, long)> rows = [];

    public IReadOnlySet<(MirrorTable, long)> Rows => rows;

    /// <summary>Begins a batch as soon as a hand is free.</summary>
    public async Task TakeAsync(IReadOnlyList<(MirrorTable, long)> batch, Func<Task> send)
    {
        while (busy.Count >= atOnce) await OneIsDoneAsync();
        rows.UnionWith(batch);
        busy[send()] = batch;
    }

    /// <summary>Waits for a batch and fails as it did.</summary>
    /// <returns>False: nothing is on its way.</returns>
    public async Task<bool> OneIsDoneAsync()
    {
        if (busy.Count == 0) return false;
        var done = await Task.WhenAny(busy.Keys);
        busy.Remove(done, out var batch);
        rows.ExceptWith(batch!);
        await done;
        return true;
    }

    public async Task AllAreDoneAsync()
    {
        while (await OneIsDoneAsync());
    }

    /// <summary>Waits for what is on its way, whatever becomes of it: a failure has been told by the first.</summary>
    public Task PutDownAsync() => Task.WhenAll(busy.Keys).ContinueWith(_ => { }, TaskScheduler.Default);
}
