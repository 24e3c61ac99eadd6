using System.CommandLine;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Extensions.Options;
using MyCavoodle.Bot.CheckUp;
using MyCavoodle.Bot.Hosting;
using MyCavoodle.Hub;

namespace MyCavoodle.Bot.Cli;

/// <summary><c>doctor</c>: looks at everything the bot depends on and says what to do. Changes nothing. Exit 0: nothing is ill; 1: something is.</summary>
static class Doctor
{
    public static Command Verb(string[] settings)
    {
        var json = new Option<bool>("--json") { Description = "The findings as JSON." };
        var verb = new Command("doctor", "Checks the store, the shop with its webhooks, the mirror and the other providers.") { json };
        verb.SetAction((parsed, ct) => RunAsync(parsed.GetValue(json), settings, ct));
        return verb;
    }

    static async Task<int> RunAsync(bool asJson, string[] settings, CancellationToken ct)
    {
        await using var workshop = await Workshop.OpenAsync(settings, services => services.AddCheckUp(), freshen: false, ct: ct);
        workshop.Services.GetRequiredService<PublicAddress>().Root = workshop.Services.GetRequiredService<IOptions<BotOptions>>().Value.PublicUrl;
        List<Finding> findings = [];
        await foreach (var finding in LookAsync(workshop, ct))
        {
            findings.Add(finding);
            if (!asJson) Tell(finding);
        }
        var ill = findings.Count(f => f.Health == Health.Ill);
        if (asJson) Console.WriteLine(JsonSerializer.Serialize(findings.Select(f => new { f.Area, Health = f.Health.ToString(), f.What }), Json.Web));
        else Console.WriteLine(ill == 0 ? "\nAll is well." : $"\n{ill} to look after.");
        return ill == 0 ? 0 : 1;
    }

    static async IAsyncEnumerable<Finding> LookAsync(Workshop workshop, [EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var check in workshop.Services.GetServices<ICheck>().Where(c => c.IsForSandbox || !workshop.IsSandbox))
            await foreach (var finding in check.LookAsync(ct)) yield return finding;
        if (workshop.IsSandbox) yield return new("Sandbox", Health.Note, "no provider is configured: the bot runs with made-up ones, and there is nothing to look at");
    }

    static void Tell(Finding finding)
    {
        var mark = finding.Health switch { Health.Well => "ok  ", Health.Note => "note", _ => "ILL " };
        Console.WriteLine($"{mark}  {finding.Area,-10} {finding.What}");
    }
}
