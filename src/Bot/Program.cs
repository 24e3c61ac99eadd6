using Microsoft.Extensions.Options;
using MyCavoodle.Bot.Cli;
using MyCavoodle.Bot.Hosting;

if (args is [var verb, ..] && Verbs.Known(verb)) return await Verbs.RunAsync(args);

try
{
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
catch (IOException e) when (e.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
{
    Console.Error.WriteLine($"{e.Message} Is the bot running already? Another address: --urls http://127.0.0.1:5081");
    return 1;
}
