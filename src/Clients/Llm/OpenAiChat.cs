using System.ClientModel;
using System.ClientModel.Primitives;
using System.Net;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Extensions.AI;
using MyCavoodle.Clients.Http;
using OpenAI;
using OpenAI.Chat;
using ChatMessage = Microsoft.Extensions.AI.ChatMessage;

namespace MyCavoodle.Clients.Llm;

/// <summary>
/// OpenAI's chat completions behind <see cref="IChatClient"/>. https://platform.openai.com/docs/api-reference/chat
/// The finish reason tells what may be done with an answer: <c>Length</c> is cut off (tool calls left out), <c>ContentFilter</c> is
/// filtered or refused (the refusal is an <see cref="ErrorContent"/>), neither may go to a customer. Arguments that are no JSON
/// object come as <see cref="FunctionCallContent"/> with its Exception set.
/// </summary>
/// <exception cref="ProviderException">
/// Any refusal; <see cref="ProviderException.Code"/> is OpenAI's. An empty account is a 429 too, but lasting. Nothing is repeated
/// here: one try may take a minute, and the flow knows how long a customer has waited.
/// </exception>
public sealed class OpenAiChat(HttpClient http, LlmOptions settings, TimeProvider time) : IChatClient
{
    public const string Provider = "Llm";

    readonly Lazy<ChatClient> client = new(() => new OpenAIClient(new ApiKeyCredential(settings.ApiKey!), new OpenAIClientOptions
    {
        Endpoint = settings.BaseUrl,
        RetryPolicy = new ClientRetryPolicy(0),
        Transport = new HttpClientPipelineTransport(http),
        NetworkTimeout = settings.Timeout + TimeSpan.FromSeconds(5),                    // the handler's limit comes first
    }).GetChatClient(settings.Model));

    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        settings.EnsureConfigured(Provider);
        try
        {
            ChatCompletion completion = await client.Value.CompleteChatAsync(messages.SelectMany(OpenAiWords.Message), OpenAiWords.Request(options, settings), cancellationToken);
            return OpenAiWords.Answer(completion);
        }
        catch (ClientResultException e)
        {
            throw Refusal(e);
        }
        catch (Exception e) when (e is JsonException or ArgumentOutOfRangeException or FormatException or KeyNotFoundException or InvalidOperationException)
        {
            // A 200 whose body is an error or nothing we know: compatible servers do that.
            throw new ProviderException(Provider, $"unreadable answer ({e.GetType().Name})", HttpStatusCode.OK, isTransient: true, code: "unreadable", inner: e);
        }
    }

    /// <summary>The whole answer as one stretch of updates; the channels send whole messages.</summary>
    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var update in (await GetResponseAsync(messages, options, cancellationToken)).ToChatResponseUpdates())
            yield return update;
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose()
    {
        // The HttpClient is the factory's.
    }

    // https://platform.openai.com/docs/guides/error-codes: decided by code, then type; the words are for people.
    ProviderException Refusal(ClientResultException e)
    {
        var reply = e.GetRawResponse();
        var error = Body(reply).At("error");
        var code = error.At("code").Text();
        var type = error.At("type").Text();
        var words = (error.At("message").Text() ?? "no reason given").Replace(settings.ApiKey!, "***", StringComparison.Ordinal).Short();
        var status = e.Status == 0 ? (HttpStatusCode?)null : (HttpStatusCode)e.Status;
        var wait = reply is null ? null : RetryAfter.Of(name => reply.Headers.TryGetValue(name, out var value) ? value : null, time);
        return new ProviderException(Provider, $"{status?.Named() ?? "no answer"}, {code ?? type ?? "no code"}: {words}", status,
            !IsMoney(code) && !IsMoney(type) && (status is null || PatientHandler.IsTransient(status.Value)), wait, code ?? type);
    }

    static bool IsMoney(string? word) => word is "insufficient_quota" or "credit_balance_exhausted" or "organization_spend_limit_exceeded"
        or "project_spend_limit_exceeded" or "organization_usage_limit_exceeded" or "billing_hard_limit_reached";

    static JsonElement? Body(PipelineResponse? reply)
    {
        try
        {
            return reply is null ? null : JsonElement.Parse(reply.Content.ToArray());
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
