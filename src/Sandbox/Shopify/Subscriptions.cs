using System.Text.Json.Nodes;
using MyCavoodle.Sandbox.Shopify.Graph;
using MyCavoodle.Sandbox.Wire;

namespace MyCavoodle.Sandbox.Shopify;

/// <summary>
/// The webhooks an app has asked for, by REST or GraphQL: the same list. https://shopify.dev/docs/api/admin-rest/latest/resources/webhook
/// </summary>
sealed class Subscriptions(TimeProvider time)
{
    readonly List<Subscription> all = [];
    long next = 1_480_000_000_001;
    bool used;

    /// <summary>Who gets a topic; null means nobody has ever asked for any, so the bot's usual address is meant.</summary>
    public IReadOnlyList<Subscription>? To(string topic) => used ? [.. all.Where(s => s.Topic == topic)] : null;

    public Subscription? Find(long id) => all.Find(s => s.Id == id);

    public IEnumerable<Row> Rows(IReadOnlyList<string> topics, string? uri) => all
        .Where(s => (topics.Count == 0 || topics.Contains(Topics.Enumeration(s.Topic))) && (uri is null || s.Address == uri)).Select(s => new Row(s.CreatedAt.UtcTicks, s.Id, s));

    public bool Remove(long id) => all.RemoveAll(s => s.Id == id) > 0;

    public Answer List(Call call)
    {
        var (topic, address) = (call.Query.GetValueOrDefault("topic"), call.Query.GetValueOrDefault("address"));
        return Answer.Ok(new JsonObject { ["webhooks"] = new JsonArray([.. all.Where(s => (topic is null || s.Topic == topic) && (address is null || s.Address == address)).Select(s => s.Rest())]) });
    }

    public Answer Count() => Answer.Ok(new JsonObject { ["count"] = all.Count });

    public Answer? One(long id) => Find(id) is { } found ? Answer.Ok(new JsonObject { ["webhook"] = found.Rest() }) : null;

    public Answer Create(Call call, string version)
    {
        var wanted = call.Body["webhook"] as JsonObject ?? [];
        var (topic, address) = (Arguments.Text(wanted["topic"]) ?? "", Arguments.Text(wanted["address"]));
        if (topic.Length == 0) return Invalid("topic", "can't be blank");
        if (!Topics.IsKnown(topic)) return Invalid("topic", $"Invalid topic specified: {topic}. Topics allowed: {string.Join(", ", Topics.Enumerations.Select(Topics.Of))}");
        if (Wrong(topic, address, null) is { } why) return Invalid("address", why);
        var made = Add(topic, address!, version);
        made.Fields = Arguments.Texts(wanted["fields"]);
        return new Answer(201, new JsonObject { ["webhook"] = made.Rest() });
    }

    /// <summary>PUT: the address, the fields, or both.</summary>
    public Answer? Update(long id, Call call)
    {
        if (Find(id) is not { } known) return null;
        var wanted = call.Body["webhook"] as JsonObject ?? [];
        if (Arguments.Text(wanted["address"]) is { } address)
        {
            if (Wrong(known.Topic, address, known) is { } why) return Invalid("address", why);
            known.Address = address;
        }
        if (wanted["fields"] is { } fields) known.Fields = Arguments.Texts(fields);
        known.UpdatedAt = time.GetUtcNow();
        return Answer.Ok(new JsonObject { ["webhook"] = known.Rest() });
    }

    public Payload Subscribe(string topic, JsonObject input)
    {
        var uri = Arguments.Text(input["uri"]);
        if (Wrong(topic, uri, null) is { } why) return Refused(why);
        var made = Add(topic, uri!, ApiVersions.Newest);
        Take(made, input);
        return new(made);
    }

    public Payload Change(long id, JsonObject input)
    {
        if (Find(id) is not { } known) return new(null, new UserError(["id"], "Webhook subscription does not exist"));
        if (Arguments.Text(input["uri"]) is { } uri)
        {
            if (Wrong(known.Topic, uri, known) is { } why) return Refused(why);
            known.Address = uri;
        }
        Take(known, input);
        known.UpdatedAt = time.GetUtcNow();
        return new(known);
    }

    Subscription Add(string topic, string address, string version)
    {
        var now = time.GetUtcNow();
        used = true;
        var made = new Subscription { Id = next++, Topic = topic, Address = address, CreatedAt = now, UpdatedAt = now, ApiVersion = version };
        all.Add(made);
        return made;
    }

    static void Take(Subscription into, JsonObject input)
    {
        if (input["includeFields"] is { } fields) into.Fields = Arguments.Texts(fields);
        if (input["metafieldNamespaces"] is { } namespaces) into.MetafieldNamespaces = Arguments.Texts(namespaces);
        if (input.ContainsKey("filter")) into.Filter = Arguments.Text(input["filter"]);
    }

    string? Wrong(string topic, string? address, Subscription? self) =>
        !Uri.TryCreate(address, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https") ? "is invalid"
        : all.Any(s => s != self && s.Topic == topic && s.Address == address) ? "for this topic has already been taken" : null;

    static Payload Refused(string why) => new(null, new UserError(["webhookSubscription", "callbackUrl"], $"Address {why}"));

    static Answer Invalid(string field, string why) => new(422, new JsonObject { ["errors"] = new JsonObject { [field] = new JsonArray(why) } });
}
