using System.Net;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace MyCavoodle.Tests.Unit.Sandbox;

/// <summary>Stands where the bot stands: keeps the webhooks as they came, and answers what it is told to.</summary>
public sealed class BotDouble : IAsyncDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    readonly Channel<Received> received = Channel.CreateUnbounded<Received>();
    readonly WebApplication app;

    BotDouble(WebApplication app) => this.app = app;

    public Uri Url => new(app.Urls.First() + "/");

    /// <summary>Statuses of the next answers; 200 once they are used up.</summary>
    public Queue<int> Answers { get; } = [];

    public static async Task<BotDouble> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var bot = new BotDouble(builder.Build());
        bot.app.Map("/{**path}", bot.ReceiveAsync);
        await bot.app.StartAsync();
        return bot;
    }

    /// <summary>The next webhook that has not been looked at.</summary>
    public async Task<Received> NextAsync(Func<Received, bool>? wanted = null)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
            if (await received.Reader.ReadAsync(patience.Token) is var next && wanted?.Invoke(next) != false) return next;
    }

    async Task ReceiveAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        context.Response.StatusCode = Answers.TryDequeue(out var status) ? status : 200;
        await received.Writer.WriteAsync(new Received(context.Request.Path, context.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase), body.ToArray()));
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();
}

public sealed record Received(string Path, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    public string Text => System.Text.Encoding.UTF8.GetString(Body);
    public System.Text.Json.Nodes.JsonNode Json => System.Text.Json.Nodes.JsonNode.Parse(Body)!;
}
