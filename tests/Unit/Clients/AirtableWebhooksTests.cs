using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using MyCavoodle.Clients.Airtable;
using Xunit;

namespace MyCavoodle.Tests.Unit.Clients;

public sealed class AirtableWebhooksTests
{
    readonly JumpingTime time = new();

    [SharedFact]
    public async Task A_webhook_is_made_with_its_secret_listed_refreshed_switched_on_and_deleted()
    {
        await using var airtable = await StandIn.StartAsync((request, http) => (request.Method, request.Path) switch
        {
            ("POST", "/v0/bases/appOurs/webhooks") => http.ReplyAsync(Shared.Read("airtable/webhook_create_response.json")),
            ("GET", _) => http.ReplyAsync(Shared.Read("airtable/webhook_list_with_failed_notification.json")),
            ("POST", "/v0/bases/appOurs/webhooks/ach1/refresh") => http.ReplyAsync(Shared.Read("airtable/webhook_refresh_response.json")),
            _ => http.ReplyAsync(""),
        });
        await using var services = Services(airtable);
        var webhooks = Webhooks(services);

        var made = await webhooks.CreateAsync(new("https://bot.example/webhooks/airtable"), new()
        {
            Options = new()
            {
                Filters = new() { RecordChangeScope = "tblOrders", ChangeTypes = ["add", "update"], FromSources = ["client"], WatchDataInFieldIds = ["fld1"] },
                Includes = new() { IncludePreviousCellValues = true, IncludeCellValuesInFieldIds = "all" },
            },
        }, default);
        Assert.Equal(("achJjY64Hrd3f2rQh", "U0NSVUJCRUQ="), (made.Id, made.MacSecretBase64));
        Assert.Equal("""{"notificationUrl":"https://bot.example/webhooks/airtable","specification":{"options":{"filters":{"dataTypes":["tableData"],"recordChangeScope":"tblOrders","changeTypes":["add","update"],"fromSources":["client"],"watchDataInFieldIds":["fld1"]},"includes":{"includePreviousCellValues":true,"includeCellValuesInFieldIds":"all"}}}}""",
            airtable.Arrived[0].Body);

        var listed = Assert.Single(await webhooks.ListAsync(default));
        Assert.Equal((2, 2, true, "tblUmsH10MkIMMGYP"), (listed.CursorForNextPayload, listed.LastNotificationResult!.RetryNumber, listed.AreNotificationsEnabled, listed.Specification!.Options.Filters.RecordChangeScope));
        Assert.Contains("404", listed.LastNotificationResult.Error!.Message, StringComparison.Ordinal);

        Assert.Equal(14, (await webhooks.RefreshAsync("ach1", default))!.Value.Day);
        await webhooks.EnableNotificationsAsync("ach1", true, default);
        await webhooks.DeleteAsync("ach1", default);
        Assert.Equal([("POST", "/v0/bases/appOurs/webhooks/ach1/enableNotifications", """{"enable":true}"""), ("DELETE", "/v0/bases/appOurs/webhooks/ach1", "")],
            airtable.Arrived.TakeLast(2).Select(r => (r.Method, r.Address, r.Body)));
    }

    [SharedFact]
    public async Task Payloads_tell_what_was_made_and_deleted_and_by_whom()
    {
        await using var airtable = await StandIn.AnsweringAsync((200, Shared.Read("airtable/webhook_payloads_list.json"), []));
        await using var services = Services(airtable);

        var page = await Webhooks(services).PayloadsAsync("ach1", 1, default);

        Assert.Equal((8, 9, false), (page.Payloads.Count, page.Cursor, page.MightHaveMore));
        Assert.Equal("/v0/bases/appOurs/webhooks/ach1/payloads?cursor=1&limit=50", airtable.Arrived[0].Address);
        Assert.Equal(Enumerable.Range(9730, 8).Select(n => (long)n), page.Payloads.Select(p => p.BaseTransactionNumber));
        var made = page.Payloads[0].ChangedTablesById["tblUmsH10MkIMMGYP"].CreatedRecordsById["recmL2nzyOJVrv00D"];
        Assert.Equal(("Record for Testing Webhooks", new DateTimeOffset(2023, 11, 6, 20, 48, 29, TimeSpan.Zero)), ((string?)made.CellValuesByFieldId["fldSAUw6qVy9NzXzF"], made.CreatedTime));
        Assert.Equal(["rec9Nb0erkoW9fsH8", "recDoe9ZnKJZnbXL5"], page.Payloads[4].ChangedTablesById["tblUmsH10MkIMMGYP"].DestroyedRecordIds);
        Assert.Equal(("client", "usrBw9fdcVFbu7ug9", false), (page.Payloads[4].Source, page.Payloads[4].UserId, page.Payloads[4].IsEchoOf("usrBw9fdcVFbu7ug9")));
        Assert.True(page.Payloads[0].IsEchoOf("usrBw9fdcVFbu7ug9"));
        Assert.False(page.Payloads[0].IsEchoOf("usrSomebodyElse"));
    }

