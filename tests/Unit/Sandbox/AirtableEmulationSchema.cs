using System.Text.Json.Nodes;
using MyCavoodle.Sandbox;
using Xunit;
using static MyCavoodle.Tests.Unit.Sandbox.AirtableBench;

namespace MyCavoodle.Tests.Unit.Sandbox;

public sealed class AirtableEmulationSchema : IAsyncLifetime
{
    AirtableBench airtable = null!;

    public async Task InitializeAsync() => airtable = await AirtableBench.OpenAsync();
    public async Task DisposeAsync() => await airtable.DisposeAsync();

    [Fact]
    public async Task A_new_sandbox_has_one_base_as_new_as_the_web_app_makes_them()
    {
        var listed = Assert.Single((await OkAsync(airtable.CallAsync("GET", "v0/meta/bases")))["bases"]!.AsArray())!;
        Assert.Equal((Credentials.AirtableBaseId, "MyCavoodle", "create"), ((string?)listed["id"], (string?)listed["name"], (string?)listed["permissionLevel"]));
        var table = Assert.Single((await OkAsync(airtable.MetaAsync("GET", "tables")))["tables"]!.AsArray())!;
        Assert.Equal(("Table 1", "Name"), ((string?)table["name"], (string?)table["fields"]![0]!["name"]));
        Assert.Equal((string?)table["primaryFieldId"], (string?)table["fields"]![0]!["id"]);
    }

    [Fact]
    public async Task A_base_is_made_with_its_tables()
    {
        var made = await OkAsync(airtable.CallAsync("POST", "v0/meta/bases", $$"""
            {"name":"Second","workspaceId":"{{Credentials.AirtableWorkspaceId}}","tables":[{"name":"A","fields":[{"name":"Name","type":"singleLineText"}]}]}
            """));
        Assert.StartsWith("app", (string?)made["id"]);
        Assert.StartsWith("tbl", (string?)made["tables"]![0]!["id"]);
        Assert.Equal(200, (await airtable.CallAsync("GET", $"v0/{made["id"]}/A")).Status);
        Assert.Equal(403, (await airtable.CallAsync("POST", "v0/meta/bases", """{"name":"X","workspaceId":"wspOther","tables":[]}""")).Status);
    }

    [Fact]
    public async Task A_link_brings_its_inverse_field_and_both_sides_keep_in_step()
    {
        var customers = await airtable.TableAsync("Customers", """{"name":"Name","type":"singleLineText"}""");
        var orders = await airtable.TableAsync("Orders", $$$"""{"name":"No","type":"singleLineText"},{"name":"Customer","type":"multipleRecordLinks","options":{"linkedTableId":"{{{customers["id"]}}}"}}""");
        var inverse = (await TableAsync("Customers"))["fields"]![1]!;
        Assert.Equal(("Orders", "multipleRecordLinks", (string?)orders["id"]), ((string?)inverse["name"], (string?)inverse["type"], (string?)inverse["options"]!["linkedTableId"]));
        Assert.Equal((string?)inverse["id"], (string?)orders["fields"]![1]!["options"]!["inverseLinkFieldId"]);

        var amelia = await airtable.RecordAsync("Customers", """{"Name":"Amelia"}""");
        var order = await airtable.RecordAsync("Orders", $$"""{"No":"#1","Customer":["{{amelia}}"]}""");
        Assert.Equal($"[\"{order}\"]", (await airtable.FieldsAsync("Customers", amelia))["Orders"]!.ToJsonString());

        await OkAsync(airtable.SendAsync("PATCH", $"Customers/{amelia}", """{"fields":{"Orders":[]}}"""));
        Assert.Null((await airtable.FieldsAsync("Orders", order))["Customer"]);
        await OkAsync(airtable.SendAsync("PATCH", $"Orders/{order}", $$$"""{"fields":{"Customer":["{{{amelia}}}"]}}"""));
        await OkAsync(airtable.SendAsync("DELETE", $"Orders/{order}"));
        Assert.Null((await airtable.FieldsAsync("Customers", amelia))["Orders"]);

        Assert.Contains("recDoesNotExist00", await RefusedAsync("ROW_DOES_NOT_EXIST", airtable.SendAsync("POST", "Orders", """{"fields":{"Customer":["recDoesNotExist00"]}}""")));
    }

    [Fact]
    public async Task Typecast_links_by_name_and_makes_the_row_that_is_missing_once()
    {
        var customers = await airtable.TableAsync("Customers", """{"name":"Name","type":"singleLineText"}""");
        await airtable.TableAsync("Orders", $$$"""{"name":"No","type":"singleLineText"},{"name":"Customer","type":"multipleRecordLinks","options":{"linkedTableId":"{{{customers["id"]}}}"}}""");
        var made = await OkAsync(airtable.SendAsync("POST", "Orders", """{"typecast":true,"records":[{"fields":{"Customer":["Zoë"]}},{"fields":{"Customer":"Zoë"}}]}"""));
        var zoe = Assert.Single((await OkAsync(airtable.SendAsync("GET", "Customers")))["records"]!.AsArray())!;
        Assert.Equal(made["records"]!.AsArray().Select(r => (string?)r!["id"]), zoe["fields"]!["Orders"]!.AsArray().Select(o => (string?)o));
    }

