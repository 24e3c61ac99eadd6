using System.Text.Json;
using System.Text.Json.Nodes;

namespace MyCavoodle.Sandbox.Airtable;

/// <summary>Takes from a request's JSON what must be of a certain kind.</summary>
static class JsonDemands
{
    /// <exception cref="AirtableRefusal">It is there, and no text.</exception>
    public static string? Text(this JsonObject json, string name) => json[name] switch
    {
        null => null,
        { } node when node.GetValueKind() == JsonValueKind.String => node.GetValue<string>(),
        _ => throw AirtableRefusal.BadRequest(),
    };

    public static bool? Truth(this JsonObject json, string name) => json[name]?.GetValueKind() switch
    {
        null => null,
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw AirtableRefusal.BadRequest(),
    };

    /// <summary>Null where it is none within the range.</summary>
    public static int? Whole(this JsonObject json, string name, int least, int most) =>
        json[name] is JsonValue value && value.GetValueKind() == JsonValueKind.Number && value.TryGetValue<int>(out var number) && number >= least && number <= most ? number : null;

    /// <exception cref="AirtableRefusal">It is there, and no object.</exception>
    public static JsonObject? Object(this JsonObject json, string name) => json[name] switch
    {
        null => null,
        JsonObject inner => inner,
        _ => throw AirtableRefusal.BadRequest(),
    };

    /// <exception cref="AirtableRefusal">It is there, and no list of texts.</exception>
    public static List<string>? Texts(this JsonObject json, string name) => json[name] switch
    {
        null => null,
        JsonArray list => [.. list.Select(i => i?.GetValueKind() == JsonValueKind.String ? i.GetValue<string>() : throw AirtableRefusal.BadRequest())],
        _ => throw AirtableRefusal.BadRequest(),
    };
}
