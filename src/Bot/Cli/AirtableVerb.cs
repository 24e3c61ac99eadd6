using System.CommandLine;
using MyCavoodle.Bot.Hosting;
using MyCavoodle.Clients;
using MyCavoodle.Feeds.Airtable;

namespace MyCavoodle.Bot.Cli;

/// <summary>
/// <c>airtable provision</c>, <c>verify</c> and <c>pull</c>: the base where the team sees and edits the hub. In sandbox mode it is the
/// sandbox's. Exit 0: as it should be; 1: something differs, or Airtable refused; 2: wrong usage.
/// </summary>
static class AirtableVerb
{
    /// <summary>Longer than any of it takes where nobody else asks.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    public static Command Verb(string[] settings) => new("airtable", "The Airtable base: provision, verify, pull.")
    {
        Sub("provision", "Makes the base's tables and fields, and lists what has to be finished by hand. Safe to run again.", settings, ProvisionAsync),
        Sub("verify", "Says what differs in the base from the schema.", settings, VerifyAsync),
        Sub("pull", "Compares all that the team has entered in the base with the hub, whenever it was.", settings, PullAsync),
    };

    static Command Sub(string name, string description, string[] settings, Func<Workshop, CancellationToken, Task<int>> run)
    {
        var verb = new Command(name, description);
        verb.SetAction(async (_, ct) =>
        {
            await using var workshop = await Workshop.OpenAsync(settings, freshen: false, ct: ct);
            try
            {
                var running = run(workshop, ct);
                if (await Task.WhenAny(running, Task.Delay(Patience, ct)) != running && !ct.IsCancellationRequested)
                    await Console.Error.WriteLineAsync("Still waiting: Airtable lets 5 requests a second into a base, and a bot whose mirror has much to write uses them up. Stopped for a moment, it goes on afterwards.");
                return await running;
            }
            catch (ProviderException no)
            {
                await Console.Error.WriteLineAsync(no.Code == ProviderException.NotConfigured
                    ? "Airtable is not configured: set Airtable:Token, and Airtable:BaseId or, to have a base made, Airtable:WorkspaceId." : no.Message);
                return 1;
            }
        });
        return verb;
    }

    static async Task<int> ProvisionAsync(Workshop workshop, CancellationToken ct)
    {
        var made = await workshop.Services.GetRequiredService<Provisioning>().RunAsync(Console.WriteLine, ct);
        Console.WriteLine();
        foreach (var line in HandList.Of(made.ByHand).Concat(made.Left)) Console.WriteLine(line);
        if (made.IsNew) Console.WriteLine($"Put the new base into the settings: Airtable:BaseId = {made.BaseId}");
        Console.WriteLine(made.Left.Count == 0 ? "The base is provisioned." : "The base is provisioned, but for what is said above.");
        return made.Left.Count == 0 ? 0 : 1;
    }

    static async Task<int> VerifyAsync(Workshop workshop, CancellationToken ct)
    {
        var differences = await workshop.Services.GetRequiredService<Provisioning>().VerifyAsync(ct);
        foreach (var difference in differences) Console.WriteLine(difference.Message);
        Console.WriteLine(differences.Count == 0 ? "The base is as it should be." : $"{differences.Count} {(differences.Count == 1 ? "thing differs" : "things differ")}.");
        return differences.Count == 0 ? 0 : 1;
    }

    static async Task<int> PullAsync(Workshop workshop, CancellationToken ct)
    {
        await workshop.Services.GetRequiredService<AirtableEdits>().TakeAllAsync(ct);
        Console.WriteLine("What the team has entered is in the hub.");
        return 0;
    }
}
