using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using MyCavoodle.Clients;
using MyCavoodle.Clients.Llm;
using Xunit;

namespace MyCavoodle.Tests.Unit.Clients;

public sealed class OpenAiChatTests
{
    readonly JumpingTime time = new();

    [SharedFact]
    public async Task A_question_with_tools_is_asked_and_the_answer_read()
    {
        await using var llm = await StandIn.AnsweringAsync((200, Shared.Read("llm/openai_chat_text.json"), []));
        await using var services = Services(llm);
        var tool = AIFunctionFactory.Create(([Description("As written")] string number) => number, "find_order", "Finds an order.");

        var answer = await services.GetRequiredService<OpenAiChat>().GetResponseAsync(
            [
                new(ChatRole.System, "Be kind."), new(ChatRole.User, "Where is #1042?"),
                new(ChatRole.Assistant, [new FunctionCallContent("c1", "find_order", new Dictionary<string, object?> { ["number"] = "#1042" })]),
                new(ChatRole.Tool, [new FunctionResultContent("c1", "on its way")]),
            ], new() { Tools = [tool] });

        Assert.Equal(ChatFinishReason.Stop, answer.FinishReason);
        Assert.StartsWith("**Holiday Name:**", answer.Text, StringComparison.Ordinal);
        Assert.True(answer.Usage!.InputTokenCount > 0);
        var request = Assert.Single(llm.Arrived);
        using var body = JsonDocument.Parse(request.Body);
        Assert.Equal(("/v1/chat/completions", "Bearer sk-secret"), (request.Path, request.Headers.Authorization.ToString()));
        Assert.Equal(("gpt-test", 1000), (body.RootElement.GetProperty("model").GetString(), body.RootElement.GetProperty("max_completion_tokens").GetInt32()));
        Assert.Equal(["system", "user", "assistant", "tool"], body.RootElement.GetProperty("messages").EnumerateArray().Select(m => m.GetProperty("role").GetString()));
        Assert.Equal("find_order", body.RootElement.GetProperty("tools")[0].GetProperty("function").GetProperty("name").GetString());
    }

    [SharedFact]
    public async Task A_compatible_server_may_leave_the_content_out_beside_a_call()
    {
        var answer = await AskAsync(Shared.Read("llm/openai_compatible_tool_call.json"));
        Assert.Equal((ChatFinishReason.ToolCalls, "weather"), (answer.FinishReason, Assert.Single(Calls(answer)).Name));
    }

    [Theory]
    [InlineData("{\"number\":", true)]
    [InlineData("[1]", true)]
    [InlineData("", false)]
    [InlineData("null", false)]
    [InlineData("{\"number\":\"#1\"}", false)]
    public async Task Arguments_that_do_not_parse_are_handed_on_as_such(string arguments, bool isBroken)
    {
        var answer = await AskAsync(Completion("tool_calls", null, new { id = "c1", type = "function", function = new { name = "find_order", arguments } }));
        var call = Assert.Single(Calls(answer));
        Assert.Equal((isBroken, arguments), (call.Exception is not null, call.AdditionalProperties!["raw_arguments"]));

        await using var llm = await StandIn.AnsweringAsync((200, Completion("stop", "Sorry."), []));
        await using var services = Services(llm);
        await services.GetRequiredService<OpenAiChat>().GetResponseAsync([new(ChatRole.User, "Hi"), .. answer.Messages, new(ChatRole.Tool, [new FunctionResultContent("c1", "bad arguments")])]);
        using var sent = JsonDocument.Parse(llm.Arrived[0].Body);
        Assert.NotNull(JsonDocument.Parse(sent.RootElement.GetProperty("messages")[1].GetProperty("tool_calls")[0].GetProperty("function").GetProperty("arguments").GetString()!));
    }

    [Fact]
    public async Task A_cut_off_answer_says_so_and_hands_on_no_call()
    {
        var answer = await AskAsync(Completion("length", "Your order is", new { id = "c1", type = "function", function = new { name = "refund", arguments = "{}" } }));
        Assert.Equal(ChatFinishReason.Length, answer.FinishReason);
        Assert.Empty(Calls(answer));
    }

