using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using MyCavoodle.Clients;
using MyCavoodle.Clients.Airtable;
using Xunit;

namespace MyCavoodle.Tests.Unit.Clients;

public sealed class AirtableRecordsTests
{
    readonly JumpingTime time = new();

    [Fact]
    public async Task Records_come_page_by_page()
    {
        await using var airtable = await StandIn.StartAsync((request, http) => http.ReplyAsync(request.Query.Contains("offset=itrA%2Frec2", StringComparison.Ordinal)
            ? """{"records":[{"id":"rec3","fields":{}}]}"""
            : """{"records":[{"id":"rec1","createdTime":"2015-02-09T23:24:14.000Z","fields":{"Name":"Al Held","On Display?":true}},{"id":"rec2"}],"offset":"itrA/rec2"}"""));
        await using var services = Services(airtable);

        var records = await Records(services).ListAsync("Best/Artists 100%", new()
        {
            Fields = ["Name", "On Display?"],
            Filter = AirtableFormula.Is(AirtableFormula.Field("Name"), AirtableFormula.Text("O'Brien & Co")),
            Sort = [new("Name", IsDescending: true)],
            View = "Grid view",
            ByFieldId = true,
        }, default).ToListAsync();

        Assert.Equal(["rec1", "rec2", "rec3"], records.Select(r => r.Id));
        Assert.Equal((true, 0), ((bool?)records[0].Fields["On Display?"], records[1].Fields.Count));
        Assert.Equal(new DateTimeOffset(2015, 2, 9, 23, 24, 14, TimeSpan.Zero), records[0].CreatedTime);
        Assert.Equal("/v0/appOurs/Best%2FArtists%20100%25", airtable.Arrived[0].Path);
        Assert.Equal("?pageSize=100&view=Grid view&filterByFormula=({Name} = 'O\\'Brien & Co')&returnFieldsByFieldId=true&fields[]=Name&fields[]=On Display?" +
            "&sort[0][field]=Name&sort[0][direction]=desc", Uri.UnescapeDataString(airtable.Arrived[0].Query));
        Assert.All(airtable.Arrived, r => Assert.Equal("Bearer pat.secret", r.Headers.Authorization));
    }

    [Fact]
    public async Task A_listing_whose_place_was_forgotten_begins_anew_and_gives_every_record_once()
    {
        await using var airtable = await StandIn.AnsweringAsync(
            (200, """{"records":[{"id":"rec1"},{"id":"rec2"}],"offset":"itr1"}""", []),
            (422, """{"error":{"type":"LIST_RECORDS_ITERATOR_NOT_AVAILABLE","message":"The iterator is gone."}}""", []),
            (200, """{"records":[{"id":"rec0"},{"id":"rec1"}],"offset":"itr2"}""", []),
            (200, """{"records":[{"id":"rec2"},{"id":"rec3"}]}""", []));
        await using var services = Services(airtable);
        Assert.Equal(["rec1", "rec2", "rec0", "rec3"], (await Records(services).ListAsync("tbl1", new(), default).ToListAsync()).Select(r => r.Id));
        Assert.Equal(["", "itr1", "", "itr2"], airtable.Arrived.Select(r => r.Query.Contains("offset", StringComparison.Ordinal) ? r.Query[^4..] : ""));
    }

    [Fact]
    public async Task A_listing_that_is_forgotten_again_and_again_is_refused_in_the_end()
    {
        await using var airtable = await StandIn.StartAsync((request, http) => request.Query.Contains("offset", StringComparison.Ordinal)
            ? http.ReplyAsync("""{"error":"LIST_RECORDS_ITERATOR_NOT_AVAILABLE"}""", 422)
            : http.ReplyAsync("""{"records":[{"id":"rec1"}],"offset":"itr"}"""));
        await using var services = Services(airtable);
        var refusal = await Assert.ThrowsAsync<ProviderException>(async () => await Records(services).ListAsync("tbl1", new(), default).ToListAsync());
        Assert.Equal((AirtableRefusal.IteratorGone, 8), (refusal.Code, airtable.Arrived.Count));
    }

    [Fact]
    public async Task A_listing_begun_anew_gives_no_more_than_was_asked_for()
    {
        await using var airtable = await StandIn.AnsweringAsync(
            (200, """{"records":[{"id":"rec1"},{"id":"rec2"}],"offset":"itr1"}""", []),
            (422, """{"error":{"type":"INVALID_OFFSET_VALUE"}}""", []),
            (200, """{"records":[{"id":"rec0"},{"id":"rec1"},{"id":"rec2"}]}""", []));
        await using var services = Services(airtable);
        Assert.Equal(["rec1", "rec2", "rec0"], (await Records(services).ListAsync("tbl1", new() { MaxRecords = 3 }, default).ToListAsync()).Select(r => r.Id));
    }

