using System.Text.Json.Nodes;
using MyCavoodle.Clients;
using MyCavoodle.Feeds.Airtable;
using MyCavoodle.Sandbox;

namespace MyCavoodle.Bot.Hosting;

/// <summary>
/// Makes the sandbox's base whole as soon as the bot starts: its tables and fields as `airtable provision` does, and the formulas as
/// a person would paste them. Nobody waits for it; the mirror begins when it is done.
/// </summary>
sealed class SandboxBase(SandboxMode sandbox, Provisioning provisioning, LiveBase live, ILogger<SandboxBase> logger) : IHostedService, IDisposable
{
    const int Tries = 5;

    readonly CancellationTokenSource stopping = new();
    Task making = Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        making = live.ChangeAsync(MakeAsync, stopping.Token);
        return Task.CompletedTask;
    }

    async Task MakeAsync()
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                var made = await provisioning.RunAsync(line => logger.LogDebug("{Line}", line), stopping.Token);
                await PasteAsync(sandbox.World, made, stopping.Token);
                return;
            }
            catch (ProviderException e) when (e.IsTransient && tries < Tries)
            {
                // A busy start. What has been made is found by the next try.
            }
            catch (Exception e) when (!stopping.IsCancellationRequested)
            {
                // The shop in a box works without its base; the mirror says what is missing.
                logger.LogWarning("The sandbox's Airtable base could not be made: {Reason}", e.Message);
                return;
            }
        }
    }

    /// <summary>The part a person does: the sandbox has hands for it.</summary>
    public static async Task PasteAsync(SandboxWorld world, Provisioned made, CancellationToken ct)
    {
        using var http = new HttpClient { BaseAddress = world.Emulators };
        foreach (var formula in made.ByHand.Where(d => d.Kind == DifferenceKind.FormulaMissing))
        {
            var field = new JsonObject { ["name"] = formula.Field!.Name, ["type"] = "formula", ["options"] = new JsonObject { ["formula"] = formula.Field.Formula } };
            using var reply = await http.PostAsJsonAsync($"sandbox/api/airtable/bases/{made.BaseId}/tables/{Uri.EscapeDataString(formula.Sheet.Name)}/fields", field, ct);
            if (!reply.IsSuccessStatusCode) throw new InvalidOperationException($"{formula.Field.Name}: {await reply.Content.ReadAsStringAsync(ct)}");
        }
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await stopping.CancelAsync();
        await making.ContinueWith(_ => { }, TaskScheduler.Default);
    }

    public void Dispose() => stopping.Dispose();
}
