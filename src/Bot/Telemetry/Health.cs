using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using MyCavoodle.Hub;

namespace MyCavoodle.Bot.Telemetry;

/// <summary>
/// <c>/health/live</c>: the process answers. <c>/health/ready</c>: the hub can be read and the shop's facts have been
/// pulled once, so that an answer would be true; 503 before.
/// </summary>
public sealed class HubIsReady(IDbContextFactory<HubContext> hubs) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await using var hub = await hubs.CreateDbContextAsync(cancellationToken);
            return await hub.CursorAsync(Feeds.ShopPull.Cursor, cancellationToken) is null
                ? HealthCheckResult.Unhealthy("The shop's facts have not been pulled yet.")
                : HealthCheckResult.Healthy();
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return HealthCheckResult.Unhealthy("The hub cannot be read.", e);
        }
    }
}
