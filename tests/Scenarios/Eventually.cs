using System.Diagnostics;

namespace MyCavoodle.Tests.Scenarios;

/// <summary>Waits on what happened rather than on a clock; gives up with the words of what was awaited.</summary>
public static class Eventually
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static Task TrueAsync(Func<Task<bool>> look, string what, TimeSpan? patience = null) =>
        NotNullAsync(async () => await look() ? "" : null, what, patience);

    public static async Task<T> NotNullAsync<T>(Func<Task<T?>> look, string what, TimeSpan? patience = null) where T : class
    {
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < (patience ?? Patience))
        {
            if (await look() is { } found) return found;
            await Task.Delay(20);
        }
        throw new Xunit.Sdk.XunitException($"It did not happen in {watch.Elapsed.TotalSeconds:0} s: {what}.");
    }
}
