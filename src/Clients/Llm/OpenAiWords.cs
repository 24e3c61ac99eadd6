using System.Text.Json;
using Microsoft.Extensions.AI;
using OpenAI.Chat;
using ChatFinishReason = Microsoft.Extensions.AI.ChatFinishReason;
using ChatMessage = Microsoft.Extensions.AI.ChatMessage;
using ChatResponseFormat = OpenAI.Chat.ChatResponseFormat;

namespace MyCavoodle.Clients.Llm;

/// <summary>Turns our messages, tools and answers into OpenAI's and back.</summary>
static class OpenAiWords
{
    /// <summary>Where a tool call keeps the arguments exactly as the model wrote them.</summary>
    public const string RawArguments = "raw_arguments";

    public static ChatCompletionOptions Request(ChatOptions? asked, LlmOptions options)
    {
        var request = new ChatCompletionOptions
        {
            MaxOutputTokenCount = asked?.MaxOutputTokens ?? options.MaxOutputTokens,
            Temperature = asked?.Temperature,
            TopP = asked?.TopP,
        };
        foreach (var tool in asked?.Tools?.OfType<AIFunctionDeclaration>() ?? [])
            request.Tools.Add(ChatTool.CreateFunctionTool(tool.Name, tool.Description, BinaryData.FromString(tool.JsonSchema.GetRawText())));
        if (request.Tools.Count > 0)                                                   // a choice without tools is refused
            request.ToolChoice = asked?.ToolMode switch
            {
                NoneChatToolMode => ChatToolChoice.CreateNoneChoice(),
                RequiredChatToolMode { RequiredFunctionName: { } name } => ChatToolChoice.CreateFunctionChoice(name),
                RequiredChatToolMode => ChatToolChoice.CreateRequiredChoice(),
                _ => null,
            };
        if (asked?.ResponseFormat is ChatResponseFormatJson json)
            request.ResponseFormat = json.Schema is { } schema
                ? ChatResponseFormat.CreateJsonSchemaFormat(json.SchemaName ?? "answer", BinaryData.FromString(schema.GetRawText()), json.SchemaDescription)
                : ChatResponseFormat.CreateJsonObjectFormat();
        return request;
    }

    public static IEnumerable<OpenAI.Chat.ChatMessage> Message(ChatMessage message)
    {
        if (message.Role == ChatRole.System)
            return [new SystemChatMessage(message.Text)];
        if (message.Role == ChatRole.Tool)
            return message.Contents.OfType<FunctionResultContent>().Select(r => new ToolChatMessage(r.CallId, Result(r)));
        if (message.Role != ChatRole.Assistant)
            return [new UserChatMessage(message.Text)];
        var calls = message.Contents.OfType<FunctionCallContent>().Select(Call).ToList();
        if (calls.Count == 0)
            return [new AssistantChatMessage(message.Text)];
        var said = new AssistantChatMessage(calls);
        if (message.Text.Length > 0)
            said.Content.Add(ChatMessageContentPart.CreateTextPart(message.Text));
        return [said];
    }

    public static ChatResponse Answer(ChatCompletion completion)
    {
        var reason = Reason(completion);
        List<AIContent> contents = [.. completion.Content.Where(p => !string.IsNullOrEmpty(p.Text)).Select(p => new TextContent(p.Text))];
        if (completion.Refusal is { Length: > 0 } refusal)
            contents.Add(new ErrorContent(refusal) { ErrorCode = "refusal" });
        // A call that was cut off may look whole and mean something else: it is not handed on.
        if (reason != ChatFinishReason.Length)
            contents.AddRange(completion.ToolCalls.Select(Call));
        return new ChatResponse(new ChatMessage(ChatRole.Assistant, contents) { MessageId = completion.Id })
        {
            ResponseId = completion.Id,
            ModelId = completion.Model,
            FinishReason = reason,
            Usage = completion.Usage is not { } used ? null : new UsageDetails
            {
                InputTokenCount = used.InputTokenCount,
                OutputTokenCount = used.OutputTokenCount,
                TotalTokenCount = used.TotalTokenCount,
            },
        };
    }

    static ChatFinishReason Reason(ChatCompletion completion) => completion switch
    {
        { Refusal.Length: > 0 } or { FinishReason: OpenAI.Chat.ChatFinishReason.ContentFilter } => ChatFinishReason.ContentFilter,
        { FinishReason: OpenAI.Chat.ChatFinishReason.Length } => ChatFinishReason.Length,
        { ToolCalls.Count: > 0 } => ChatFinishReason.ToolCalls,
        _ => ChatFinishReason.Stop,
    };

    // Arguments that do not parse are the model's mistake to hear about, so they travel as FunctionCallContent.Exception.
    static FunctionCallContent Call(ChatToolCall call)
    {
        var raw = call.FunctionArguments.ToString();
        var content = FunctionCallContent.CreateFromParsedArguments(raw, call.Id, call.FunctionName,
            text => string.IsNullOrWhiteSpace(text) ? [] : JsonSerializer.Deserialize<Dictionary<string, object?>>(text) ?? []);
        (content.AdditionalProperties ??= [])[RawArguments] = raw;
        return content;
    }

    // The server wants back what the model said; broken JSON it would refuse, so that becomes an empty object.
    static ChatToolCall Call(FunctionCallContent call) => ChatToolCall.CreateFunctionToolCall(call.CallId, call.Name,
        BinaryData.FromString(JsonSerializer.Serialize(call.Exception is null ? call.Arguments ?? new Dictionary<string, object?>() : new Dictionary<string, object?>())));

    static string Result(FunctionResultContent result) => result.Result switch
    {
        string text => text,
        JsonElement { ValueKind: JsonValueKind.String } text => text.GetString()!,
        var other => JsonSerializer.Serialize(other),
    };
}
