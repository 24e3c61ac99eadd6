using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using MyCavoodle.Clients;
using MyCavoodle.Clients.Airtable;
using MyCavoodle.Feeds;
using MyCavoodle.Feeds.Airtable;
using MyCavoodle.Hub;
using MyCavoodle.Sandbox;
using MyCavoodle.Tests.Unit.Sandbox;
using Xunit;

namespace MyCavoodle.Tests.Unit.Feeds;

/// <summary>A real hub and a base of the sandbox, with everything between them, and somebody's hands in the base.</summary>
public sealed class MirrorBench : IAsyncDisposable
{
    readonly SandboxWorld world;
    readonly SandboxHost host;
    readonly ServiceProvider services;
    readonly HttpClient hands;

    MirrorBench(StoreProvider store, SandboxWorld world, SandboxHost host, BotDouble bot, ShiftedTime time, string? baseId)
    {
        (this.world, this.host, Bot, Time) = (world, host, bot, time);
        Hubs = new(store, mirror: time);
        var settings = new Dictionary<string, string?>(world.BotSettings(host.BaseUri)) { ["Airtable:RequestsPerSecond"] = "50", ["Airtable:PenaltyPause"] = "00:00:01" };
        if (baseId is not null) settings["Airtable:BaseId"] = baseId;
        services = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
            .AddSingleton<TimeProvider>(time).AddSingleton<IDbContextFactory<HubContext>>(Hubs).AddClients().AddFeeds().BuildServiceProvider();
        hands = new HttpClient { BaseAddress = new Uri(host.BaseUri, $"sandbox/api/airtable/bases/{Credentials.AirtableBaseId}/tables/") };
    }

    public TemporaryHub Hubs { get; }
    public BotDouble Bot { get; }
    public ShiftedTime Time { get; }
    public AirtableBase Base => Of<AirtableClient>().Base;

    public T Of<T>() where T : notnull => services.GetRequiredService<T>();

    /// <summary>A base that is provisioned, unless it shall not be.</summary>
    public static async Task<MirrorBench> OpenAsync(StoreProvider store = StoreProvider.Sqlite, bool provisioned = true, Action<SandboxOptions>? configure = null, string? baseId = null)
    {
        var time = new ShiftedTime();
        var bot = await BotDouble.StartAsync();
        var options = new SandboxOptions { Bot = bot.Url, AirtableRequestsPerSecond = 10_000, AirtableRequestsPerSecondPerToken = 10_000, AirtableFirstRetryPause = TimeSpan.FromMilliseconds(2) };
        configure?.Invoke(options);
        var world = new SandboxWorld(options, time);
        var bench = new MirrorBench(store, world, await SandboxHost.StartAsync(world, 0), bot, time, baseId);
        await bench.GivenAsync(new SyncCursor { Name = ShopPull.Cursor, Value = "", MovedAt = time.GetUtcNow() });
        if (provisioned) await bench.ProvisionAsync();
        return bench;
    }

    public async Task<Provisioned> ProvisionAsync()
    {
        var made = await Of<Provisioning>().RunAsync(_ => { }, default);
        foreach (var formula in made.ByHand) await PasteAsync(formula.Sheet.Name, formula.Field!);
        return made;
    }

    /// <summary>A formula field, as a person makes it.</summary>
    public Task<JsonNode> PasteAsync(string table, SchemaField field) =>
        HandAsync("POST", $"{table}/fields", new JsonObject { ["name"] = field.Name, ["type"] = "formula", ["options"] = new JsonObject { ["formula"] = field.Formula } });

    /// <summary>Facts as a feed writes them.</summary>
    public Task GivenAsync(params object[] rows) => Of<FactWriter>().WriteAsync(hub =>
    {
        hub.AddRange(rows);
        return Task.CompletedTask;
    }, default);

    public Task ChangeAsync(Func<HubContext, Task> change) => Of<FactWriter>().WriteAsync(change, default);

    public async Task<T> ReadAsync<T>(Func<HubContext, Task<T>> read)
    {
        await using var hub = Hubs.CreateDbContext();
        return await read(hub);
    }

    public Task PushAsync() => Of<AirtableMirror>().PushChangesAsync(default);

    public Task TakeAsync() => Of<AirtableEdits>().TakeAsync(default);

    /// <summary>The base is looked at anew, as after some time.</summary>
    public Task LaterAsync(TimeSpan? later = null)
    {
        Time.Advance(later ?? TimeSpan.FromMinutes(11));
        return PushAsync();
    }

    /// <summary>The records of a table, by field name.</summary>
    public async Task<IReadOnlyList<AirtableRecord>> RecordsAsync(string table) => await Base.Records.ListAsync(table, new(), default).ToListAsync();

    public async Task<AirtableRecord> RecordAsync(string table) => Assert.Single(await RecordsAsync(table));

    /// <summary>A person edits a cell of the only record.</summary>
    public async Task EditAsync(string table, string field, JsonNode? value) => await EditAsync(table, (await RecordAsync(table)).Id, field, value);

    public Task<JsonNode> EditAsync(string table, string record, string field, JsonNode? value) =>
        HandAsync("PUT", $"{table}/records/{record}", new JsonObject { ["fields"] = new JsonObject { [field] = value } });

    /// <summary>What a person does in the web app, below the base's tables.</summary>
    public async Task<JsonNode> HandAsync(string method, string path, JsonNode? body = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path.Replace(" ", "%20", StringComparison.Ordinal)) { Content = body is null ? null : JsonContent.Create(body) };
        using var response = await hands.SendAsync(request);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
    }

    public async Task FaultAsync(object fault)
    {
        using var response = await hands.PostAsJsonAsync(new Uri(host.BaseUri, "sandbox/api/faults"), fault);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
    }

    public async Task<IReadOnlyList<Discrepancy>> ToldAsync() => await ReadAsync(hub => hub.Discrepancies.Where(d => d.HealedAt == null).OrderBy(d => d.Key).ToListAsync());

    public static Customer Amy(long id = 7) => new() { ShopifyId = id, Email = $"amy{id}@example.com", FirstName = "Amy", CreatedAt = LongAgo, UpdatedAt = LongAgo };

    public static Product Shampoo(long id = 41) => new()
    {
        ShopifyVariantId = id, ShopifyProductId = 4, InventoryItemId = 400 + id, Name = "Oatmeal Shampoo", Variant = "500 ml", Sku = "SH-OAT-500", Active = true, RetailPrice = 22m, CostPrice = 6.5m, Available = 14, UpdatedAt = LongAgo,
    };

    public static Order Order(Customer? customer = null, long id = 1001)
    {
        var order = new Order { ShopifyId = id, Number = $"#{id}", Customer = customer, PlacedAt = LongAgo.AddDays(10), UpdatedAt = LongAgo, Payment = PaymentStatus.Paid, Status = OrderStatus.Shipped, Total = 44m };
        order.Lines.Add(new() { ShopifyId = id * 10, ShopifyVariantId = 41, Title = "Oatmeal Shampoo", Sku = "SH-OAT-500", Quantity = 2, UnitPrice = 22m });
        return order;
    }

    public static readonly DateTimeOffset LongAgo = new(2026, 6, 1, 0, 0, 0, TimeSpan.Zero);

    public async ValueTask DisposeAsync()
    {
        hands.Dispose();
        await services.DisposeAsync();
        await host.DisposeAsync();
        await world.DisposeAsync();
        await Bot.DisposeAsync();
        Hubs.Dispose();
    }
}
