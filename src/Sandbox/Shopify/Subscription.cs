using System.Text.Json.Nodes;
using MyCavoodle.Sandbox.Shop;

namespace MyCavoodle.Sandbox.Shopify;

/// <summary>One webhook an app has asked for by API.</summary>
sealed class Subscription
{
    public required long Id { get; init; }
    public required string Topic { get; set; }
    public required string Address { get; set; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; set; }
    /// <summary>The version of the call that made it shapes its bodies.</summary>
    public required string ApiVersion { get; init; }
    /// <summary>The only fields the body shall have; none: all.</summary>
    public IReadOnlyList<string> Fields { get; set; } = [];
    public IReadOnlyList<string> MetafieldNamespaces { get; set; } = [];
    /// <summary>Kept and shown, not applied.</summary>
    public string? Filter { get; set; }
    /// <summary>When it last heard a 2xx.</summary>
    public DateTimeOffset? HeardAt { get; set; }

    public JsonObject Rest() => new()
    {
        ["id"] = Id, ["address"] = Address, ["topic"] = Topic, ["created_at"] = Sydney.Format(CreatedAt), ["updated_at"] = Sydney.Format(UpdatedAt),
        ["format"] = "json", ["fields"] = Texts(Fields), ["metafield_namespaces"] = Texts(MetafieldNamespaces), ["api_version"] = ApiVersion,
        ["private_metafield_namespaces"] = new JsonArray(),
    };

    static JsonArray Texts(IReadOnlyList<string> texts) => new([.. texts.Select(t => (JsonNode)t)]);
}
