using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Xunit;
using static MyCavoodle.Tests.Unit.Sandbox.AirtableBench;

namespace MyCavoodle.Tests.Unit.Sandbox;

public sealed class AirtableEmulationHooks : IAsyncLifetime
{
    AirtableBench airtable = null!;
    JsonNode orders = null!;

    public async Task InitializeAsync()
    {
        airtable = await AirtableBench.OpenAsync();
        orders = await airtable.TableAsync("Orders", """{"name":"No","type":"singleLineText"},{"name":"Status","type":"singleSelect","options":{"choices":[{"name":"New","color":"blueLight2"}]}},{"name":"Note","type":"singleLineText"}""");
    }

    public async Task DisposeAsync() => await airtable.DisposeAsync();

    [Fact]
    public async Task A_change_rings_signed_and_without_data()
    {
        var hook = await HookAsync("""{"dataTypes":["tableData"]}""");
        await airtable.RecordAsync("Orders", """{"No":"#1"}""");
        var ping = await airtable.Bench.Bot.NextAsync(r => r.Path == "/hooks/airtable");
        Assert.Equal(["base", "webhook", "timestamp"], ping.Json.AsObject().Select(p => p.Key));
        Assert.Equal((string?)hook["id"], (string?)ping.Json["webhook"]!["id"]);
        Assert.Equal("hmac-sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Convert.FromBase64String((string)hook["macSecretBase64"]!), ping.Body)), ping.Headers["X-Airtable-Content-MAC"]);
        Assert.Null((await OkAsync(airtable.HooksAsync("GET")))["webhooks"]![0]!["macSecretBase64"]);
    }

    [Fact]
    public async Task Payloads_tell_what_changed_and_who_did_it()
    {
        var hook = await HookAsync("""{"dataTypes":["tableData"]}""", """{"includePreviousCellValues":true,"includeCellValuesInFieldIds":"all"}""");
        var (no, status) = ((string)orders["fields"]![0]!["id"]!, (string)orders["fields"]![1]!["id"]!);
        var id = await airtable.RecordAsync("Orders", """{"No":"#1"}""");
        await airtable.ByHandAsync("PUT", $"tables/Orders/records/{id}", """{"fields":{"Status":"New"}}""");
        await OkAsync(airtable.SendAsync("DELETE", $"Orders/{id}"));

        var page = await PayloadsAsync(hook, "cursor=1&limit=2");
        Assert.Equal((3, true), ((int)page["cursor"]!, (bool)page["mightHaveMore"]!));
        var (created, changed) = (page["payloads"]![0]!, page["payloads"]![1]!);
        Assert.Equal(("publicApi", "client"), (Source(created), Source(changed)));
        Assert.Equal("v0", (string?)created["payloadFormat"]);
        var table = (string)orders["id"]!;
        Assert.Equal("#1", (string?)created["changedTablesById"]![table]!["createdRecordsById"]![id]!["cellValuesByFieldId"]![no]);
        var record = changed["changedTablesById"]![table]!["changedRecordsById"]![id]!;
        Assert.Equal(("New", "blueLight2"), ((string?)record["current"]!["cellValuesByFieldId"]![status]!["name"], (string?)record["current"]!["cellValuesByFieldId"]![status]!["color"]));
        Assert.Equal("null", record["previous"]!["cellValuesByFieldId"]![status]?.ToJsonString() ?? "null");
        Assert.Equal("#1", (string?)record["unchanged"]!["cellValuesByFieldId"]![no]);
        Assert.True((int)changed["baseTransactionNumber"]! > (int)created["baseTransactionNumber"]!);

        var rest = await PayloadsAsync(hook, "cursor=3");
        Assert.Equal((4, false, id), ((int)rest["cursor"]!, (bool)rest["mightHaveMore"]!, (string?)rest["payloads"]![0]!["changedTablesById"]![table]!["destroyedRecordIds"]![0]));
        airtable.Bench.Time.Advance(TimeSpan.FromDays(7) + TimeSpan.FromSeconds(1));
        Assert.Equal(422, (await airtable.HooksAsync("POST", $"/{hook["id"]}/refresh")).Status);
        var late = await PayloadsAsync(hook, "");
        Assert.Equal((0, 4), (late["payloads"]!.AsArray().Count, (int)late["cursor"]!));
    }

    [Theory]
    [InlineData("""{"dataTypes":["tableData"],"fromSources":["client"]}""", 2)]
    [InlineData("""{"dataTypes":["tableData"],"changeTypes":["remove"]}""", 1)]
    [InlineData("""{"dataTypes":["tableData"],"watchDataInFieldIds":["NOTE"],"changeTypes":["update"]}""", 1)]
    [InlineData("""{"dataTypes":["tableData"],"recordChangeScope":"OTHER"}""", 0)]
    [InlineData("""{"dataTypes":["tableFields"]}""", 1)]
    [InlineData("""{"dataTypes":["tableMetadata"]}""", 1)]
    [InlineData("""{"dataTypes":["tableData","tableFields","tableMetadata"]}""", 6)]
    public async Task A_webhook_hears_only_what_it_asked_for(string filters, int payloads)
    {
        var other = await airtable.TableAsync("Other", """{"name":"Name","type":"singleLineText"}""");
        var hook = await HookAsync(filters.Replace("NOTE", (string)orders["fields"]![2]!["id"]!, StringComparison.Ordinal).Replace("OTHER", (string)other["id"]!, StringComparison.Ordinal));
        var id = await airtable.RecordAsync("Orders", """{"No":"#1"}""");
        await OkAsync(airtable.SendAsync("PATCH", $"Orders/{id}", """{"fields":{"No":"#2"}}"""));
        await airtable.ByHandAsync("PUT", $"tables/Orders/records/{id}", """{"fields":{"Note":"x"}}""");
        await airtable.ByHandAsync("DELETE", $"tables/Orders/records/{id}");
        await airtable.ByHandAsync("PUT", "tables/Orders/fields/Note", """{"name":"Remark"}""");
        await airtable.ByHandAsync("PUT", "tables/Orders", """{"name":"Sales"}""");
        Assert.Equal(payloads, (await PayloadsAsync(hook, ""))["payloads"]!.AsArray().Count);
    }

    [Fact]
    public async Task A_value_that_did_not_change_is_no_change()
    {
        var id = await airtable.RecordAsync("Orders", """{"No":"#1"}""");
        var hook = await HookAsync("""{"dataTypes":["tableData"]}""");
        await OkAsync(airtable.SendAsync("PATCH", $"Orders/{id}", """{"fields":{"No":"#1"}}"""));
        Assert.Empty((await PayloadsAsync(hook, ""))["payloads"]!.AsArray());
    }

    [Fact]
    public async Task Thirteen_failed_retries_silence_a_webhook_until_it_is_enabled_again()
    {
        for (var i = 0; i < 14; i++) airtable.Bench.Bot.Answers.Enqueue(202);
        var hook = await HookAsync("""{"dataTypes":["tableData"]}""");
        await airtable.RecordAsync("Orders", """{"No":"#1"}""");
        for (var i = 0; i < 14; i++) await airtable.Bench.Bot.NextAsync();
        JsonNode shown;
        do shown = (await OkAsync(airtable.HooksAsync("GET")))["webhooks"]![0]!;
        while ((bool)shown["areNotificationsEnabled"]!);
        Assert.Equal((false, 13, false), ((bool)shown["lastNotificationResult"]!["success"]!, (int)shown["lastNotificationResult"]!["retryNumber"]!, (bool)shown["lastNotificationResult"]!["willBeRetried"]!));
        Assert.Contains("202", (string?)shown["lastNotificationResult"]!["error"]!["message"]);

        await airtable.RecordAsync("Orders", """{"No":"#2"}""");
        Assert.Equal(2, (await PayloadsAsync(hook, ""))["payloads"]!.AsArray().Count);
        await OkAsync(airtable.HooksAsync("POST", $"/{hook["id"]}/enableNotifications", """{"enable":true}"""));
        await airtable.Bench.Bot.NextAsync();
    }

    [Fact]
    public async Task A_deleted_webhook_does_not_go_on_ringing()
    {
        for (var i = 0; i < 20; i++) airtable.Bench.Bot.Answers.Enqueue(500);
        var hook = await HookAsync("""{"dataTypes":["tableData"]}""");
        await airtable.RecordAsync("Orders", """{"No":"#1"}""");
        await OkAsync(airtable.HooksAsync("DELETE", $"/{hook["id"]}"));
        JsonNode delivery;
        do delivery = Assert.Single((await airtable.Bench.GetAsync("sandbox/api/deliveries?provider=airtable")).AsArray())!;
        while ((string?)delivery["state"] == "waiting");
        Assert.True(delivery["statuses"]!.AsArray().Count < 14);
    }

    [Fact]
    public async Task A_webhook_lives_seven_days_unless_refreshed_and_ten_are_enough()
    {
        var hook = await HookAsync("""{"dataTypes":["tableData"]}""");
        Assert.Equal("2026-11-27T03:00:00.000Z", (string?)hook["expirationTime"]);
        airtable.Bench.Time.Advance(TimeSpan.FromDays(3));
        Assert.Equal("2026-11-30T03:00:00.000Z", (string?)(await OkAsync(airtable.HooksAsync("POST", $"/{hook["id"]}/refresh")))["expirationTime"]);
        airtable.Bench.Time.Advance(TimeSpan.FromDays(8));
        await airtable.RecordAsync("Orders", """{"No":"#1"}""");
        Assert.False((bool)(await OkAsync(airtable.HooksAsync("GET")))["webhooks"]![0]!["isHookEnabled"]!);
        Assert.Empty((await PayloadsAsync(hook, ""))["payloads"]!.AsArray());

        for (var i = 0; i < 9; i++) await HookAsync("""{"dataTypes":["tableData"]}""");
        Assert.Equal(403, (await airtable.HooksAsync("POST", "", """{"specification":{"options":{"filters":{"dataTypes":["tableData"]}}}}""")).Status);
        await OkAsync(airtable.HooksAsync("DELETE", $"/{hook["id"]}"));
        await HookAsync("""{"dataTypes":["tableData"]}""");
    }

    async Task<JsonNode> HookAsync(string filters, string includes = "{}") => await OkAsync(airtable.HooksAsync("POST", "",
        $$$"""{"notificationUrl":"{{{airtable.Bench.Bot.Url}}}hooks/airtable","specification":{"options":{"filters":{{{filters}}},"includes":{{{includes}}} } } }"""));

    Task<JsonNode> PayloadsAsync(JsonNode hook, string query) => OkAsync(airtable.HooksAsync("GET", $"/{hook["id"]}/payloads?{query}"));

    static string? Source(JsonNode payload) => (string?)payload["actionMetadata"]!["source"];
}
