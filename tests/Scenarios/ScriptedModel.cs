using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace MyCavoodle.Tests.Scenarios;

/// <summary>
/// A language model's endpoint that speaks OpenAI's chat completions and says what the test wrote down for it.
/// https://platform.openai.com/docs/api-reference/chat
/// </summary>
public sealed class ScriptedModel(WebApplication app) : IAsyncDisposable
{
    /// <summary>What it answers to a conversation that ends so; the last message as JSON goes in, the message's content or tool call comes out.</summary>
    public Func<JsonNode, JsonObject?> Script { get; set; } = _ => null;
    public ConcurrentQueue<JsonNode> Asked { get; } = [];
    public string Url => $"{app.Urls.First()}/v1/";

    public static async Task<ScriptedModel> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var model = new ScriptedModel(app);
        app.Run(model.AnswerAsync);
        await app.StartAsync();
        return model;
    }

    public static JsonObject Says(string text) => new() { ["role"] = "assistant", ["content"] = text };

    public static JsonObject Calls(string tool, JsonObject arguments) => new()
    {
        ["role"] = "assistant",
        ["content"] = null,
        ["tool_calls"] = new JsonArray(new JsonObject
        {
            ["id"] = "call_1", ["type"] = "function", ["function"] = new JsonObject { ["name"] = tool, ["arguments"] = arguments.ToJsonString() },
        }),
    };

    async Task AnswerAsync(HttpContext call)
    {
        var request = (await JsonNode.ParseAsync(call.Request.Body))!;
        Asked.Enqueue(request);
        if (Script(request["messages"]!.AsArray()[^1]!) is not { } message)
        {
            call.Response.StatusCode = 500;
            await call.Response.WriteAsync("""{"error":{"message":"The server had an error","type":"server_error","code":null}}""");
            return;
        }
        call.Response.ContentType = "application/json";
        await call.Response.WriteAsync(new JsonObject
        {
            ["id"] = "chatcmpl-1", ["object"] = "chat.completion", ["created"] = 1, ["model"] = "scripted",
            ["choices"] = new JsonArray(new JsonObject { ["index"] = 0, ["message"] = message, ["finish_reason"] = message["tool_calls"] is null ? "stop" : "tool_calls" }),
            ["usage"] = new JsonObject { ["prompt_tokens"] = 1, ["completion_tokens"] = 1, ["total_tokens"] = 2 },
        }.ToJsonString());
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();
}
