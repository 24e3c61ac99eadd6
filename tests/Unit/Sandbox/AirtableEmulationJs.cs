using System.Diagnostics;
using System.Text.Json.Nodes;
using MyCavoodle.Sandbox;
using Xunit;

namespace MyCavoodle.Tests.Unit.Sandbox;

/// <summary>Airtable's own JavaScript client takes the emulator for the real thing. Its project is tests/Scenarios/AirtableJs.</summary>
public sealed class AirtableEmulationJs
{
    static readonly string Project = Path.Combine(RepositoryRoot.Path, "tests", "Scenarios", "AirtableJs");
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    [NodeFact]
    public async Task Airtables_own_client_finds_what_it_expects()
    {
        await using var airtable = await AirtableBench.OpenAsync();
        await airtable.TableAsync("Orders & more", """
            {"name":"Name","type":"singleLineText"},{"name":"Total","type":"number","options":{"precision":0}},{"name":"Status","type":"singleSelect","options":{"choices":[{"name":"New"},{"name":"Sent"}]}}
            """);
        await RunAsync("npm", "ci", "--no-audit", "--no-fund");
        var seen = JsonNode.Parse(await RunAsync("node", "story.js", airtable.Bench.Http.BaseAddress!.AbsoluteUri.TrimEnd('/'), Credentials.AirtableToken, Credentials.AirtableBaseId, "Orders & more"))!;

        Assert.Equal("[100,100,30]", seen["pages"]!.ToJsonString());
        Assert.Equal("""["#230","#229","#228"]""", seen["names"]!.ToJsonString());
        Assert.Equal("""[{"Name":"#229","Total":229,"Status":"New"}]""", seen["byFormula"]!.ToJsonString());
        Assert.Equal(31, (int)seen["byLongFormula"]!);
        Assert.Equal(229, (int)seen["found"]!);
        Assert.Equal("""{"Name":"#229","Total":229,"Status":"Sent"}""", seen["updated"]!.ToJsonString());
        Assert.Equal("""{"Name":"replaced"}""", seen["replaced"]!.ToJsonString());
        Assert.Equal("[1,1]", seen["upserted"]!.ToJsonString());
        Assert.Equal("""{"Name":"cast","Total":7,"Status":"Unheard of"}""", seen["typecast"]!.ToJsonString());
        Assert.Equal((2, true, 229), ((int)seen["destroyed"]!, (bool)seen["destroyedOne"]!, (int)seen["left"]!));
        Assert.Equal(("NOT_FOUND", 404), Refused(seen["missing"]));
        Assert.Equal(("UNKNOWN_FIELD_NAME", 422), Refused(seen["unknownField"]));
        Assert.Equal(("INVALID_FILTER_BY_FORMULA", 422), Refused(seen["badFormula"]));
        Assert.Equal(("AUTHENTICATION_REQUIRED", 401), Refused(seen["wrongToken"]));
    }

    static (string?, int) Refused(JsonNode? error) => ((string?)error!["error"], (int)error["statusCode"]!);

    static async Task<string> RunAsync(string program, params string[] arguments)
    {
        using var patience = new CancellationTokenSource(Patience);
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = Project, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (said, complained) = (process.StandardOutput.ReadToEndAsync(patience.Token), process.StandardError.ReadToEndAsync(patience.Token));
        try { await process.WaitForExitAsync(patience.Token); }
        catch (OperationCanceledException) { process.Kill(entireProcessTree: true); throw; }
        Assert.True(process.ExitCode == 0, $"{program}: {await complained}");
        return await said;
    }
}
