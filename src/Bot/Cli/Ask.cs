using System.CommandLine;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MyCavoodle.Assistant;
using MyCavoodle.Hub;
using MyCavoodle.Plugins;

namespace MyCavoodle.Bot.Cli;

/// <summary><c>ask "what's MER this week?"</c>: Bella's questions from a terminal. Stores nothing, sends nothing.</summary>
static class Ask
{
    public static Command Verb(string[] settings)
    {
        var question = new Argument<string>("question") { Description = "As Bella would write it, in quotes." };
        var json = new Option<bool>("--json") { Description = "The answer with the tools that were called." };
        var verb = new Command("ask", "Answers one question of the founder's and exits.") { question, json };
        verb.SetAction((parsed, ct) => RunAsync(parsed.GetRequiredValue(question), parsed.GetValue(json), settings, ct));
        return verb;
    }

    static async Task<int> RunAsync(string question, bool asJson, string[] settings, CancellationToken ct)
    {
        await using var workshop = await Workshop.OpenAsync(settings, ct: ct);
        var services = workshop.Services;
        await using var hub = await services.GetRequiredService<IDbContextFactory<HubContext>>().CreateDbContextAsync(ct);
        var caller = new Caller(ChannelNames.Telegram, ContactId: 0, ConversationId: 0, StaffName.Bella, ProvenCustomerId: null);
        var message = new Message
        {
            ConversationId = 0, Author = Author.Contact, Text = question, Key = "ask", At = services.GetRequiredService<TimeProvider>().GetUtcNow(),
        };
        var notes = new TurnNotes();
        var considered = await services.GetRequiredService<Assistant.Assistant>().DecideAsync(
            new(caller, "Bella", null, [message]), services.GetRequiredService<Toolbox>().For(caller, notes, hub), notes, ct);
        var answer = considered.Decision is Reply reply ? reply.Text : null;
        Console.WriteLine(asJson
            ? JsonSerializer.Serialize(new { question, answer, calls = considered.Calls }, Json.Web)
            : answer ?? "There is no answer to that.");
        return answer is null ? 1 : 0;
    }
}