    [Fact]
    public async Task An_address_that_would_be_too_long_becomes_a_body()
    {
        await using var airtable = await StandIn.AnsweringAsync((200, """{"records":[{"id":"rec1"}],"offset":"itr1"}""", []), (200, """{"records":[]}""", []));
        await using var services = Services(airtable);
        var names = Enumerable.Range(0, 2000).Select(i => AirtableFormula.Is(AirtableFormula.Field("Name"), AirtableFormula.Text($"Customer {i}")));

        await Records(services).ListAsync("tbl1", new() { Filter = AirtableFormula.Or(names), Fields = ["Name"], Sort = [new("Name")] }, default).ToListAsync();

        Assert.All(airtable.Arrived, r => Assert.Equal(("POST", "/v0/appOurs/tbl1/listRecords"), (r.Method, r.Address)));
        var body = JsonNode.Parse(airtable.Arrived[1].Body)!;
        Assert.StartsWith("OR(({Name} = 'Customer 0'), ", (string?)body["filterByFormula"], StringComparison.Ordinal);
        Assert.Equal(("itr1", "Name", "asc", 100), ((string?)body["offset"], (string?)body["fields"]![0], (string?)body["sort"]![0]!["direction"], (int?)body["pageSize"]));
    }

    [SharedFact]
    public async Task An_upsert_tells_made_rows_from_changed_ones()
    {
        await using var airtable = await StandIn.AnsweringAsync((200, Shared.Read("airtable/records_upsert_response.json"), []));
        await using var services = Services(airtable);
        var outcome = await Records(services).UpsertAsync("tblArtists", ["Name"],
            [new() { ["Name"] = "Edgar Degas", ["Bank Name"] = null }], new(Typecast: true, ByFieldId: true), default);
        Assert.Equal((3, 1, 2), (outcome.Records.Count, outcome.CreatedRecords.Count, outcome.UpdatedRecords.Count));
        Assert.Equal("Chase Bank", (string?)outcome.Records.Single(r => r.Id == outcome.CreatedRecords[0]).Fields["Bank Name"]);
        Assert.Equal("PATCH", airtable.Arrived[0].Method);
        Assert.Equal("""{"records":[{"fields":{"Name":"Edgar Degas","Bank Name":null}}],"typecast":true,"returnFieldsByFieldId":true,"performUpsert":{"fieldsToMergeOn":["Name"]}}""",
            airtable.Arrived[0].Body);
    }

    [SharedFact]
    public async Task Rows_are_changed_and_made()
    {
        await using var airtable = await StandIn.AnsweringAsync((200, Shared.Read("airtable/records_update_multiple_response.json"), []));
        await using var services = Services(airtable);
        var changed = await Records(services).UpdateAsync("tblArtists", [new("recFTkasLaZJa8Hvz", new() { ["On Display?"] = true })], AirtableWriting.Plain, default);
        Assert.Equal("Vincent VanGogh replaced", (string?)changed[1].Fields["Name"]);
        await Records(services).CreateAsync("tblArtists", [new() { ["Name"] = "Monet" }], AirtableWriting.Plain, default);
        Assert.Equal(("PATCH", """{"records":[{"id":"recFTkasLaZJa8Hvz","fields":{"On Display?":true}}],"typecast":false,"returnFieldsByFieldId":false}"""),
            (airtable.Arrived[0].Method, airtable.Arrived[0].Body));
        Assert.Equal(("POST", """{"records":[{"fields":{"Name":"Monet"}}],"typecast":false,"returnFieldsByFieldId":false}"""), (airtable.Arrived[1].Method, airtable.Arrived[1].Body));
    }

    [Fact]
    public async Task Rows_are_deleted_and_the_gone_ones_named()
    {
        await using var airtable = await StandIn.AnsweringAsync((200, """{"records":[{"id":"rec1","deleted":true},{"id":"rec2","deleted":true}]}""", []));
        await using var services = Services(airtable);
        Assert.Equal(["rec1", "rec2"], await Records(services).DeleteAsync("tbl1", ["rec1", "rec2"], default));
        Assert.Equal(("DELETE", "?records[]=rec1&records[]=rec2"), (airtable.Arrived[0].Method, Uri.UnescapeDataString(airtable.Arrived[0].Query)));
    }

