using System.Text.Json.Nodes;
using MyCavoodle.Sandbox.Shop;
using MyCavoodle.Sandbox.Wire;

namespace MyCavoodle.Sandbox.Shopify;

/// <summary>The webhooks an app has asked for. https://shopify.dev/docs/api/admin-rest/latest/resources/webhook</summary>
sealed class Subscriptions(TimeProvider time)
{
    sealed record Subscription(long Id, string Topic, string Address, DateTimeOffset At);

    readonly List<Subscription> all = [];
    long next = 1_480_000_000_001;

    /// <summary>Where a topic goes; null means nobody has asked for any topic, so the bot's usual address is meant.</summary>
    public IReadOnlyList<Uri>? Targets(string topic) => all.Count == 0 ? null : [.. all.Where(s => s.Topic == topic).Select(s => new Uri(s.Address))];

    public Answer List(Call call)
    {
        var topic = call.Query.GetValueOrDefault("topic");
        return Answer.Ok(new JsonObject { ["webhooks"] = new JsonArray([.. all.Where(s => topic is null || s.Topic == topic).Select(Write)]) });
    }

    public Answer Create(Call call)
    {
        var wanted = call.Body["webhook"] as JsonObject;
        var (topic, address) = ((string?)wanted?["topic"], (string?)wanted?["address"]);
        if (string.IsNullOrEmpty(topic)) return Invalid("topic", "can't be blank");
        if (!Uri.TryCreate(address, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https")) return Invalid("address", "is invalid");
        if (all.Any(s => s.Topic == topic && s.Address == address)) return Invalid("address", "for this topic has already been taken");
        var made = new Subscription(next++, topic, url.AbsoluteUri, time.GetUtcNow());
        all.Add(made);
        return new Answer(201, new JsonObject { ["webhook"] = Write(made) });
    }

    public Answer? Delete(long id) => all.RemoveAll(s => s.Id == id) == 0 ? null : Answer.Ok(new JsonObject());

    static Answer Invalid(string field, string why) => new(422, new JsonObject { ["errors"] = new JsonObject { [field] = new JsonArray(why) } });

    static JsonNode Write(Subscription s) => new JsonObject
    {
        ["id"] = s.Id, ["address"] = s.Address, ["topic"] = s.Topic, ["created_at"] = Sydney.Format(s.At), ["updated_at"] = Sydney.Format(s.At),
        ["format"] = "json", ["fields"] = new JsonArray(), ["metafield_namespaces"] = new JsonArray(), ["api_version"] = ApiVersions.Newest,
        ["private_metafield_namespaces"] = new JsonArray(),
    };
}
