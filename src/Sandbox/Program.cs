using MyCavoodle.Sandbox;

const string Usage = """
    The providers MyCavoodle talks to, emulated, with a made-up shop behind them.

    usage: dotnet run --project src/Sandbox -- [--port 9100] [--bot http://127.0.0.1:5080] [--seed 2024] [--orders 100000] [--customers 20000]

      --port   where the emulators listen on 127.0.0.1; 0 takes any free port. Default 9100.
      --bot    where the bot listens; webhooks wait until it is known.
      --seed   chooses the made-up shop. Default 2024.
      --orders     about how many orders the shop has, up to 450,000. Default: three to eight a day.
      --customers  how many customers it has. Default 400, or a fifth of --orders.
    """;

if (args.Contains("--help") || args.Contains("-h")) { Console.WriteLine(Usage); return 0; }
var (options, port) = (new SandboxOptions(), 9100);
for (var i = 0; i < args.Length; i += 2)
{
    var value = i + 1 < args.Length ? args[i + 1] : "";
    var understood = args[i] switch
    {
        "--port" => int.TryParse(value, out port) && port is >= 0 and <= 65535,
        "--bot" => Uri.TryCreate(value, UriKind.Absolute, out var bot) && bot.Scheme is "http" or "https" && (options.Bot = bot) is not null,
        "--seed" => int.TryParse(value, out var seed) && (options.Seed = seed) == seed,
        "--orders" => int.TryParse(value, out var orders) && orders is >= 1 and <= 450_000 && (options.Orders = orders) == orders,
        "--customers" => int.TryParse(value, out var customers) && customers is >= 1 and <= 450_000 && (options.Customers = customers) == customers,
        _ => false,
    };
    if (understood) continue;
    Console.Error.WriteLine($"Not understood: {args[i]} {value}".TrimEnd() + "\n\n" + Usage);
    return 2;
}

await using var world = new SandboxWorld(options, TimeProvider.System);
try
{
    await using var host = await SandboxHost.StartAsync(world, port);
    Console.WriteLine($"""
        The sandbox answers at {host.BaseUri}
          page       {host.BaseUri}sandbox
          settings   {host.BaseUri}sandbox/api/settings
          everything {host.BaseUri}sandbox/api
          webhooks   {(world.Bot is { } bot ? $"go to {bot}" : $"wait until the bot is known: PUT {host.BaseUri}sandbox/api/bot")}
        """);
    await host.WaitForShutdownAsync();
    return 0;
}
catch (IOException e)
{
    Console.Error.WriteLine($"Port {port} cannot be opened: {e.Message}");
    return 1;
}
