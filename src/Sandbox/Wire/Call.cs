using System.Text.Json;
using System.Text.Json.Nodes;

namespace MyCavoodle.Sandbox.Wire;

/// <summary>A request, read to its end: the path's parts, and the parameters from query, form and JSON body alike.</summary>
sealed class Call
{
    public required string Method { get; init; }
    /// <summary>The path behind the emulator's root, split at the slashes.</summary>
    public required string[] Path { get; init; }
    public required IReadOnlyDictionary<string, string> Query { get; init; }
    /// <summary>Fields of a form, or the top level of a JSON object.</summary>
    public required JsonObject Body { get; init; }
    public required HttpRequest Http { get; init; }
    public required bool IsMalformed { get; init; }

    public string? Bearer => Http.Headers.Authorization.ToString() is ['B' or 'b', ..] and var h && h.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? h[7..].Trim() : null;

    /// <summary>A parameter from wherever it came, as text.</summary>
    public string? this[string name] => Text(Body[name]) ?? Query.GetValueOrDefault(name);

    /// <summary>A parameter that is a structure: JSON in a JSON body, JSON as text in a form or query.</summary>
    public JsonNode? Structure(string name)
    {
        if (Body[name] is { } node && node.GetValueKind() != JsonValueKind.String) return node;
        try { return this[name] is { Length: > 0 } text ? JsonNode.Parse(text) : null; }
        catch (JsonException) { return null; }
    }

    public int? Whole(string name) => int.TryParse(this[name], out var number) ? number : null;

    public static async Task<Call> ReadAsync(HttpContext context, string path)
    {
        var request = context.Request;
        var (body, malformed) = request.HasFormContentType ? (await FormAsync(request), false) : await JsonAsync(request);
        return new Call
        {
            Method = request.Method, Http = request, Body = body, IsMalformed = malformed,
            Path = path.Split('/', StringSplitOptions.RemoveEmptyEntries),
            Query = request.Query.ToDictionary(q => q.Key, q => q.Value.ToString()),
        };
    }

    static async Task<JsonObject> FormAsync(HttpRequest request)
    {
        var body = new JsonObject();
        var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        foreach (var (name, value) in form) body[name] = value.ToString();
        foreach (var file in form.Files) body[file.Name] ??= $"attach://{file.FileName}";
        return body;
    }

    static async Task<(JsonObject Body, bool Malformed)> JsonAsync(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body);
        var text = await reader.ReadToEndAsync(request.HttpContext.RequestAborted);
        if (text.Length == 0) return ([], false);
        try { return (JsonNode.Parse(text) as JsonObject ?? [], false); }
        catch (JsonException) { return ([], true); }
    }

    static string? Text(JsonNode? node) => node?.GetValueKind() switch
    {
        null or JsonValueKind.Null or JsonValueKind.Undefined => null,
        JsonValueKind.String => node.GetValue<string>(),
        _ => node.ToJsonString(),
    };
}
