using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using MyCavoodle.Assistant.Offline.Flows;
using MyCavoodle.Understanding;

namespace MyCavoodle.Assistant.Offline;

/// <summary>
/// A model without network and key: it recognises what a message wants from examples, asks the tools, and puts their
/// answers into prepared words. It keeps nothing between calls that could change an answer: the same chat
/// always gets the same one.
/// </summary>
public sealed class OfflineModel : IChatClient
{
    static readonly string[] Handoffs = ["handoff.md", "handoff-harm.md", "trouble.md"];

    readonly Dialogue dialogue;

    /// <param name="promptsFolder">The folder with <c>offline/</c> in it.</param>
    /// <param name="messages">Reads from the same folder.</param>
    /// <exception cref="InvalidDataException">A file there cannot be read as what it should be.</exception>
    public OfflineModel(string promptsFolder, MessageReader messages)
    {
        var folder = Path.Combine(promptsFolder, "offline");
        var products = new ProductWords(Path.Combine(folder, "words.yaml"));
        dialogue = new(
            new Reader(IntentBook.Load(Path.Combine(folder, "intents.yaml")), products, messages),
            new Wording(Path.Combine(folder, "replies.yaml"), Handoffs.Select(name => File.ReadAllText(Path.Combine(promptsFolder, "replies", name)))),
            new FigureWords(Path.Combine(folder, "figures.yaml")),
            products,
            new FlowBook(Path.Combine(folder, "flows")));
    }

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var scene = new Scene(messages, options);
        return Task.FromResult(Answer(dialogue.Next(scene), scene.Answers.Count));
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var update in (await GetResponseAsync(messages, options, cancellationToken)).ToChatResponseUpdates()) yield return update;
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is not null ? null
        : serviceType == typeof(ChatClientMetadata) ? new ChatClientMetadata("offline")
        : serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose() { }

    static ChatResponse Answer(Step step, int callsBefore) => step switch
    {
        Calls calls => new(new ChatMessage(ChatRole.Assistant, [.. calls.Errands.Select((errand, i) => (AIContent)new FunctionCallContent(
            (callsBefore + i + 1).ToString("'call-'0", CultureInfo.InvariantCulture), errand.Tool, errand.Arguments.ToDictionary()))]))
        { FinishReason = ChatFinishReason.ToolCalls },
        Words words => new(new ChatMessage(ChatRole.Assistant, words.Text)) { FinishReason = ChatFinishReason.Stop },
        _ => throw new InvalidOperationException($"No such step: {step}."),
    };
}
