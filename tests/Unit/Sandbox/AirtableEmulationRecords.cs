using System.Text.Json.Nodes;
using Xunit;
using static MyCavoodle.Tests.Unit.Sandbox.AirtableBench;

namespace MyCavoodle.Tests.Unit.Sandbox;

public sealed class AirtableEmulationRecords : IAsyncLifetime
{
    const string Fields = """
        {"name":"Order ID","type":"singleLineText"},{"name":"Total","type":"currency","options":{"precision":2,"symbol":"A$"}},{"name":"Paid","type":"checkbox","options":{"icon":"check","color":"greenBright"}},
        {"name":"Status","type":"singleSelect","options":{"choices":[{"name":"New"},{"name":"Sent","color":"greenLight2"}]}},{"name":"Tags","type":"multipleSelects","options":{"choices":[{"name":"gift"}]}},
        {"name":"Day","type":"date","options":{"dateFormat":{"name":"iso"}}},{"name":"At","type":"dateTime","options":{"timeZone":"Australia/Sydney","dateFormat":{"name":"iso"},"timeFormat":{"name":"24hour"}}},
        {"name":"Note","type":"multilineText"},{"name":"Stars","type":"rating","options":{"icon":"star","max":5,"color":"yellowBright"}},{"name":"Share","type":"percent","options":{"precision":1}},
        {"name":"Took","type":"duration","options":{"durationFormat":"h:mm"}},{"name":"Who","type":"singleCollaborator"},{"name":"Code","type":"barcode"},{"name":"Files","type":"multipleAttachments"}
        """;
    AirtableBench airtable = null!;

    public async Task InitializeAsync()
    {
        airtable = await AirtableBench.OpenAsync();
        await airtable.TableAsync("Orders", Fields);
    }

    public async Task DisposeAsync() => await airtable.DisposeAsync();

