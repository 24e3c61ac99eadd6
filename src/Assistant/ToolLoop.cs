using System.Text.Json;
using Microsoft.Extensions.AI;

namespace MyCavoodle.Assistant;

/// <summary>One tool call of a turn and what came of it, for the checks and for why.</summary>
public sealed record ToolCall(string Name, string Arguments, string Result);

/// <summary>What a model answered in the end, and the tool calls on the way.</summary>
public sealed record ModelAnswer(string Text, ChatFinishReason? Finish, IReadOnlyList<ToolCall> Calls);

/// <summary>Asks a model, runs the tools it asks for and asks again, at most <see cref="MaxRounds"/> times.</summary>
public static class ToolLoop
{
    public const int MaxRounds = 6;

    public static async Task<ModelAnswer> AskAsync(this IChatClient model, IEnumerable<ChatMessage> messages, IReadOnlyList<AIFunction> tools, CancellationToken ct)
    {
        List<ChatMessage> history = [.. messages];
        List<ToolCall> done = [];
        var options = new ChatOptions { Tools = [.. tools] };
        for (var round = 0; ; round++)
        {
            if (round == MaxRounds) options = new ChatOptions();
            var response = await model.GetResponseAsync(history, options, ct);
            history.AddRange(response.Messages);
            var calls = response.Messages.SelectMany(m => m.Contents).OfType<FunctionCallContent>().ToList();
            if (calls.Count == 0 || round == MaxRounds) return new(response.Text.Trim(), response.FinishReason, done);
            List<AIContent> results = [];
            foreach (var call in calls)
            {
                var result = await RunAsync(call, tools, ct);
                done.Add(new(call.Name, JsonSerializer.Serialize(call.Arguments, AIJsonUtilities.DefaultOptions), result));
                results.Add(new FunctionResultContent(call.CallId, result));
            }
            history.Add(new(ChatRole.Tool, results));
        }
    }

    static async Task<string> RunAsync(FunctionCallContent call, IReadOnlyList<AIFunction> tools, CancellationToken ct)
    {
        if (tools.FirstOrDefault(t => t.Name == call.Name) is not { } tool) return $"There is no tool {call.Name}.";
        if (call.Exception is not null) return "The arguments could not be read as JSON.";
        try
        {
            var result = await tool.InvokeAsync(new AIFunctionArguments(call.Arguments), ct);
            return result switch
            {
                JsonElement { ValueKind: JsonValueKind.String } text => text.GetString()!,
                JsonElement json => json.GetRawText(),
                _ => result?.ToString() ?? "",
            };
        }
        catch (Exception e) when (e is ArgumentException or JsonException)
        {
            return "The arguments do not fit: " + e.Message;
        }
    }
}
