using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace MyCavoodle.Jobs;

/// <summary>Every job and when it runs. The first run is at start; all jobs may be repeated, so a missed run needs no care.</summary>
public static class Schedule
{
    public static IServiceCollection AddJobs(this IServiceCollection services) => services
        .AddTransient<PullShop>()
        .AddTransient<PullAdSpend>()
        .AddTransient<ComputeDailyFigures>()
        .AddTransient<RenewMailboxWatch>()
        .AddTransient<CheckMailbox>()
        .AddTransient<ForgetOldDeliveries>()
        .AddQuartz(clock =>
        {
            clock.Every<PullShop>(TimeSpan.FromMinutes(5), (job, ct) => job.RunAsync(ct));
            clock.Every<PullAdSpend>(TimeSpan.FromHours(1), (job, ct) => job.RunAsync(ct));
            // Each hour, so that a day is closed soon after midnight Sydney in summer and winter alike.
            clock.Every<ComputeDailyFigures>(TimeSpan.FromHours(1), (job, ct) => job.RunAsync(ct));
            clock.Every<RenewMailboxWatch>(TimeSpan.FromDays(1), (job, ct) => job.RunAsync(ct));
            clock.Every<CheckMailbox>(TimeSpan.FromMinutes(5), (job, ct) => job.RunAsync(ct));
            clock.Every<ForgetOldDeliveries>(TimeSpan.FromDays(1), (job, ct) => job.RunAsync(ct));
        })
        .AddQuartzHostedService(o => o.WaitForJobsToComplete = true);

    /// <summary>The one place where a job meets Quartz: the job itself knows no scheduler.</summary>
    static void Every<TJob>(this IQuartzBuilder clock, TimeSpan interval, Func<TJob, CancellationToken, Task> run) where TJob : class
    {
        var name = typeof(TJob).Name;
        clock.AddJob(name, (TJob job, CancellationToken ct) => run(job, ct), j => j.DisallowConcurrentExecution().StoreDurably());
        clock.AddTrigger(t => t.ForJob(name).WithIdentity(name).StartNow().WithSimpleSchedule(s => s.WithInterval(interval).RepeatForever()));
    }
}
