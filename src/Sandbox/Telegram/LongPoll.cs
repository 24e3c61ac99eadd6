using System.Text.Json.Nodes;
using MyCavoodle.Sandbox.Wire;

namespace MyCavoodle.Sandbox.Telegram;

/// <summary>getUpdates, with its two conflicts. https://core.telegram.org/bots/api#getupdates</summary>
sealed class LongPoll(SandboxWorld world)
{
    readonly TelegramPlatform platform = world.Telegram;

    public async Task<Answer> GetAsync(Call call, CancellationToken ct)
    {
        var offset = long.TryParse(call["offset"], out var from) ? from : 0;
        var limit = Math.Clamp(call.Whole("limit") ?? 100, 1, 100);
        // Real time: somebody really waits on this connection, whatever clock the world runs on.
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(TimeSpan.FromSeconds(Math.Clamp(call.Whole("timeout") ?? 0, 0, 50)));
        lock (world.Gate) platform.Poller = this;
        while (true)
        {
            Task arrival;
            lock (world.Gate)
            {
                if (platform.Webhook is not null) return TelegramAnswer.Error(409, "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first");
                if (platform.Poller != this) return TelegramAnswer.Error(409, "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running");
                var updates = platform.Fetch(offset, limit);
                if (updates.Count > 0 || patience.IsCancellationRequested)
                    return TelegramAnswer.Ok(new JsonArray([.. updates.Select(u => u.DeepClone())]));
                arrival = platform.Arrival;
            }
            // Looks up now and then as well, to notice a second poller.
            await Task.WhenAny(arrival, Task.Delay(200, patience.Token));
        }
    }
}
