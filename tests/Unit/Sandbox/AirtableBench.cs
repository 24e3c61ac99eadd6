using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using MyCavoodle.Sandbox;
using Xunit;

namespace MyCavoodle.Tests.Unit.Sandbox;

/// <summary>A sandbox with an Airtable client that knows nothing but HTTP. The limits are out of the way unless asked for.</summary>
public sealed class AirtableBench : IAsyncDisposable
{
    AirtableBench(Bench bench) => Bench = bench;

    public Bench Bench { get; }

    public static async Task<AirtableBench> OpenAsync(Action<SandboxOptions>? configure = null) => new(await Bench.OpenAsync(options =>
    {
        (options.AirtableRequestsPerSecond, options.AirtableRequestsPerSecondPerToken) = (100_000, 100_000);
        options.AirtableFirstRetryPause = TimeSpan.FromMilliseconds(2);
        configure?.Invoke(options);
    }));

    /// <summary>Below the base's own path.</summary>
    public Task<(int Status, JsonNode Body)> SendAsync(string method, string path, string? body = null) => CallAsync(method, $"v0/{Credentials.AirtableBaseId}/{path}", body);

    public Task<(int Status, JsonNode Body)> MetaAsync(string method, string path, string? body = null) => CallAsync(method, $"v0/meta/bases/{Credentials.AirtableBaseId}/{path}", body);

    public Task<(int Status, JsonNode Body)> HooksAsync(string method, string path = "", string? body = null) => CallAsync(method, $"v0/bases/{Credentials.AirtableBaseId}/webhooks{path}", body);

    public async Task<(int Status, JsonNode Body)> CallAsync(string method, string path, string? body = null, string token = Credentials.AirtableToken)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = body is null ? null : new StringContent(body, System.Text.Encoding.UTF8, "application/json") };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await Bench.Http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return ((int)response.StatusCode, text.Length == 0 ? new JsonObject() : JsonNode.Parse(text)!);
    }

    public static async Task<JsonNode> OkAsync(Task<(int Status, JsonNode Body)> call)
    {
        var (status, body) = await call;
        Assert.True(status is 200 or 204, $"{status} {body.ToJsonString()}");
        return body;
    }

    /// <summary>422 of this kind; returns the message.</summary>
    public static async Task<string> RefusedAsync(string type, Task<(int Status, JsonNode Body)> call)
    {
        var (status, body) = await call;
        Assert.Equal((422, type), (status, (string?)body["error"]!["type"]));
        return (string)body["error"]!["message"]!;
    }

    /// <summary>A table by the API; its answer.</summary>
    public Task<JsonNode> TableAsync(string name, string fields) => OkAsync(MetaAsync("POST", "tables", $$"""{"name":"{{name}}","fields":[{{fields}}]}"""));

    /// <summary>One record; its id.</summary>
    public async Task<string> RecordAsync(string table, string fields) => (string)(await OkAsync(SendAsync("POST", table, $$"""{"fields":{{fields}}}""")))["id"]!;

    public async Task<JsonNode> FieldsAsync(string table, string id) => (await OkAsync(SendAsync("GET", $"{table}/{id}")))["fields"]!;

    /// <summary>What a person does in the web app.</summary>
    public async Task<JsonNode> ByHandAsync(string method, string path, string? body = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), $"sandbox/api/airtable/bases/{Credentials.AirtableBaseId}/{path}") { Content = body is null ? null : new StringContent(body) };
        using var response = await Bench.Http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == HttpStatusCode.OK, text);
        return JsonNode.Parse(text)!;
    }

    public ValueTask DisposeAsync() => Bench.DisposeAsync();
}
