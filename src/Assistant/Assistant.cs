using Microsoft.Extensions.AI;
using MyCavoodle.Hub;

namespace MyCavoodle.Assistant;

/// <summary>A decision and how it came about.</summary>
public sealed record Considered(Decision Decision, IReadOnlyList<ToolCall> Calls);

/// <summary>
/// A transcript, a prompt and tools go in, a decision comes out. It sends nothing and stores nothing; what a tool noted
/// for the flow (a person is needed) stands above the model's words.
/// </summary>
public sealed class Assistant(IChatClient model, Prompts prompts, TimeProvider time)
{
    public async Task<Considered> DecideAsync(Transcript transcript, IReadOnlyList<AIFunction> tools, TurnNotes notes, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(Readable(transcript.Messages[^1].Text)))
            return new(new Reply(prompts.Text("replies/empty")), []);
        var answer = await model.AskAsync([new(ChatRole.System, Instructions(transcript)), .. transcript.AsChat()], tools, ct);
        return new(Decide(answer, notes), answer.Calls);
    }

    static Decision Decide(ModelAnswer answer, TurnNotes notes)
    {
        if (notes.Escalation is { } escalation) return escalation;
        // Cut off or refused by the provider: half an answer is none.
        if (answer.Finish == ChatFinishReason.Length || answer.Finish == ChatFinishReason.ContentFilter || answer.Text.Length == 0)
            return new Escalate(EscalationReason.NotUnderstood, "The assistant found no answer.");
        return new Reply(answer.Text);
    }

    string Instructions(Transcript transcript) => $"""
        {prompts.For(transcript.Caller)}

        Channel: {ChannelNames.Spoken(transcript.Caller.Channel)}. Now: {Sydney.Spoken(time.GetUtcNow())}, Sydney.
        {(transcript.FirstName is { } name ? $"Contact: {name}." : "")}
        {(transcript.Subject is { Length: > 0 } subject ? $"Subject: {subject}." : "")}
        {(transcript.Reading is { } reading ? Spoken(reading) : "")}
        """.TrimEnd();

    static string Spoken(Reading reading) => $"""
        The latest message was read before you, by a simpler reader that may be wrong: wants {(reading.Intents.Length > 0 ? reading.Intents : "something it did not understand")}; category {reading.Category}, urgency {reading.Urgency}, sentiment {reading.Sentiment:+0;-0;0}{(reading.Slots is { } named ? $"; names {named}" : "")}{(reading.Flags is { } besides ? $"; besides: {besides}" : "")}. Where you read category, urgency or sentiment otherwise, call `note_reading` once.
        """;

    /// <summary>What is left of a text when invisible and control characters are gone.</summary>
    static string Readable(string text) =>
        string.Concat(text.Where(c => !char.IsControl(c) && char.GetUnicodeCategory(c) is not System.Globalization.UnicodeCategory.Format));
}
