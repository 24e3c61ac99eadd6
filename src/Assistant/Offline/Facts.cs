using System.Text.Json;

namespace MyCavoodle.Assistant.Offline;

/// <summary>A tool's JSON as plain values, for templates.</summary>
static class Facts
{
    public static object? Of(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().ToDictionary(p => p.Name, p => Of(p.Value)),
        JsonValueKind.Array => json.EnumerateArray().Select(Of).ToList(),
        JsonValueKind.String => json.GetString(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number => json.GetRawText(),
        _ => null,
    };

    /// <summary>An object with further values beside its own.</summary>
    public static Dictionary<string, object?> With(this JsonElement json, params (string Name, object? Value)[] more)
    {
        var facts = (Dictionary<string, object?>)Of(json)!;
        foreach (var (name, value) in more) facts[name] = value;
        return facts;
    }

    public static string? Text(this JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
