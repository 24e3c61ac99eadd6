using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using MyCavoodle.Sandbox;
using Xunit;

namespace MyCavoodle.Tests.Unit.Sandbox;

/// <summary>A sandbox on a free port, with a listener in the bot's place and a clock that moves when told to.</summary>
public sealed class Bench : IAsyncDisposable
{
    public const string ShopifyToken = "sandbox-shopify-token";

    Bench(SandboxWorld world, SandboxHost host, BotDouble bot, ManualTime time)
    {
        (World, this.host, Bot, Time) = (world, host, bot, time);
        Http = new HttpClient { BaseAddress = host.BaseUri };
        Settings = world.BotSettings(host.BaseUri);
    }

    readonly SandboxHost host;

    public SandboxWorld World { get; }
    public BotDouble Bot { get; }
    public ManualTime Time { get; }
    public HttpClient Http { get; }
    public IReadOnlyDictionary<string, string?> Settings { get; }

    public static async Task<Bench> OpenAsync(Action<SandboxOptions>? configure = null, string now = "2026-11-20T03:00:00Z")
    {
        var time = new ManualTime(DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture));
        var bot = await BotDouble.StartAsync();
        var options = new SandboxOptions { Bot = bot.Url };
        configure?.Invoke(options);
        var world = new SandboxWorld(options, time);
        return new Bench(world, await SandboxHost.StartAsync(world, 0), bot, time);
    }

    /// <summary>Somebody writes to the shop; returns the sandbox's answer.</summary>
    public async Task<JsonNode> WriteAsync(string channel, string from, string text, object? more = null)
    {
        var body = JsonNode.Parse(System.Text.Json.JsonSerializer.Serialize(more ?? new { }))!.AsObject();
        (body["channel"], body["from"], body["text"]) = (channel, from, text);
        return await PostAsync("sandbox/api/messages", body);
    }

    public async Task<JsonNode> PostAsync(string path, JsonNode body)
    {
        using var response = await Http.PostAsJsonAsync(path, body);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
        return await JsonAsync(response);
    }

    public async Task<JsonNode> GetAsync(string path) => (await Http.GetFromJsonAsync<JsonNode>(path))!;

    public Task FaultAsync(object fault) => PostAsync("sandbox/api/faults", JsonNode.Parse(System.Text.Json.JsonSerializer.Serialize(fault))!);

    public Task<HttpResponseMessage> ShopifyAsync(string path)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("X-Shopify-Access-Token", ShopifyToken);
        return Http.SendAsync(request);
    }

    /// <summary>The whole answer to a GraphQL request, errors included.</summary>
    public async Task<JsonNode> GraphAsync(string query, object? variables = null, string version = "2026-10")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"admin/api/{version}/graphql.json") { Content = JsonContent.Create(new { query, variables }) };
        request.Headers.Add("X-Shopify-Access-Token", ShopifyToken);
        using var response = await Http.SendAsync(request);
        Assert.Equal(System.Net.HttpStatusCode.OK, response.StatusCode);
        return await JsonAsync(response);
    }

    /// <summary>A REST call with a body; the answer, whatever its status.</summary>
    public Task<HttpResponseMessage> ShopifyAsync(HttpMethod method, string path, object body)
    {
        var request = new HttpRequestMessage(method, "admin/api/2026-10/" + path) { Content = JsonContent.Create(body) };
        request.Headers.Add("X-Shopify-Access-Token", ShopifyToken);
        return Http.SendAsync(request);
    }

    public Task<HttpResponseMessage> MetaSendAsync(string to, string text, string? tag = null)
    {
        var body = new JsonObject { ["recipient"] = new JsonObject { ["id"] = to }, ["message"] = new JsonObject { ["text"] = text, ["metadata"] = "outbox-7" } };
        if (tag is not null) (body["messaging_type"], body["tag"]) = ("MESSAGE_TAG", tag);
        var request = new HttpRequestMessage(HttpMethod.Post, Settings["Meta:BaseUrl"] + "me/messages") { Content = JsonContent.Create(body) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Settings["Meta:AccessToken"]);
        return Http.SendAsync(request);
    }

    public Task<HttpResponseMessage> TelegramAsync(string method, object body) =>
        Http.PostAsJsonAsync($"{Settings["Telegram:BaseUrl"]}bot{Settings["Telegram:BotToken"]}/{method}", body);

    public async Task<HttpClient> GmailAsync()
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string?>
        {
            ["client_id"] = Settings["Gmail:ClientId"], ["client_secret"] = Settings["Gmail:ClientSecret"], ["refresh_token"] = Settings["Gmail:RefreshToken"], ["grant_type"] = "refresh_token",
        }!);
        using var response = await Http.PostAsync(Settings["Gmail:TokenUrl"], form);
        var client = new HttpClient { BaseAddress = new Uri(Settings["Gmail:BaseUrl"] + "gmail/v1/users/me/") };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (string)(await JsonAsync(response))["access_token"]!);
        return client;
    }

    public static async Task<JsonNode> JsonAsync(HttpResponseMessage response) => JsonNode.Parse(await response.Content.ReadAsStringAsync())!;

    public static string Base64Url(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text)).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await host.DisposeAsync();
        await World.DisposeAsync();
        await Bot.DisposeAsync();
    }
}