    [Fact]
    public async Task An_empty_batch_asks_nothing_and_one_of_eleven_is_a_fault()
    {
        await using var airtable = await StandIn.AnsweringAsync((200, "{}", []));
        await using var services = Services(airtable);
        Assert.Empty((await Records(services).UpsertAsync("tbl1", ["Key"], [], AirtableWriting.Plain, default)).Records);
        Assert.Empty(await Records(services).DeleteAsync("tbl1", [], default));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() =>
            Records(services).CreateAsync("tbl1", [.. Enumerable.Repeat(new JsonObject(), 11)], AirtableWriting.Plain, default));
        Assert.Empty(airtable.Arrived);
    }

    [SharedFact]
    public async Task One_record_is_read_and_an_unknown_one_is_no_error()
    {
        await using var airtable = await StandIn.StartAsync((request, http) => request.Path.EndsWith("/recGone", StringComparison.Ordinal)
            ? http.ReplyAsync("""{"error":"NOT_FOUND"}""", 404) : http.ReplyAsync(Shared.Read("airtable/record_get_fields_by_id_string_format.json")));
        await using var services = Services(airtable);
        Assert.Equal("Miya Ando", (string?)(await Records(services).GetAsync("tbl1", "recTGgsutSNKCHyUS", true, default))!.Fields["fldSAUw6qVy9NzXzF"]);
        Assert.Null(await Records(services).GetAsync("tbl1", "recGone", false, default));
        Assert.Equal("?returnFieldsByFieldId=true", airtable.Arrived[0].Query);
    }

    [Theory]
    [InlineData(422, """{"error":{"type":"INVALID_VALUE_FOR_COLUMN","message":"Field \"Total\" cannot accept the provided value"}}""", "INVALID_VALUE_FOR_COLUMN", false, "Field \"Total\" cannot")]
    [InlineData(404, """{"error":"TABLE_NOT_FOUND"}""", "TABLE_NOT_FOUND", false, "no reason given")]
    [InlineData(403, """{"error":{"type":"INVALID_PERMISSIONS_OR_MODEL_NOT_FOUND","message":"Bearer pat.secret is not enough"}}""", "INVALID_PERMISSIONS_OR_MODEL_NOT_FOUND", false, "***")]
    [InlineData(402, "plan", null, false, "402")]
    [InlineData(429, """{"errors":[{"error":"RATE_LIMIT_REACHED","message":"Rate limit exceeded."}]}""", "RATE_LIMIT_REACHED", true, "Rate limit exceeded")]
    [InlineData(503, "<html>", null, true, "503")]
    public async Task Every_shape_of_refusal_is_understood(int status, string body, string? code, bool isTransient, string words)
    {
        await using var airtable = await StandIn.AnsweringAsync((status, body, []));
        await using var services = Services(airtable);
        var refusal = await Assert.ThrowsAsync<ProviderException>(() => Records(services).CreateAsync("tbl1", [[]], AirtableWriting.Plain, default));
        Assert.Equal((code, (HttpStatusCode)status, isTransient), (refusal.Code, refusal.Status!.Value, refusal.IsTransient));
        Assert.Contains(words, refusal.Message, StringComparison.Ordinal);
        Assert.StartsWith("Airtable: POST appOurs/tbl1: ", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("pat.secret", refusal.ToString(), StringComparison.Ordinal);
        Assert.Single(airtable.Arrived);
    }

    [Fact]
    public async Task A_hiccup_is_tried_again_where_twice_is_the_same_as_once()
    {
        var seen = 0;
        await using var airtable = await StandIn.StartAsync((_, http) => ++seen % 3 == 0 ? http.ReplyAsync("""{"records":[]}""") : http.ReplyAsync("oops", 502));
        await using var services = Services(airtable);
        await Records(services).UpsertAsync("tbl1", ["Key"], [[]], AirtableWriting.Plain, default);
        await Records(services).ListAsync("tbl1", new(), default).ToListAsync();
        Assert.Equal(6, seen);
        Assert.True((await Assert.ThrowsAsync<ProviderException>(() => Records(services).DeleteAsync("tbl1", ["rec1"], default))).IsTransient);
        Assert.Equal(7, seen);
    }

    [SharedTheory]
    [InlineData("records_list_with_attachments.json")]
    [InlineData("records_list_fields_subset.json")]
    [InlineData("records_list_cellformat_string.json")]
    public async Task Recorded_pages_are_read(string name)
    {
        await using var airtable = await StandIn.AnsweringAsync((200, Shared.Read("airtable/" + name), []));
        await using var services = Services(airtable);
        var records = await Records(services).ListAsync("tbl1", new(), default).ToListAsync();
        Assert.NotEmpty(records);
        Assert.All(records, r => Assert.NotNull(r.Fields["Name"]));
    }

    static AirtableRecords Records(ServiceProvider services) => services.GetRequiredService<AirtableClient>().Base.Records;

    ServiceProvider Services(StandIn airtable) => airtable.Clients(time,
        ("Airtable:BaseUrl", "{url}v0/"), ("Airtable:Token", "pat.secret"), ("Airtable:BaseId", "appOurs"), ("Airtable:PenaltyPause", "00:00:05"));
}
