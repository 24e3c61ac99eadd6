using Xunit;
using static MyCavoodle.Tests.Unit.Sandbox.AirtableBench;

namespace MyCavoodle.Tests.Unit.Sandbox;

public sealed class AirtableEmulationByHand : IAsyncLifetime
{
    AirtableBench airtable = null!;
    string amelia = "", first = "", second = "";

    public async Task InitializeAsync()
    {
        airtable = await AirtableBench.OpenAsync();
        var customers = await airtable.TableAsync("Customers", """{"name":"Name","type":"singleLineText"}""");
        await airtable.TableAsync("Orders", $$$"""
            {"name":"No","type":"singleLineText"},{"name":"Total","type":"number","options":{"precision":2}},{"name":"Note","type":"singleLineText"},
            {"name":"Customer","type":"multipleRecordLinks","options":{"linkedTableId":"{{{customers["id"]}}}"}}
            """);
        amelia = await airtable.RecordAsync("Customers", """{"Name":"Amelia"}""");
        first = await airtable.RecordAsync("Orders", $$"""{"No":"#1","Total":10.5,"Note":"5","Customer":["{{amelia}}"]}""");
        second = await airtable.RecordAsync("Orders", $$"""{"No":"#2","Total":4,"Note":"many","Customer":["{{amelia}}"]}""");
    }

    public async Task DisposeAsync() => await airtable.DisposeAsync();

    [Fact]
    public async Task Rollups_lookups_and_counts_follow_their_link()
    {
        await FieldAsync("Customers", """{"name":"Spent","type":"rollup","options":{"recordLinkFieldId":"Orders","fieldIdInLinkedTable":"Total","formula":"SUM(values)"}}""");
        await FieldAsync("Customers", """{"name":"Numbers","type":"multipleLookupValues","options":{"recordLinkFieldId":"Orders","fieldIdInLinkedTable":"No"}}""");
        await FieldAsync("Customers", """{"name":"How many","type":"count","options":{"recordLinkFieldId":"Orders"}}""");
        await FieldAsync("Orders", """{"name":"Seen","type":"createdTime"}""");
        await FieldAsync("Orders", """{"name":"Auto","type":"autoNumber"}""");
        var fields = await airtable.FieldsAsync("Customers", amelia);
        Assert.Equal((14.5, """["#1","#2"]""", 2), ((double)fields["Spent"]!, fields["Numbers"]!.ToJsonString(), (int)fields["How many"]!));
        var order = await airtable.FieldsAsync("Orders", second);
        Assert.Equal(("2026-11-20T03:00:00.000Z", 2), ((string?)order["Seen"], (int)order["Auto"]!));
    }

    [Fact]
    public async Task A_formula_survives_its_fields_new_name_and_not_its_end()
    {
        var made = await FieldAsync("Orders", """{"name":"Twice","type":"formula","options":{"formula":"{Total} * 2"}}""");
        Assert.DoesNotContain("Total", (string?)made["options"]!["formula"]);
        await airtable.ByHandAsync("PUT", "tables/Orders/fields/Total", """{"name":"Sum"}""");
        Assert.Equal(21, (int)(await airtable.FieldsAsync("Orders", first))["Twice"]!);
        await airtable.ByHandAsync("DELETE", "tables/Orders/fields/Sum");
        Assert.Equal("#ERROR!", (string?)(await airtable.FieldsAsync("Orders", first))["Twice"]!["error"]);
        await RefusedAsync("UNKNOWN_FIELD_NAME", airtable.SendAsync("POST", "Orders", """{"fields":{"Sum":1}}"""));
    }

    [Fact]
    public async Task A_changed_type_keeps_what_it_can()
    {
        await airtable.ByHandAsync("PUT", "tables/Orders/fields/Note", """{"type":"number","options":{"precision":0}}""");
        Assert.Equal(5, (int)(await airtable.FieldsAsync("Orders", first))["Note"]!);
        Assert.Null((await airtable.FieldsAsync("Orders", second))["Note"]);
        await airtable.ByHandAsync("PUT", "tables/Orders/fields/Note", """{"type":"singleSelect","options":{"choices":[]}}""");
        Assert.Equal("5", (string?)(await airtable.FieldsAsync("Orders", first))["Note"]);
    }

    [Fact]
    public async Task A_link_that_goes_leaves_text_on_the_other_side()
    {
        await airtable.ByHandAsync("DELETE", "tables/Orders/fields/Customer");
        Assert.Equal("#1, #2", (string?)(await airtable.FieldsAsync("Customers", amelia))["Orders"]);
    }

    [Fact]
    public async Task A_deleted_table_is_gone_and_links_to_it_are_text()
    {
        await airtable.ByHandAsync("DELETE", "tables/Customers");
        Assert.Equal(403, (await airtable.SendAsync("GET", "Customers")).Status);
        Assert.Equal("Amelia", (string?)(await airtable.FieldsAsync("Orders", first))["Customer"]);
    }

    [Fact]
    public async Task People_type_rows_and_cells_and_see_them_as_text()
    {
        var made = await airtable.ByHandAsync("POST", "tables/Orders/records", """{"fields":{"No":"#3","Total":"7.5","Customer":"Amelia"}}""");
        await airtable.ByHandAsync("PUT", $"tables/Orders/records/{made["id"]}", """{"fields":{"Note":"by hand"}}""");
        var shown = (await airtable.ByHandAsync("GET", "tables/Orders/records?cells=text&limit=1"))["records"]![0]!["fields"]!;
        Assert.Equal("""{"No":"#3","Total":"7.50","Note":"by hand","Customer":"Amelia"}""", shown.ToJsonString());
        await airtable.ByHandAsync("DELETE", $"tables/Orders/records/{made["id"]}");
        Assert.Equal(2, (int)(await airtable.ByHandAsync("GET", "tables/Orders/records"))["total"]!);
    }

    [Fact]
    public async Task A_formula_that_leads_back_to_itself_is_an_error()
    {
        await FieldAsync("Orders", """{"name":"A","type":"formula","options":{"formula":"1"}}""");
        await FieldAsync("Orders", """{"name":"B","type":"formula","options":{"formula":"{A} + 1"}}""");
        await airtable.ByHandAsync("PUT", "tables/Orders/fields/A", """{"type":"formula","options":{"formula":"{B} + 1"}}""");
        Assert.Equal("#ERROR!", (string?)(await airtable.FieldsAsync("Orders", first))["A"]!["error"]);
    }

    Task<System.Text.Json.Nodes.JsonNode> FieldAsync(string table, string field) => airtable.ByHandAsync("POST", $"tables/{table}/fields", field);
}
