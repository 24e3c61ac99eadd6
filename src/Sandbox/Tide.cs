namespace MyCavoodle.Sandbox;

/// <summary>Lets time do its work: a made-up order comes due, a parcel arrives, and the shop tells the bot.</summary>
sealed class Tide(SandboxWorld world) : BackgroundService
{
    static readonly TimeSpan Step = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var seen = world.Now;
        while (!stoppingToken.IsCancellationRequested)
        {
            // A real second, so that a test that moves the world's clock sees the consequences soon.
            await Task.Delay(Step, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            var now = world.Now;
            if (now <= seen) continue;
            lock (world.Gate) world.Shop.AnnounceBetween(seen, now);
            seen = now;
        }
    }
}
