using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using MyCavoodle.Clients;
using Quartz;

namespace MyCavoodle.Jobs;

/// <summary>Every job and when it runs. The first run is at start; all jobs may be repeated, so a missed run needs no care.</summary>
public static partial class Schedule
{
    public static IServiceCollection AddJobs(this IServiceCollection services) => services
        .AddTransient<PullShop>()
        .AddTransient<ReconcileShop>()
        .AddTransient<KeepShopWebhooks>()
        .AddTransient<PullAdSpend>()
        .AddTransient<PullSessions>()
        .AddTransient<ComputeDailyFigures>()
        .AddTransient<CheckRollups>()
        .AddTransient<RenewMailboxWatch>()
        .AddTransient<CheckMailbox>()
        .AddTransient<ForgetOldDeliveries>()
        .AddTransient<MirrorToAirtable>()
        .AddTransient<TakeAirtableEdits>()
        .AddTransient<KeepAirtableHook>()
        .AddTransient<NoteDayChanges>()
        .AddQuartz(clock =>
        {
            clock.Every<PullShop>(TimeSpan.FromMinutes(5), (job, ct) => job.RunAsync(ct));
            clock.Every<ReconcileShop>(TimeSpan.FromHours(1), (job, ct) => job.RunAsync(ct));
            clock.Every<KeepShopWebhooks>(TimeSpan.FromHours(1), (job, ct) => job.RunAsync(ct));
            clock.Every<PullSessions>(TimeSpan.FromHours(1), (job, ct) => job.RunAsync(ct));
            clock.Every<PullAdSpend>(TimeSpan.FromHours(1), (job, ct) => job.RunAsync(ct));
            // Each hour, so that a day is closed soon after midnight Sydney in summer and winter alike.
            clock.Every<ComputeDailyFigures>(TimeSpan.FromHours(1), (job, ct) => job.RunAsync(ct));
            clock.Nightly<CheckRollups>(new(17, 30), (job, ct) => job.RunAsync(ct));
            clock.Every<RenewMailboxWatch>(TimeSpan.FromDays(1), (job, ct) => job.RunAsync(ct));
            clock.Every<CheckMailbox>(TimeSpan.FromMinutes(5), (job, ct) => job.RunAsync(ct));
            clock.Every<ForgetOldDeliveries>(TimeSpan.FromDays(1), (job, ct) => job.RunAsync(ct));
            // Looking for changes costs one small query, and a change is to be seen within seconds.
            clock.Every<MirrorToAirtable>(TimeSpan.FromSeconds(2), (job, ct) => job.RunAsync(ct));
            clock.Every<TakeAirtableEdits>(TimeSpan.FromSeconds(45), (job, ct) => job.RunAsync(ct));
            clock.Every<KeepAirtableHook>(TimeSpan.FromHours(1), (job, ct) => job.RunAsync(ct));
            clock.Every<NoteDayChanges>(TimeSpan.FromMinutes(2), (job, ct) => job.RunAsync(ct));
        })
        .AddQuartzHostedService(o => (o.WaitForJobsToComplete, o.AwaitApplicationStarted) = (true, true));

    static void Every<TJob>(this IQuartzBuilder clock, TimeSpan interval, Func<TJob, CancellationToken, Task> run) where TJob : class =>
        clock.Add(run, trigger => trigger.StartNow().WithSimpleSchedule(s => s.WithInterval(interval).RepeatForever()));

    /// <summary>Once a day at a UTC time, and not at start. 17:30 is 3:30 or 4:30 at night in Sydney; a bare machine knows no other zone.</summary>
    static void Nightly<TJob>(this IQuartzBuilder clock, TimeOnly at, Func<TJob, CancellationToken, Task> run) where TJob : class =>
        clock.Add(run, trigger => trigger.WithCronSchedule($"0 {at.Minute} {at.Hour} * * ?", c => c.InTimeZone(TimeZoneInfo.Utc)));

    /// <summary>The one place where a job meets Quartz: the job itself knows no scheduler.</summary>
    static void Add<TJob>(this IQuartzBuilder clock, Func<TJob, CancellationToken, Task> run, Action<ITriggerConfigurator<IJob>> when) where TJob : class
    {
        var name = typeof(TJob).Name;
        clock.AddJob(name, (TJob job, IHostApplicationLifetime host, ILogger<TJob> logger, CancellationToken ct) =>
            RunAsync(stop => run(job, stop), name, logger, host.ApplicationStopping, ct), j => j.DisallowConcurrentExecution().StoreDurably());
        clock.AddTrigger(t => when(t.ForJob(name).WithIdentity(name)));
    }

    /// <summary>A stop of the host ends a job where it is, and a provider's no waits for the next run: every job may be repeated.</summary>
    static async Task RunAsync(Func<CancellationToken, Task> run, string name, ILogger logger, CancellationToken stopping, CancellationToken ct)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct, stopping);
        try
        {
            await run(stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Nothing to tell: it begins anew with the next start.
        }
        catch (ProviderException e)
        {
            LogPutOff(logger, name, e.Message);
        }
    }

    [LoggerMessage(LogLevel.Warning, "{Job} is put off to its next run: {Reason}")]
    static partial void LogPutOff(ILogger logger, string job, string reason);
}
