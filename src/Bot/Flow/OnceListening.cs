namespace MyCavoodle.Bot.Flow;

/// <summary>Starts a worker once the web server listens: a second copy of the bot, which finds the port taken, must not touch the queues.</summary>
sealed class OnceListening<TWorker>(TWorker worker, IHostApplicationLifetime host) : IHostedService where TWorker : BackgroundService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        host.ApplicationStarted.Register(() => _ = worker.StartAsync(CancellationToken.None));
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => worker.StopAsync(cancellationToken);
}
