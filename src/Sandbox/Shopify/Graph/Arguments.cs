using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MyCavoodle.Sandbox.Shopify.Graph;

/// <summary>What a field was given, with the variables filled in.</summary>
sealed class Arguments(JsonObject values)
{
    public static readonly Arguments None = new([]);

    public static Arguments Of(FieldSelection field, JsonObject variables) => field.Arguments.Count == 0 ? None
        : new(new JsonObject(field.Arguments.Select(a => KeyValuePair.Create(a.Key, a.Value(variables)))));

    /// <summary>Whether it was written down at all, be it as null.</summary>
    public bool IsGiven(string name) => values.ContainsKey(name);
    public bool Has(string name) => values[name] is not null;
    public string? Text(string name) => Text(values[name]);
    public int? Whole(string name) => Whole(values[name]);
    public bool Flag(string name) => values[name]?.GetValueKind() == JsonValueKind.True;
    public JsonObject Object(string name) => values[name] as JsonObject ?? [];
    /// <summary>A list, or one value in a list's place, which GraphQL allows.</summary>
    public IReadOnlyList<string> Texts(string name) => Texts(values[name]);
    /// <summary>The number in gid://shopify/Order/123, whatever the type; 0 when there is none.</summary>
    public long Id(string name) => Gid.Number(Text(name));

    public static string? Text(JsonNode? node) => node?.GetValueKind() switch
    {
        null or JsonValueKind.Null => null,
        JsonValueKind.String => node.GetValue<string>(),
        _ => node.ToJsonString(),
    };

    public static int? Whole(JsonNode? node) => int.TryParse(Text(node), CultureInfo.InvariantCulture, out var number) ? number : null;

    public static IReadOnlyList<string> Texts(JsonNode? node) => node switch
    {
        null => [],
        JsonArray list => [.. list.Select(n => Text(n) ?? "")],
        _ => [Text(node)!],
    };
}

/// <summary>Global ids: gid://shopify/Order/123.</summary>
static class Gid
{
    public static string Of(string type, long id) => $"gid://shopify/{type}/{id}";

    public static string Type(string? gid) => gid?.Split('/') is ["gid:", "", "shopify", var type, ..] ? type : "";

    public static long Number(string? gid)
    {
        var last = gid?[(gid.LastIndexOf('/') + 1)..].Split('?')[0];
        return long.TryParse(last, CultureInfo.InvariantCulture, out var number) ? number : 0;
    }
}
