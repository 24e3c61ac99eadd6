using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;
using MyCavoodle.Bot.Cli;
using MyCavoodle.Bot.Hosting;

try
{
    if (args is [var verb, ..] && Verbs.Known(verb)) return await Verbs.RunAsync(args);
    if (Settings.NotUnderstood(args) is { } fault)
    {
        Console.Error.WriteLine($"{fault} Usage: --help");
        return 2;
    }
    await using var app = await BotHost.BuildAsync(args);
    await app.RunAsync();
    return 0;
}
catch (OptionsValidationException faults)
{
    Console.Error.WriteLine("These settings keep the bot from starting:");
    foreach (var fault in faults.Failures) Console.Error.WriteLine($"  {fault}");
    return 1;
}
catch (IOException e) when (e.InnerException is AddressInUseException)
{
    Console.Error.WriteLine($"{e.Message} Is the bot running already? Another address: --urls http://127.0.0.1:5081");
    return 1;
}
catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException or InvalidOperationException)
{
    // What the machine refuses: a settings file that is no JSON, an address that is not ours, a certificate that is not there.
    Console.Error.WriteLine($"The bot cannot run: {e.Message} {(e.InnerException is { } why ? why.Message : "")}".TrimEnd());
    return 1;
}
