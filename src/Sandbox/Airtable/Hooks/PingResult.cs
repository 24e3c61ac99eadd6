using System.Text.Json.Nodes;
using MyCavoodle.Sandbox.Deliveries;

namespace MyCavoodle.Sandbox.Airtable.Hooks;

/// <summary>How the latest ring went.</summary>
sealed record PingResult(Attempt Attempt, DateTimeOffset At, bool WillBeRetried)
{
    public JsonObject Json()
    {
        var json = new JsonObject
        {
            ["success"] = Attempt.Accepted, ["completionTimestamp"] = Moment.Write(At), ["durationMs"] = Math.Round(Attempt.Took.TotalMilliseconds, 3), ["retryNumber"] = Attempt.Number - 1,
        };
        if (Attempt.Accepted) return json;
        json["error"] = new JsonObject
        {
            ["message"] = Attempt.Status == 0 ? "The HTTP request could not be completed." : $"The HTTP request returned a {Attempt.Status} status code instead of 200 or 204.",
        };
        json["willBeRetried"] = WillBeRetried;
        return json;
    }
}
