using System.Globalization;
using System.Text.Json.Nodes;
using MyCavoodle.Sandbox.Deliveries;
using MyCavoodle.Sandbox.Faults;
using MyCavoodle.Sandbox.Wire;

namespace MyCavoodle.Sandbox.Api;

/// <summary>Making things go wrong, and seeing how the webhooks fared.</summary>
sealed class TroubleRoutes(SandboxWorld world)
{
    public void Map(Routes api)
    {
        api.Post("faults", Add);
        api.Get("faults", _ => Answer.Ok(new JsonArray([.. world.Faults.All.Select(Written)])));
        api.Delete("faults", _ => Clear());
        api.Put("faults/webhooks", SetWeather);
        api.Get("deliveries", Deliveries);
        api.Get("deliveries/waiting", _ => Answer.Ok(new JsonObject { ["waiting"] = world.Courier.Waiting }));
        api.Put("shopify/limit", SetLimit);
        api.Put("shopify/points", SetPoints);
    }

    Answer Add(Call call)
    {
        var (provider, kind) = (call.Required("provider"), call.Required("kind"));
        var kinds = Fault.CallKinds.Concat(Fault.WebhookKinds).Concat(Fault.BulkKinds).ToList();
        if (!Fault.Providers.Contains(provider)) throw new BadRequest($"\"provider\" is one of {string.Join(", ", Fault.Providers)}.");
        if (!kinds.Contains(kind)) throw new BadRequest($"\"kind\" is one of {string.Join(", ", kinds)}.");
        if (call.Whole("times") is < 1) throw new BadRequest("\"times\" is at least 1, or null for always.");
        var fault = new Fault
        {
            Provider = provider, Kind = kind, Times = call.Whole("times"), Path = call["path"],
            Status = call.Whole("status") is { } status ? status is >= 400 and <= 599 ? status : throw new BadRequest("\"status\" is between 400 and 599.") : 500,
            DelayMs = call.Whole("delayMs") is { } ms ? ms is >= 0 and <= 600_000 ? ms : throw new BadRequest("\"delayMs\" is between 0 and 600000.") : 1000,
        };
        world.Faults.Add(fault);
        return new Answer(201, Written(fault));
    }

    /// <summary>Loses, doubles and shuffles a provider's webhooks by chance, until it is called with nothing of the kind or the faults are deleted.</summary>
    Answer SetWeather(Call call)
    {
        var provider = call["provider"] ?? "shopify";
        if (!Fault.Providers.Contains(provider)) throw new BadRequest($"\"provider\" is one of {string.Join(", ", Fault.Providers)}.");
        var weather = new PostalWeather(call.Whole("seed") ?? 1)
        {
            Drop = Share(call, "drop"), Twice = Share(call, "twice"), Shuffle = call["shuffle"] == "true",
            LateMs = call.Whole("lateMs") is { } ms ? ms is >= 0 and <= 600_000 ? ms : throw new BadRequest("\"lateMs\" is between 0 and 600000.") : 2_000,
        };
        world.Courier.SetWeather(provider, weather is { Drop: 0, Twice: 0, Shuffle: false } ? null : weather);
        return Answer.Ok(new JsonObject { ["provider"] = provider, ["drop"] = weather.Drop, ["twice"] = weather.Twice, ["shuffle"] = weather.Shuffle, ["lateMs"] = weather.LateMs, ["seed"] = weather.Seed });
    }

    static double Share(Call call, string name) => call[name] is not { } text ? 0
        : double.TryParse(text, CultureInfo.InvariantCulture, out var share) && share is >= 0 and <= 1 ? share : throw new BadRequest($"\"{name}\" is a share between 0 and 1.");

    Answer Clear()
    {
        world.Faults.Clear();
        foreach (var provider in world.Courier.Weather.Keys) world.Courier.SetWeather(provider, null);
        return new Answer(204, null);
    }

    Answer Deliveries(Call call)
    {
        var since = call["since"] is not { } text ? DateTimeOffset.MinValue
            : DateTimeOffset.TryParse(text.Replace(' ', '+'), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at
            : throw new BadRequest("\"since\" is an instant like 2026-11-20T08:00:00Z.");
        var log = world.Courier.Log.Where(d => d.CreatedAt >= since && (call["provider"] is not { } provider || d.Provider == provider));
        return Answer.Ok(new JsonArray([.. log.Select(Written)]));
    }

    Answer SetLimit(Call call)
    {
        var bucket = world.Shopify.Bucket;
        bucket.Size = call.Whole("size") is { } size and > 0 ? size : throw new BadRequest("\"size\" is a whole number above 0.");
        bucket.LeakPerSecond = Number(call, "leakPerSecond");
        return Answer.Ok(new JsonObject { ["size"] = bucket.Size, ["leakPerSecond"] = bucket.LeakPerSecond });
    }

    Answer SetPoints(Call call)
    {
        var maximum = Number(call, "maximum");
        world.Shopify.Points.Resize(maximum, Number(call, "restorePerSecond"));
        return Answer.Ok(new JsonObject { ["maximum"] = maximum, ["restorePerSecond"] = world.Shopify.Points.PerSecond });
    }

    static double Number(Call call, string name) =>
        double.TryParse(call[name], CultureInfo.InvariantCulture, out var number) && number > 0 ? number : throw new BadRequest($"\"{name}\" is a number above 0.");

    static JsonObject Written(Fault fault) => new()
    {
        ["provider"] = fault.Provider, ["kind"] = fault.Kind, ["status"] = fault.Status, ["delayMs"] = fault.DelayMs, ["times"] = fault.Times, ["path"] = fault.Path,
    };

    static JsonObject Written(Delivery delivery) => new()
    {
        ["id"] = delivery.Id, ["provider"] = delivery.Provider, ["topic"] = delivery.Topic, ["createdAt"] = delivery.CreatedAt.UtcDateTime,
        ["statuses"] = new JsonArray([.. delivery.Statuses.Select(s => (JsonNode)s)]), ["state"] = delivery.State,
        ["acknowledgedAt"] = delivery.AcknowledgedAt?.UtcDateTime, ["durationMs"] = delivery.DurationMs,
    };
}
