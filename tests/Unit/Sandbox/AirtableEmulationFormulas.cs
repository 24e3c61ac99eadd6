using System.Text.Json.Nodes;
using Xunit;
using static MyCavoodle.Tests.Unit.Sandbox.AirtableBench;

namespace MyCavoodle.Tests.Unit.Sandbox;

public sealed class AirtableEmulationFormulas : IAsyncLifetime
{
    AirtableBench airtable = null!;

    public async Task InitializeAsync()
    {
        airtable = await AirtableBench.OpenAsync();
        await airtable.TableAsync("Orders", """
            {"name":"No","type":"singleLineText"},{"name":"Total","type":"number","options":{"precision":2}},{"name":"Day","type":"date","options":{"dateFormat":{"name":"iso"}}},
            {"name":"Paid","type":"checkbox","options":{"icon":"check","color":"greenBright"}},{"name":"Status","type":"singleSelect","options":{"choices":[{"name":"New"},{"name":"Sent"}]}},{"name":"It's {odd}","type":"singleLineText"}
            """);
        await airtable.RecordAsync("Orders", """{"No":"#1","Total":19.95,"Day":"2026-11-18","Paid":true,"Status":"Sent","It's {odd}":"O'Hara \"the\" \\ one"}""");
        airtable.Bench.Time.Advance(TimeSpan.FromHours(2));
        await airtable.RecordAsync("Orders", """{"No":"#2","Total":100,"Day":"2026-11-25","Status":"New"}""");
        await airtable.RecordAsync("Orders", """{"No":"#3"}""");
    }

    public async Task DisposeAsync() => await airtable.DisposeAsync();

    [Theory]
    [InlineData("{No}='#2'", "#2")]
    [InlineData("{No} = \"#2\"", "#2")]
    [InlineData("No = '#2'", "#2")]
    [InlineData("{No}!='#2'", "#1 #3")]
    [InlineData("AND({Total}>=19.95, {Total}<100)", "#1")]
    [InlineData("OR({Status}='New', {Paid})", "#1 #2")]
    [InlineData("NOT({Paid})", "#2 #3")]
    [InlineData("{Paid}=TRUE()", "#1")]
    [InlineData("{Total}=BLANK()", "#3")]
    [InlineData("{Day}", "#1 #2")]
    [InlineData("IS_AFTER({Day}, '2026-11-20T00:00:00Z')", "#2")]
    [InlineData("IS_BEFORE({Day}, DATETIME_PARSE('2026-11-20'))", "#1")]
    [InlineData("IS_SAME({Day}, '2026-11-25', 'day')", "#2")]
    [InlineData("IS_AFTER(LAST_MODIFIED_TIME(), '2026-11-20T04:00:00Z')", "#2 #3")]
    [InlineData("IS_BEFORE(CREATED_TIME(), '2026-11-20T04:00:00.000Z')", "#1")]
    [InlineData("IS_AFTER(LAST_MODIFIED_TIME({Total}), '2026-11-20T04:00:00Z')", "#2")]
    [InlineData("LOWER({Status})='sent'", "#1")]
    [InlineData("FIND('e', {Status})", "#1 #2")]
    [InlineData("SEARCH('ent', {Status})", "#1")]
    [InlineData("{It's {odd\\}}='O\\'Hara \"the\" \\\\ one'", "#1")]
    [InlineData("{Total} / 2 + 1 * 3 > 50", "#2")]
    [InlineData("DATETIME_DIFF({Day}, '2026-11-18', 'days') = 7", "#2")]
    [InlineData("-{Total} < -50", "#2")]
    [InlineData("FALSE()", "")]
    public async Task A_filter_finds_the_rows_it_is_true_of(string formula, string found)
    {
        var list = await OkAsync(airtable.SendAsync("GET", $"Orders?filterByFormula={Uri.EscapeDataString(formula)}"));
        Assert.Equal(found, string.Join(' ', list["records"]!.AsArray().Select(r => (string?)r!["fields"]!["No"])));
    }

