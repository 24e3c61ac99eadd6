using System.CommandLine;
using MyCavoodle.Bot.Hosting;

namespace MyCavoodle.Bot.Cli;

/// <summary>The verbs beside serving. Exit 0: done; 1: a check failed; 2: wrong usage.</summary>
public static class Verbs
{
    public static bool Known(string word) => word is "--help" or "-h" or "-?" or "--version" || Root().Subcommands.Any(c => c.Name == word);

    public static async Task<int> RunAsync(string[] args)
    {
        // What follows a bare -- goes to the settings: ask "…" -- --Store:ConnectionString="Data Source=other.db"
        var split = Array.IndexOf(args, "--");
        var settings = split < 0 ? [] : args[(split + 1)..];
        var parsed = Root(settings).Parse(split < 0 ? args : args[..split]);
        List<string> faults = [.. parsed.Errors.Select(e => e.Message)];
        if (Settings.NotUnderstood(settings) is { } notUnderstood) faults.Add(notUnderstood);
        if (faults.Count == 0) return await InvokeAsync(parsed);
        foreach (var fault in faults) await Console.Error.WriteLineAsync(fault);
        await Console.Error.WriteLineAsync("Usage: --help, or VERB --help.");
        return 2;
    }

    static async Task<int> InvokeAsync(ParseResult parsed)
    {
        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("Stopped.");
            return 1;
        }
    }

    static RootCommand Root(string[]? settings = null) => new("MyCavoodle, the assistant at the front desk. Without a verb it serves.")
    {
        Ask.Verb(settings ?? []),
        Chat.Verb(settings ?? []),
        StoreCopy.Verb(settings ?? []),
        Backfill.Verb(settings ?? []),
        Doctor.Verb(settings ?? []),
        AirtableVerb.Verb(settings ?? []),
        Bench.Verb(),
        Eval.Verb(),
        OfflineTrain.Verb(),
        HashPassword.Verb(),
    };
}