    [Fact]
    public async Task A_refusal_or_a_filtered_answer_says_so()
    {
        Assert.Equal(ChatFinishReason.ContentFilter, (await AskAsync(Completion("content_filter", ""))).FinishReason);
        var refused = await AskAsync("""{"id":"1","object":"chat.completion","created":1,"model":"m","choices":[{"index":0,"message":{"role":"assistant","content":null,"refusal":"I can't help with that."},"finish_reason":"stop"}]}""");
        Assert.Equal((ChatFinishReason.ContentFilter, ""), (refused.FinishReason, refused.Text));
        Assert.Equal("I can't help with that.", Assert.Single(refused.Messages[0].Contents.OfType<ErrorContent>()).Message);
    }

    [Theory]
    [InlineData(429, "rate_limit_error", "rate_limit_exceeded", true)]
    [InlineData(429, "insufficient_quota", "insufficient_quota", false)]
    [InlineData(429, "insufficient_quota", "project_spend_limit_exceeded", false)]
    [InlineData(400, "invalid_request_error", "context_length_exceeded", false)]
    [InlineData(401, "invalid_request_error", "invalid_api_key", false)]
    [InlineData(500, "server_error", null, true)]
    [InlineData(503, "service_unavailable_error", "server_is_overloaded", true)]
    public async Task Refusals_are_judged_by_code(int status, string type, string? code, bool isTransient)
    {
        await using var llm = await StandIn.AnsweringAsync((status, JsonSerializer.Serialize(new { error = new { message = "No: sk-secret", type, code } }), ["retry-after: 1.5"]));
        await using var services = Services(llm);
        var refusal = await Assert.ThrowsAsync<ProviderException>(() => services.GetRequiredService<OpenAiChat>().GetResponseAsync([new(ChatRole.User, "Hi")]));
        Assert.Equal((isTransient, code ?? type, status), (refusal.IsTransient, refusal.Code, (int?)refusal.Status));
        Assert.Equal(TimeSpan.FromSeconds(1.5), refusal.RetryAfter);
        Assert.DoesNotContain("sk-secret", refusal.Message, StringComparison.Ordinal);
        Assert.Single(llm.Arrived);
    }

    [Fact]
    public async Task An_error_inside_a_success_and_a_server_that_is_down_are_transient_refusals()
    {
        foreach (var body in new[] { """{"error":{"message":"overloaded"}}""", "<html>", """{"choices":[]}""" })
            Assert.True((await Assert.ThrowsAsync<ProviderException>(() => AskAsync(body))).IsTransient);
        await using var down = StandIn.Services(time, ("Llm:BaseUrl", "http://127.0.0.1:1/v1"), ("Llm:Model", "m"), ("Llm:ApiKey", "sk-secret"));
        var refusal = await Assert.ThrowsAsync<ProviderException>(() => down.GetRequiredService<OpenAiChat>().GetResponseAsync([new(ChatRole.User, "Hi")]));
        Assert.Equal((true, ProviderException.NoAnswer), (refusal.IsTransient, refusal.Code));
    }

    async Task<ChatResponse> AskAsync(string reply)
    {
        await using var llm = await StandIn.AnsweringAsync((200, reply, []));
        await using var services = Services(llm);
        return await services.GetRequiredService<OpenAiChat>().GetResponseAsync([new(ChatRole.User, "Hi")]);
    }

    static IEnumerable<FunctionCallContent> Calls(ChatResponse answer) => answer.Messages.SelectMany(m => m.Contents).OfType<FunctionCallContent>();

    static string Completion(string reason, string? content, params object[] calls) => JsonSerializer.Serialize(new
    {
        id = "chatcmpl-1", @object = "chat.completion", created = 1, model = "m",
        choices = new[] { new { index = 0, message = new { role = "assistant", content, tool_calls = calls.Length == 0 ? null : calls }, finish_reason = reason } },
    }, WithoutNulls);

    static readonly JsonSerializerOptions WithoutNulls = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    ServiceProvider Services(StandIn llm) => llm.Clients(time, ("Llm:BaseUrl", "{url}v1/"), ("Llm:Model", "gpt-test"), ("Llm:ApiKey", "sk-secret"));
}