    [Fact]
    public async Task A_row_is_found_by_its_id()
    {
        var id = (string)(await OkAsync(airtable.SendAsync("GET", "Orders?maxRecords=1")))["records"]![0]!["id"]!;
        Assert.Equal(id, (string?)Assert.Single((await OkAsync(airtable.SendAsync("GET", $"Orders?filterByFormula=RECORD_ID()='{id}'")))["records"]!.AsArray())!["id"]);
    }

    [Theory]
    [InlineData("{Nothing}=1", "Unknown field names: nothing")]
    [InlineData("CONJURE(1)", "Invalid formula")]
    [InlineData("{No}='#2", "Invalid formula")]
    [InlineData("AND(", "Invalid formula")]
    [InlineData("1 2", "Invalid formula")]
    [InlineData("{No}=#2", "Invalid formula")]
    public async Task What_is_no_formula_is_refused(string formula, string mentioned) =>
        Assert.Contains(mentioned, await RefusedAsync("INVALID_FILTER_BY_FORMULA", airtable.SendAsync("GET", $"Orders?filterByFormula={Uri.EscapeDataString(formula)}")));

    [Fact]
    public async Task A_mountain_of_brackets_is_refused_and_nothing_falls_over() =>
        await RefusedAsync("INVALID_FILTER_BY_FORMULA", airtable.SendAsync("GET", "Orders?filterByFormula=" + new string('(', 15_000)));

    [Fact]
    public async Task An_endless_sum_is_refused_and_nothing_falls_over() =>
        await RefusedAsync("INVALID_FILTER_BY_FORMULA", airtable.SendAsync("POST", "Orders/listRecords", $$"""{"filterByFormula":"{{string.Join('+', Enumerable.Repeat("1", 200_000))}}"}"""));

    [Theory]
    [InlineData("IF({Paid}, 'paid', 'open') & ': ' & {No}", "\"paid: #1\"")]
    [InlineData("ROUND({Total} * 1.1, 2)", "21.95")]
    [InlineData("DATETIME_DIFF(TODAY(), {Day}, 'days')", "2")]
    [InlineData("DATETIME_FORMAT({Day}, 'dddd D MMM YYYY')", "\"Wednesday 18 Nov 2026\"")]
    [InlineData("DATETIME_FORMAT(SET_TIMEZONE(NOW(), 'Australia/Sydney'), 'YYYY-MM-DD HH:mm')", "\"2026-11-20 16:00\"")]
    [InlineData("SWITCH({Status}, 'New', 1, 'Sent', 2, 0)", "2")]
    [InlineData("NOW()", "\"2026-11-20T05:00:00.000Z\"")]
    [InlineData("{Day}", "\"2026-11-18\"")]
    [InlineData("DATEADD({Day}, 1, 'month')", "\"2026-12-18T00:00:00.000Z\"")]
    [InlineData("{Total} > 10", "1")]
    [InlineData("1 / 0", """{"specialValue":"Infinity"}""")]
    [InlineData("{No} + 1", """{"specialValue":"NaN"}""")]
    [InlineData("DATETIME_PARSE('never')", """{"error":"#ERROR!"}""")]
    [InlineData("IF(FALSE(), 1)", null)]
    public async Task A_formula_made_by_hand_is_worked_out_when_it_is_read(string formula, string? value)
    {
        await airtable.ByHandAsync("POST", "tables/Orders/fields", new JsonObject { ["name"] = "Worked", ["type"] = "formula", ["options"] = new JsonObject { ["formula"] = formula } }.ToJsonString());
        var first = (await OkAsync(airtable.SendAsync("GET", "Orders?maxRecords=1")))["records"]![0]!;
        Assert.Equal(value, first["fields"]!["Worked"]?.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
        Assert.Equal("INVALID_VALUE_FOR_COLUMN", (string?)(await airtable.SendAsync("PATCH", $"Orders/{first["id"]}", """{"fields":{"Worked":1}}""")).Body["error"]!["type"]);
    }
}
