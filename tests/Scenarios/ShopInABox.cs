using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MyCavoodle.Bot.Hosting;
using MyCavoodle.Hub;

namespace MyCavoodle.Tests.Scenarios;

/// <summary>
/// The whole product as a new user starts it: the host in sandbox mode on a real port, a hub in a file of its own,
/// emulators on loopback. Tests speak to it over HTTP only, and look into the hub where the business would ask Josh to.
/// </summary>
public sealed class ShopInABox : IAsyncLifetime
{
    readonly string folder = Directory.CreateTempSubdirectory("mycavoodle-").FullName;
    WebApplication app = null!;

    /// <summary>Beside the defaults, as arguments.</summary>
    public string[] Settings { get; init; } = [];
    public HttpClient Http { get; private set; } = null!;
    public Uri Url => Http.BaseAddress!;

    public async Task InitializeAsync()
    {
        // The desk's style sheet and scripts are found by the program's name, which here would be the test runner's.
        app = await BotHost.BuildAsync(
            ["--urls", "http://127.0.0.1:0", "--applicationName", "MyCavoodle.Bot", "--Store:ConnectionString", $"Data Source={Path.Combine(folder, "hub.db")}", .. Settings]);
        await app.StartAsync();
        Http = new() { BaseAddress = new Uri(app.Urls.First()) };
        await Eventually.TrueAsync(async () => (await Http.GetAsync("/health/ready")).IsSuccessStatusCode, "the shop's facts are in the hub", TimeSpan.FromSeconds(60));
    }

    public Contact Contact(string channel, string from) => new(Http, channel, from);

    public Contact Bella => Contact(ChannelNames.Telegram, "bella");

    /// <summary>A fresh look into the hub.</summary>
    public HubContext Hub() => app.Services.GetRequiredService<IDbContextFactory<HubContext>>().CreateDbContext();

    public async Task<JsonObject> GetAsync(string path) => (await Http.GetFromJsonAsync<JsonObject>(path))!;

    public async Task<JsonNode> PostAsync(string path, object body)
    {
        using var response = await Http.PostAsJsonAsync(path, body);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{path}: {(int)response.StatusCode} {text}");
        return text.Length == 0 ? new JsonObject() : JsonNode.Parse(text)!;
    }

    /// <summary>An order a customer of the shop really has, with a parcel on its way.</summary>
    public async Task<Order> ShippedOrderAsync()
    {
        await using var hub = Hub();
        return await hub.Orders.Include(o => o.Customer).Where(o => o.Status == OrderStatus.Shipped && o.TrackingNumber != null && o.CustomerId != null && o.Email != null)
            .OrderByDescending(o => o.PlacedAt).FirstAsync();
    }

    public async Task DisposeAsync()
    {
        Http.Dispose();
        await app.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}

[CollectionDefinition(Name)]
public sealed class ShopCollection : ICollectionFixture<ShopInABox>
{
    public const string Name = "the shop in a box";
}