    [Fact]
    public async Task Every_kind_of_cell_comes_back_as_it_was_written()
    {
        const string Written = """
            {"Order ID":"#1","Total":19.95,"Paid":true,"Status":"Sent","Tags":["gift"],"Day":"2026-11-22","At":"2026-11-22T08:15:00.000Z","Note":"a\nb","Stars":4,"Share":0.5,"Took":3720,"Code":{"text":"93","type":"ean8"}}
            """;
        var id = await airtable.RecordAsync("Orders", Written);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Written), await airtable.FieldsAsync("Orders", id)), (await airtable.FieldsAsync("Orders", id)).ToJsonString());
    }

    [Fact]
    public async Task Empty_cells_are_not_mentioned()
    {
        var id = await airtable.RecordAsync("Orders", """{"Order ID":"","Total":null,"Paid":false,"Tags":[],"Files":[],"Stars":0}""");
        Assert.Empty((await airtable.FieldsAsync("Orders", id)).AsObject());
    }

    [Theory]
    [InlineData("""{"Total":"19.95"}""", "INVALID_VALUE_FOR_COLUMN")]
    [InlineData("""{"Order ID":5}""", "INVALID_VALUE_FOR_COLUMN")]
    [InlineData("""{"Stars":6}""", "INVALID_VALUE_FOR_COLUMN")]
    [InlineData("""{"Day":"tomorrow"}""", "INVALID_VALUE_FOR_COLUMN")]
    [InlineData("""{"Paid":"yes"}""", "INVALID_VALUE_FOR_COLUMN")]
    [InlineData("""{"Who":{"email":"stranger@example.com"}}""", "INVALID_VALUE_FOR_COLUMN")]
    [InlineData("""{"Status":"Lost"}""", "INVALID_MULTIPLE_CHOICE_OPTIONS")]
    [InlineData("""{"Nothing":1}""", "UNKNOWN_FIELD_NAME")]
    [InlineData("""{"Files":[{"filename":"a.pdf"}]}""", "INVALID_ATTACHMENT_OBJECT")]
    public async Task What_a_field_does_not_take_is_refused_by_name(string fields, string type) =>
        await RefusedAsync(type, airtable.SendAsync("POST", "Orders", $$"""{"fields":{{fields}}}"""));

    [Fact]
    public async Task Typecast_makes_the_best_of_it()
    {
        var made = await OkAsync(airtable.SendAsync("POST", "Orders", """
            {"typecast":true,"fields":{"Order ID":5,"Total":"$1,234.50","Paid":"checked","Status":"Lost","Tags":"gift, late","Day":"2026-11-22T10:00:00Z","Share":"50%","Took":"1:30","Who":"bella@mycavoodle.example"}}
            """));
        Assert.Equal("""{"Order ID":"5","Total":1234.5,"Paid":true,"Status":"Lost","Tags":["gift","late"],"Day":"2026-11-22","Share":0.5,"Took":5400}""",
            new JsonObject(made["fields"]!.AsObject().Where(f => f.Key != "Who").Select(f => KeyValuePair.Create(f.Key, f.Value?.DeepClone()))).ToJsonString());
        Assert.Equal("Bella", (string?)made["fields"]!["Who"]!["name"]);
        await airtable.RecordAsync("Orders", """{"Status":"Lost"}""");
    }

    [Fact]
    public async Task A_time_without_an_offset_is_the_fields_own_zone()
    {
        var id = await airtable.RecordAsync("Orders", """{"At":"2026-11-22T19:15:00"}""");
        Assert.Equal("2026-11-22T08:15:00.000Z", (string?)(await airtable.FieldsAsync("Orders", id))["At"]);
    }

    [Fact]
    public async Task A_batch_of_ten_goes_through_and_eleven_are_refused()
    {
        static string Batch(int count) => $$"""{"records":[{{string.Join(",", Enumerable.Range(0, count).Select(i => $$$"""{"fields":{"Order ID":"#{{{i}}}"}}"""))}}]}""";
        Assert.Equal(10, (await OkAsync(airtable.SendAsync("POST", "Orders", Batch(10))))["records"]!.AsArray().Count);
        await RefusedAsync("INVALID_RECORDS", airtable.SendAsync("POST", "Orders", Batch(11)));
    }

    [Fact]
    public async Task A_batch_succeeds_or_fails_as_a_whole()
    {
        await RefusedAsync("INVALID_VALUE_FOR_COLUMN", airtable.SendAsync("POST", "Orders", """{"typecast":true,"records":[{"fields":{"Status":"Brand new"}},{"fields":{"Total":"no number"}},{"fields":{"Stars":9}}]}"""));
        Assert.Empty((await OkAsync(airtable.SendAsync("GET", "Orders")))["records"]!.AsArray());
        await RefusedAsync("INVALID_MULTIPLE_CHOICE_OPTIONS", airtable.SendAsync("POST", "Orders", """{"fields":{"Status":"Brand new"}}"""));
    }

    [Fact]
    public async Task Patch_changes_what_is_given_and_put_empties_the_rest()
    {
        var id = await airtable.RecordAsync("Orders", """{"Order ID":"#1","Total":5,"Status":"New"}""");
        var patched = await OkAsync(airtable.SendAsync("PATCH", $"Orders/{id}", """{"fields":{"Total":6}}"""));
        Assert.Equal("""{"Order ID":"#1","Total":6,"Status":"New"}""", patched["fields"]!.ToJsonString());
        var put = await OkAsync(airtable.SendAsync("PUT", "Orders", $$$"""{"records":[{"id":"{{{id}}}","fields":{"Order ID":"#2"}}]}"""));
        Assert.Equal("""{"Order ID":"#2"}""", put["records"]![0]!["fields"]!.ToJsonString());
    }

    [Fact]
    public async Task An_upsert_creates_updates_or_refuses_the_whole_request()
    {
        static string Upsert(params string[] ids) =>
            $$"""{"performUpsert":{"fieldsToMergeOn":["Order ID"]},"records":[{{string.Join(",", ids.Select(i => $$$"""{"fields":{"Order ID":"{{{i}}}","Note":"x"}}"""))}}]}""";
        var first = await OkAsync(airtable.SendAsync("PATCH", "Orders", Upsert("#1")));
        Assert.Equal((1, 0), (first["createdRecords"]!.AsArray().Count, first["updatedRecords"]!.AsArray().Count));

        var second = await OkAsync(airtable.SendAsync("PATCH", "Orders", Upsert("#1", "#2")));
        Assert.Equal((string?)first["records"]![0]!["id"], (string?)Assert.Single(second["updatedRecords"]!.AsArray()));
        Assert.Equal((string?)second["records"]![1]!["id"], (string?)Assert.Single(second["createdRecords"]!.AsArray()));

        await airtable.RecordAsync("Orders", """{"Order ID":"#1"}""");
        Assert.Equal(422, (await airtable.SendAsync("PATCH", "Orders", Upsert("#3", "#1"))).Status);
        Assert.Equal(3, (await OkAsync(airtable.SendAsync("GET", "Orders")))["records"]!.AsArray().Count);
    }

    [Fact]
    public async Task An_upsert_finds_a_record_by_its_latest_key()
    {
        var id = await airtable.RecordAsync("Orders", """{"Order ID":"#1","Total":5}""");
        async Task<string?> UpsertAsync(string key) => (string?)(await OkAsync(airtable.SendAsync("PATCH", "Orders",
            $$$"""{"performUpsert":{"fieldsToMergeOn":["Order ID","Total"]},"records":[{"fields":{"Order ID":"{{{key}}}","Total":5}}]}""")))["records"]![0]!["id"];
        Assert.Equal(id, await UpsertAsync("#1"));
        await OkAsync(airtable.SendAsync("PATCH", $"Orders/{id}", """{"fields":{"Order ID":"#9"}}"""));
        Assert.Equal(id, await UpsertAsync("#9"));
        Assert.NotEqual(id, await UpsertAsync("#1"));
        await OkAsync(airtable.SendAsync("DELETE", $"Orders/{id}"));
        Assert.NotEqual(id, await UpsertAsync("#9"));
    }

    [Fact]
    public async Task Deleting_names_what_went_and_misses_what_was_not_there()
    {
        var (one, two) = (await airtable.RecordAsync("Orders", """{"Order ID":"#1"}"""), await airtable.RecordAsync("Orders", """{"Order ID":"#2"}"""));
        var gone = await OkAsync(airtable.SendAsync("DELETE", $"Orders?records[]={one}&records[]={two}"));
        Assert.Equal($$"""[{"id":"{{one}}","deleted":true},{"id":"{{two}}","deleted":true}]""", gone["records"]!.ToJsonString());
        var (status, body) = await airtable.SendAsync("DELETE", $"Orders/{one}");
        Assert.Equal((404, "NOT_FOUND"), (status, (string?)body["error"]));
        await RefusedAsync("ROW_DOES_NOT_EXIST", airtable.SendAsync("PATCH", "Orders", $$$"""{"records":[{"id":"{{{one}}}","fields":{}}]}"""));
    }

    [Fact]
    public async Task Pages_follow_one_another_until_the_offset_dies()
    {
        await ManyAsync(25);
        var first = await OkAsync(airtable.SendAsync("GET", "Orders?pageSize=10"));
        var second = await OkAsync(airtable.SendAsync("GET", $"Orders?pageSize=10&offset={first["offset"]}"));
        var third = await OkAsync(airtable.SendAsync("GET", $"Orders?pageSize=10&offset={second["offset"]}"));
        Assert.Null(third["offset"]);
        Assert.Equal(Enumerable.Range(0, 25).Select(i => $"#{i}"), new[] { first, second, third }.SelectMany(p => p["records"]!.AsArray()).Select(r => (string?)r!["fields"]!["Order ID"]));

        airtable.Bench.Time.Advance(TimeSpan.FromMinutes(10));
        await RefusedAsync("LIST_RECORDS_ITERATOR_NOT_AVAILABLE", airtable.SendAsync("GET", $"Orders?pageSize=10&offset={first["offset"]}"));
        await RefusedAsync("INVALID_OFFSET_VALUE", airtable.SendAsync("GET", "Orders?offset=nonsense"));
    }

    [Fact]
    public async Task A_list_can_be_cut_sorted_filtered_and_named_by_id()
    {
        await ManyAsync(12);
        var list = await OkAsync(airtable.SendAsync("POST", "Orders/listRecords", """
            {"fields":["Order ID"],"sort":[{"field":"Total","direction":"desc"}],"maxRecords":2,"filterByFormula":"{Total} < 10","view":"Grid view","returnFieldsByFieldId":true}
            """));
        Assert.Equal(["#9", "#8"], list["records"]!.AsArray().Select(r => (string?)Assert.Single(r!["fields"]!.AsObject()).Value));
        Assert.All(list["records"]!.AsArray(), r => Assert.StartsWith("fld", Assert.Single(r!["fields"]!.AsObject()).Key));

        var same = await OkAsync(airtable.SendAsync("GET", "Orders?fields[]=Order%20ID&sort[0][field]=Total&sort[0][direction]=desc&maxRecords=2&filterByFormula=%7BTotal%7D%20%3C%2010"));
        Assert.Equal(["#9", "#8"], same["records"]!.AsArray().Select(r => (string?)r!["fields"]!["Order ID"]));
        await RefusedAsync("UNKNOWN_FIELD_NAME", airtable.SendAsync("GET", "Orders?fields[]=Nothing"));
    }

    [Fact]
    public async Task Text_cells_read_as_the_grid_shows_them()
    {
        var id = await airtable.RecordAsync("Orders", """{"Order ID":"#1","Total":5,"Paid":true,"Tags":["gift"],"Share":0.5,"At":"2026-11-22T08:15:00.000Z","Files":[{"url":"https://example.com/a.png"}]}""");
        var shown = await OkAsync(airtable.SendAsync("GET", $"Orders/{id}?cellFormat=string&timeZone=Australia/Sydney&userLocale=en-au"));
        Assert.Equal("""{"Order ID":"#1","Total":"A$5.00","Paid":"checked","Tags":"gift","At":"2026-11-22 19:15","Share":"50.0%","Files":"a.png (https://example.com/a.png)"}""", shown["fields"]!.ToJsonString());
        Assert.Equal(422, (await airtable.SendAsync("GET", $"Orders/{id}?cellFormat=string")).Status);
    }

    [Fact]
    public async Task Attachments_are_kept_by_their_id()
    {
        var id = await airtable.RecordAsync("Orders", """{"Files":[{"url":"https://example.com/a.pdf","filename":"invoice.pdf"}]}""");
        var file = (await airtable.FieldsAsync("Orders", id))["Files"]![0]!;
        Assert.Equal(("invoice.pdf", "application/pdf"), ((string?)file["filename"], (string?)file["type"]));
        var patched = await OkAsync(airtable.SendAsync("PATCH", $"Orders/{id}", $$$"""{"fields":{"Files":[{"id":"{{{file["id"]}}}"},{"url":"https://example.com/b.txt"}]}}"""));
        Assert.Equal(["invoice.pdf", "b.txt"], patched["fields"]!["Files"]!.AsArray().Select(f => (string?)f!["filename"]));
    }

    async Task ManyAsync(int count)
    {
        foreach (var ten in Enumerable.Range(0, count).Chunk(10))
            await OkAsync(airtable.SendAsync("POST", "Orders", $$"""{"records":[{{string.Join(",", ten.Select(i => $$$"""{"fields":{"Order ID":"#{{{i}}}","Total":{{{i}}}}}"""))}}]}"""));
    }
}
