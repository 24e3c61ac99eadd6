using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.AI;

namespace MyCavoodle.Assistant.Offline;

enum Audience { Customer, Staff, Founder }

/// <summary>One thing said before or now.</summary>
sealed record Said(bool ByContact, string Text);

/// <summary>One tool call of this turn with its answer; <see cref="Answer"/> is undefined when it was no JSON object.</summary>
sealed record Answered(string Tool, IDictionary<string, object?> Arguments, JsonElement Answer)
{
    public string Outcome => Text("outcome") ?? "";
    public string? Text(string name) => Answer.ValueKind == JsonValueKind.Object && Answer.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
        ? value.GetString() : null;
    public IReadOnlyList<JsonElement> List(string name) => Answer.ValueKind == JsonValueKind.Object && Answer.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : [];
    public string? Argument(string name) => Arguments.TryGetValue(name, out var value) ? value?.ToString() : null;
}

/// <summary>A chat as this model sees it: who asks, what was said, and what the tools of this turn answered.</summary>
sealed partial class Scene
{
    readonly HashSet<string> tools;

    public Scene(IEnumerable<ChatMessage> messages, ChatOptions? options)
    {
        tools = [.. options?.Tools?.Select(t => t.Name) ?? []];
        var all = messages.ToList();
        Instructions = all.FirstOrDefault(m => m.Role == ChatRole.System)?.Text ?? "";
        var asked = all.FindLastIndex(m => m.Role == ChatRole.User);
        Said = [.. all.Take(asked + 1).Where(m => (m.Role == ChatRole.User || m.Role == ChatRole.Assistant) && m.Text.Length > 0)
            .Select(m => new Said(m.Role == ChatRole.User, m.Text))];
        Answers = [.. AnswersIn(all.Skip(asked + 1).SelectMany(m => m.Contents).ToList())];
    }

    /// <summary>Told by the tools at hand: figures are the founder's alone, the queue is for all staff.</summary>
    public Audience Audience => Has("get_figure") ? Audience.Founder : Has("count_open_inquiries") ? Audience.Staff : Audience.Customer;
    /// <summary>Everything said, oldest first, ending with the message to answer.</summary>
    public IReadOnlyList<Said> Said { get; }
    public IReadOnlyList<Answered> Answers { get; }
    public string Message => Said is [.., { ByContact: true } last] ? last.Text : "";
    /// <summary>On these a message is read on a small screen.</summary>
    public bool IsDirectMessage => Channel is { Length: > 0 } and not ("email" or "Telegram");
    /// <summary>What to call the contact; null where that is not known, and on email, where the greeting says it.</summary>
    public string? Name => IsDirectMessage && Contact().Match(Instructions) is { Success: true } named ? named.Groups[1].Value : null;
    /// <summary>What the contact calls their dog.</summary>
    public string? Pet => Said.Where(s => s.ByContact).Select(s => Dog().Match(s.Text)).LastOrDefault(m => m.Success)?.Groups[1].Value;
    string Channel => Door().Match(Instructions).Groups[1].Value;
    string Instructions { get; }
    public string LastReply => Said.LastOrDefault(s => !s.ByContact)?.Text ?? "";
    public IEnumerable<string> EarlierMessages => Said.SkipLast(1).Where(s => s.ByContact).Select(s => s.Text).Reverse();

    /// <summary>What we had said before the contact's message, counted backwards: 0 is the one to answer.</summary>
    public string ReplyBefore(int messagesBack)
    {
        var at = Said.Select((s, i) => (s.ByContact, i)).Where(s => s.ByContact).Select(s => s.i).Reverse().Skip(messagesBack).FirstOrDefault(-1);
        return at > 0 && !Said[at - 1].ByContact ? Said[at - 1].Text : "";
    }

    public bool Has(string tool) => tools.Contains(tool);
    public IReadOnlyList<Answered> From(string tool) => [.. Answers.Where(a => a.Tool == tool)];

    // As Assistant writes them under the prompt.
    [GeneratedRegex(@"^Channel: (\w+)\.", RegexOptions.Multiline)] private static partial Regex Door();
    [GeneratedRegex(@"^Contact: (.+)\.\s*$", RegexOptions.Multiline)] private static partial Regex Contact();
    [GeneratedRegex(@"\b(?i:my|our)(?: [\p{L}'-]+){0,2} (?i:dog|puppy|pup|cavoodle|oodle|boy|girl)(?:(?i:'s name is|s name is| is called| is named|,? called|,? named),?)? (\p{Lu}\p{Ll}{1,14})\b")] private static partial Regex Dog();

    static IEnumerable<Answered> AnswersIn(List<AIContent> contents)
    {
        foreach (var call in contents.OfType<FunctionCallContent>())
            if (contents.OfType<FunctionResultContent>().FirstOrDefault(r => r.CallId == call.CallId) is { } result)
                yield return new(call.Name, call.Arguments ?? new Dictionary<string, object?>(), Parse(result.Result?.ToString()));
    }

    /// <summary>A tool that could not run answers with a sentence; that is no fact to tell.</summary>
    static JsonElement Parse(string? text)
    {
        try
        {
            return JsonSerializer.Deserialize<JsonElement>(text ?? "null");
        }
        catch (JsonException)
        {
            return default;
        }
    }
}
