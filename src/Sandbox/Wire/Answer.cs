using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MyCavoodle.Sandbox.Wire;

/// <summary>What an emulator answers: a status, JSON or nothing, and headers.</summary>
sealed class Answer(int status, JsonNode? body)
{
    public static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    readonly List<(string Name, string Value)> headers = [];

    public static Answer Ok(JsonNode? body) => new(200, body);

    /// <summary>RFC 9457: what was wrong with the request, in a sentence.</summary>
    public static Answer Problem(int status, string detail) => new(status, new JsonObject
    {
        ["type"] = "about:blank", ["title"] = status == 404 ? "Not found" : "Bad request", ["status"] = status, ["detail"] = detail,
    }) { ContentType = "application/problem+json" };

    string ContentType { get; init; } = "application/json; charset=utf-8";

    public Answer With(string header, string value)
    {
        headers.Add((header, value));
        return this;
    }

    public async Task WriteAsync(HttpContext context)
    {
        context.Response.StatusCode = status;
        foreach (var (name, value) in headers) context.Response.Headers.Append(name, value);
        if (body is null) return;
        context.Response.ContentType = ContentType;
        // Straight to the wire: a page of 250 orders would be a string of megabytes.
        await using var writer = new Utf8JsonWriter(context.Response.BodyWriter, new JsonWriterOptions { Encoder = Json.Encoder });
        body.WriteTo(writer, Json);
        await writer.FlushAsync(context.RequestAborted);
    }
}