    [Theory]
    [InlineData("formula")]
    [InlineData("rollup")]
    [InlineData("multipleLookupValues")]
    [InlineData("count")]
    [InlineData("autoNumber")]
    [InlineData("createdTime")]
    [InlineData("lastModifiedTime")]
    [InlineData("createdBy")]
    [InlineData("lastModifiedBy")]
    [InlineData("button")]
    [InlineData("aiText")]
    [InlineData("externalSyncSource")]
    public async Task Computed_fields_cannot_be_made_by_the_api(string type) => Assert.Equal($"Creating {type} fields is not supported at this time",
        await RefusedAsync("UNSUPPORTED_FIELD_TYPE_FOR_CREATE", airtable.MetaAsync("POST", $"tables/{await FirstTableAsync()}/fields", $$"""{"name":"X","type":"{{type}}"}""")));

    [Theory]
    [InlineData("""{"name":"X","type":"number"}""")]
    [InlineData("""{"name":"X","type":"number","options":{"precision":9}}""")]
    [InlineData("""{"name":"X","type":"currency","options":{"precision":2}}""")]
    [InlineData("""{"name":"X","type":"singleLineText","options":{}}""")]
    [InlineData("""{"name":"X","type":"singleSelect","options":{"choices":[{"name":"A"},{"name":"A"}]}}""")]
    [InlineData("""{"name":"X","type":"checkbox","options":{"icon":"smile","color":"greenBright"}}""")]
    [InlineData("""{"name":"X","type":"rating","options":{"icon":"star","max":11,"color":"yellowBright"}}""")]
    [InlineData("""{"name":"X","type":"dateTime","options":{"dateFormat":{"name":"iso"}}}""")]
    [InlineData("""{"name":"X","type":"duration","options":{"durationFormat":"minutes"}}""")]
    [InlineData("""{"name":"X","type":"multipleRecordLinks","options":{"linkedTableId":"tblDoesNotExist00"}}""")]
    [InlineData("""{"name":"X","type":"multipleRecordLinks"}""")]
    public async Task Wrong_or_missing_options_are_refused(string field) =>
        await RefusedAsync("INVALID_FIELD_TYPE_OPTIONS_FOR_CREATE", airtable.MetaAsync("POST", $"tables/{await FirstTableAsync()}/fields", field));

    [Fact]
    public async Task Names_are_unique_whatever_their_case()
    {
        await RefusedAsync("DUPLICATE_OR_EMPTY_FIELD_NAME", airtable.MetaAsync("POST", $"tables/{await FirstTableAsync()}/fields", """{"name":"NAME","type":"singleLineText"}"""));
        await RefusedAsync("DUPLICATE_TABLE_NAME", airtable.MetaAsync("POST", "tables", """{"name":"table 1","fields":[{"name":"Name","type":"singleLineText"}]}"""));
        await RefusedAsync("INVALID_PRIMARY_FIELD_TYPE", airtable.MetaAsync("POST", "tables", """{"name":"T","fields":[{"name":"Name","type":"checkbox","options":{"icon":"check","color":"redBright"}}]}"""));
    }

    [Fact]
    public async Task Tables_fields_and_choices_can_be_renamed_and_records_stay()
    {
        var table = await airtable.TableAsync("Orders", """{"name":"No","type":"singleLineText"},{"name":"Status","type":"singleSelect","options":{"choices":[{"name":"New"},{"name":"Old"}]}}""");
        var order = await airtable.RecordAsync("Orders", """{"No":"#1","Status":"New"}""");
        await OkAsync(airtable.MetaAsync("PATCH", $"tables/{table["id"]}", """{"name":"Sales / 100%"}"""));
        var status = table["fields"]![1]!;
        await OkAsync(airtable.MetaAsync("PATCH", $"tables/{table["id"]}/fields/{status["id"]}", $$$"""{"name":"State","options":{"choices":[{"id":"{{{status["options"]!["choices"]![0]!["id"]}}}","name":"Fresh"}]}}"""));
        Assert.Equal("""{"No":"#1","State":"Fresh"}""", (await airtable.FieldsAsync("Sales%20%2F%20100%25", order)).ToJsonString());
    }

    async Task<JsonNode> TableAsync(string name) => (await OkAsync(airtable.MetaAsync("GET", "tables")))["tables"]!.AsArray().Single(t => (string?)t!["name"] == name)!;

    async Task<string> FirstTableAsync() => (string)(await OkAsync(airtable.MetaAsync("GET", "tables")))["tables"]![0]!["id"]!;
}