    [SharedFact]
    public async Task Payloads_tell_what_was_changed_before_and_after()
    {
        var change = Shared.Read("airtable/webhook_payload_table_changed.json");
        await using var airtable = await StandIn.AnsweringAsync((200, $$"""{"payloads":[{"baseTransactionNumber":7,"changedTablesById":{"tbl1":{{change}}},"destroyedTableIds":["tbl2"]}],"cursor":2,"mightHaveMore":true}""", []));
        await using var services = Services(airtable);

        var payload = (await Webhooks(services).PayloadsAsync("ach1", 1, default)).Payloads.Single();

        var table = payload.ChangedTablesById["tbl1"];
        var record = table.ChangedRecordsById["rec00000000000001"];
        Assert.Equal(("hello world", "hello", 1), ((string?)record.Current.CellValuesByFieldId["fld00000000000001"],
            (string?)record.Previous!.CellValuesByFieldId["fld0000000000001"], (int?)record.Unchanged!.CellValuesByFieldId["fld0000000000000"]));
        Assert.Equal(("rec00000000000002", "fld10000000000003", "tbl2"), (table.DestroyedRecordIds.Single(), table.DestroyedFieldIds.Single(), payload.DestroyedTableIds.Single()));
        Assert.Equal(("number", "previous name", "rating"), (table.CreatedFieldsById["fld10000000000000"].Type,
            table.ChangedFieldsById["fld10000000000001"].Previous!.Name, table.ChangedFieldsById["fld10000000000002"].Previous!.Type));
        Assert.Single(table.ChangedViewsById["viw00000000000000"].CreatedRecordsById);
        Assert.Null(payload.UserId);
    }

    [Fact]
    public async Task A_payload_that_could_not_be_made_is_told_apart()
    {
        await using var airtable = await StandIn.AnsweringAsync((200, """{"payloads":[{"timestamp":"2026-11-22T08:00:00Z","payloadFormat":"v0","error":true,"code":"INTERNAL_ERROR"}],"cursor":2,"mightHaveMore":false}""", []));
        await using var services = Services(airtable);
        var payload = (await Webhooks(services).PayloadsAsync("ach1", 1, default)).Payloads.Single();
        Assert.Equal(("true", "INTERNAL_ERROR", 0), (payload.Error, payload.Code, payload.ChangedTablesById.Count));
    }

    [SharedFact]
    public void A_ping_is_proved_by_the_secret_its_webhook_was_given()
    {
        var body = Encoding.UTF8.GetBytes(Shared.Read("airtable/webhook_notification_ping.json"));
        var secret = JsonDocument.Parse(Shared.Read("airtable/webhook_create_response.json")).RootElement.GetProperty("macSecretBase64").GetString()!;
        var mac = "hmac-sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData("SCRUBBED"u8, body));
        Assert.True(AirtableSignature.IsGenuine(body, mac, secret));
        Assert.False(AirtableSignature.IsGenuine([.. body, 32], mac, secret));
    }

    /// <summary>Worked out with <c>printf '%s' "$body" | openssl dgst -sha256 -hmac secret-from-airtable</c>.</summary>
    [Fact]
    public void The_worked_example_is_genuine_and_nothing_else_is()
    {
        var body = """{"base":{"id":"app00000000000000"},"webhook":{"id":"ach00000000000000"},"timestamp":"2022-02-01T21:25:05.663Z"}"""u8;
        const string Secret = "c2VjcmV0LWZyb20tYWlydGFibGU=", Mac = "hmac-sha256=0230a024d83b842af469e251da49ac2d6de4dd5c07c92f39d546071b4d949c4d";
        Assert.True(AirtableSignature.IsGenuine(body, Mac, Secret));
        Assert.False(AirtableSignature.IsGenuine(body, Mac["hmac-sha256=".Length..], Secret));
        Assert.False(AirtableSignature.IsGenuine(body, Mac[..^1], Secret));
        Assert.False(AirtableSignature.IsGenuine(body, null, Secret));
        Assert.False(AirtableSignature.IsGenuine(body, Mac, "c2VjcmV0"));
        Assert.False(AirtableSignature.IsGenuine(body, Mac, "not base64"));
        Assert.False(AirtableSignature.IsGenuine(body, "hmac-sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData([], body)), ""));
    }

    [SharedFact]
    public void A_ping_names_its_base_and_webhook()
    {
        var ping = AirtablePing.Read(Shared.Read("airtable/webhook_notification_ping.json"));
        Assert.Equal(("app00000000000000", "ach00000000000000"), (ping.Base!.Id, ping.Webhook!.Id));
        Assert.Throws<JsonException>(() => AirtablePing.Read("{}"));
        Assert.Throws<JsonException>(() => AirtablePing.Read("not json"));
    }

    static AirtableWebhooks Webhooks(ServiceProvider services) => services.GetRequiredService<AirtableClient>().Base.Webhooks;

    ServiceProvider Services(StandIn airtable) => airtable.Clients(time, ("Airtable:BaseUrl", "{url}v0/"), ("Airtable:Token", "t"), ("Airtable:BaseId", "appOurs"));
}
