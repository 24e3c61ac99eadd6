using System.Diagnostics;
using MyCavoodle.Sandbox;
using Xunit;
using static MyCavoodle.Tests.Unit.Sandbox.AirtableBench;

namespace MyCavoodle.Tests.Unit.Sandbox;

public sealed class AirtableEmulationLimits
{
    [Fact]
    public async Task One_request_too_many_costs_thirty_seconds()
    {
        await using var airtable = await AirtableBench.OpenAsync(o => o.AirtableRequestsPerSecond = 5);
        for (var i = 0; i < 5; i++) await OkAsync(airtable.SendAsync("GET", "Table%201"));
        var (status, body) = await airtable.MetaAsync("GET", "tables");
        Assert.Equal((429, "RATE_LIMIT_REACHED"), (status, (string?)body["errors"]![0]!["error"]));
        airtable.Bench.Time.Advance(TimeSpan.FromSeconds(29.9));
        Assert.Equal(429, (await airtable.HooksAsync("GET")).Status);
        airtable.Bench.Time.Advance(TimeSpan.FromSeconds(0.1));
        await OkAsync(airtable.SendAsync("GET", "Table%201"));
    }

    [Fact]
    public async Task Five_a_second_go_on_for_ever()
    {
        await using var airtable = await AirtableBench.OpenAsync(o => o.AirtableRequestsPerSecond = 5);
        for (var i = 0; i < 30; i++)
        {
            await OkAsync(airtable.SendAsync("GET", "Table%201"));
            airtable.Bench.Time.Advance(TimeSpan.FromMilliseconds(200));
        }
    }

    [Fact]
    public async Task Who_asks_wrongly_is_told_in_one_of_two_bodies()
    {
        await using var airtable = await AirtableBench.OpenAsync();
        var (status, body) = await airtable.CallAsync("GET", $"v0/{Credentials.AirtableBaseId}/Table%201", token: "patWrong");
        Assert.Equal((401, "AUTHENTICATION_REQUIRED"), (status, (string?)body["error"]!["type"]));
        (status, body) = await airtable.CallAsync("GET", "v0/appDoesNotExist00/Orders");
        Assert.Equal((403, "INVALID_PERMISSIONS_OR_MODEL_NOT_FOUND"), (status, (string?)body["error"]!["type"]));
        (status, body) = await airtable.SendAsync("GET", "Nowhere");
        Assert.Equal((403, "INVALID_PERMISSIONS_OR_MODEL_NOT_FOUND"), (status, (string?)body["error"]!["type"]));
        (status, body) = await airtable.CallAsync("GET", "v0/nonsense/Orders");
        Assert.Equal((404, "NOT_FOUND"), (status, (string?)body["error"]));
        (status, body) = await airtable.SendAsync("GET", "Table%201/recDoesNotExist00");
        Assert.Equal((404, "NOT_FOUND"), (status, (string?)body["error"]));
        await RefusedAsync("INVALID_REQUEST_BODY", airtable.SendAsync("POST", "Table%201", """{"fields":"""));
    }

    [Theory]
    [InlineData("POST", "Table%201", """{"records":5}""")]
    [InlineData("POST", "Table%201", """{"records":[5]}""")]
    [InlineData("POST", "Table%201", """{"fields":[]}""")]
    [InlineData("POST", "Table%201/listRecords", """{"sort":[5],"fields":[1]}""")]
    [InlineData("POST", "Table%201/listRecords", """{"sort":{"a":1},"fields":"x","pageSize":1000}""")]
    [InlineData("PATCH", "Table%201", """{"performUpsert":{"fieldsToMergeOn":[5]},"records":[{"fields":{}}]}""")]
    [InlineData("PATCH", "Table%201", """{"performUpsert":{},"records":[]}""")]
    [InlineData("DELETE", "Table%201", null)]
    public async Task Senseless_requests_are_refused_and_nothing_falls_over(string method, string path, string? body)
    {
        await using var airtable = await AirtableBench.OpenAsync();
        Assert.Equal(422, (await airtable.SendAsync(method, path, body)).Status);
    }

    [Fact]
    public async Task An_address_of_more_than_16000_characters_is_refused_and_a_body_is_not()
    {
        await using var airtable = await AirtableBench.OpenAsync();
        var formula = $"OR({string.Join(",", Enumerable.Repeat("{Name}='somebody'", 950))})";
        Assert.Equal(414, (await airtable.SendAsync("GET", $"Table%201?filterByFormula={Uri.EscapeDataString(formula)}")).Status);
        await OkAsync(airtable.SendAsync("POST", "Table%201/listRecords", $$"""{"filterByFormula":"{{formula}}"}"""));
    }

    [Fact]
    public async Task A_create_whose_answer_is_lost_was_made()
    {
        await using var airtable = await AirtableBench.OpenAsync();
        await airtable.Bench.FaultAsync(new { provider = "airtable", kind = "accept-then-hang", delayMs = 20, times = 1 });
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => airtable.RecordAsync("Table%201", """{"Name":"Amelia"}"""));
        Assert.Single((await OkAsync(airtable.SendAsync("GET", "Table%201")))["records"]!.AsArray());
        foreach (var status in new[] { 429, 500, 503 })
        {
            await airtable.Bench.FaultAsync(new { provider = "airtable", kind = "status", status, times = 1, path = "Table" });
            Assert.Equal(status, (await airtable.SendAsync("GET", "Table%201")).Status);
        }
    }

    [Fact]
    public async Task Many_thousand_records_are_no_trouble()
    {
        await using var airtable = await AirtableBench.OpenAsync();
        const int Many = 20_000;
        const string Upsert = """{"performUpsert":{"fieldsToMergeOn":["Name"]},"records":[""";
        static string Batch(int first) => Upsert + string.Join(",", Enumerable.Range(first, 10).Select(i => $$$"""{"fields":{"Name":"#{{{i}}}"}}""")) + "]}";
        var started = Stopwatch.GetTimestamp();
        for (var first = 0; first < Many; first += 10) await OkAsync(airtable.SendAsync("PATCH", "Table%201", Batch(first)));
        Assert.Empty((await OkAsync(airtable.SendAsync("PATCH", "Table%201", Batch(Many - 10))))["createdRecords"]!.AsArray());
        Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(60));
        Assert.Single((await OkAsync(airtable.SendAsync("GET", $"Table%201?filterByFormula=Name%3D'%23{Many - 1}'")))["records"]!.AsArray());
    }
}
