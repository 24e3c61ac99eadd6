using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MyCavoodle.Clients;

namespace MyCavoodle.Tests.Unit.Clients;

/// <summary>A request as it arrived.</summary>
sealed record Arrived(string Method, string Path, string Query, string Body, IHeaderDictionary Headers)
{
    public string Address => Path + Query;
}

/// <summary>A provider's place on a free port: keeps what arrives and answers as the test says.</summary>
sealed class StandIn : IAsyncDisposable
{
    readonly WebApplication app;
    readonly ConcurrentQueue<Arrived> arrived = new();

    StandIn(WebApplication app) => this.app = app;

    public Uri Url => new(app.Urls.Single());
    public IReadOnlyList<Arrived> Arrived => [.. arrived];

    public static Task<StandIn> AnsweringAsync(params (int Status, string Body, string[] Headers)[] answers)
    {
        var next = -1;
        return StartAsync((_, http) =>
        {
            var (status, body, headers) = answers[Math.Min(Interlocked.Increment(ref next), answers.Length - 1)];
            foreach (var header in headers)
                http.Response.Headers.Append(header[..header.IndexOf(':', StringComparison.Ordinal)], header[(header.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim());
            return http.ReplyAsync(body, status);
        });
    }

    public static async Task<StandIn> StartAsync(Func<Arrived, HttpContext, Task> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var standIn = new StandIn(builder.Build());
        standIn.app.Run(async http =>
        {
            using var reader = new StreamReader(http.Request.Body);
            var request = new Arrived(http.Request.Method, http.Request.Path, http.Request.QueryString.Value ?? "", await reader.ReadToEndAsync(),
                new HeaderDictionary(http.Request.Headers.ToDictionary(StringComparer.OrdinalIgnoreCase)));       // Kestrel's own are wiped after the reply
            standIn.arrived.Enqueue(request);
            await answer(request, http);
        });
        await standIn.app.StartAsync();
        return standIn;
    }

    /// <summary>The real registration with these settings; <c>{url}</c> becomes this server's address.</summary>
    public ServiceProvider Clients(TimeProvider time, params (string Key, string Value)[] settings) => Services(time,
        [.. settings.Select(s => (s.Key, s.Value.Replace("{url}", Url.AbsoluteUri, StringComparison.Ordinal)))]);

    public static ServiceProvider Services(TimeProvider time, params (string Key, string Value)[] settings) => new ServiceCollection()
        .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value))).Build())
        .AddSingleton(time)
        .AddClients()
        .BuildServiceProvider();

    public ValueTask DisposeAsync() => app.DisposeAsync();
}

static class Replies
{
    public static Task ReplyAsync(this HttpContext http, string body, int status = 200)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json";
        return http.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(body)).AsTask();
    }
}
