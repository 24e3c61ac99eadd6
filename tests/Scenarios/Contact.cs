using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace MyCavoodle.Tests.Scenarios;

/// <summary>A person at one of the sandbox's front doors: writes over the real wire, and reads what the shop wrote back.</summary>
public sealed class Contact(HttpClient sandbox, string channel, string from)
{
    int heard;

    public string From => from;

    public async Task SaysAsync(string text, string? subject = null)
    {
        using var response = await sandbox.PostAsJsonAsync("/sandbox/api/messages", new { channel, from, text, subject });
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
    }

    /// <summary>The next thing the shop says, waited for.</summary>
    public async Task<string> HearsAsync()
    {
        var said = await Eventually.NotNullAsync(async () => (await SaidByShopAsync()).ElementAtOrDefault(heard), $"the shop answers {from} on {channel}");
        heard++;
        return said["text"]!.GetValue<string>();
    }

    /// <summary>Says something and waits for the answer.</summary>
    public async Task<string> AsksAsync(string text, string? subject = null)
    {
        await SaysAsync(text, subject);
        return await HearsAsync();
    }

    public async Task<IReadOnlyList<JsonNode>> SaidByShopAsync() => [.. (await ThreadAsync()).Where(m => m["from"]!.GetValue<string>() == "shop")];

    public async Task<IReadOnlyList<JsonNode>> ThreadAsync()
    {
        var thread = await sandbox.GetFromJsonAsync<JsonObject>($"/sandbox/api/threads/{channel}/{Uri.EscapeDataString(from)}");
        return [.. thread!["messages"]!.AsArray().Select(m => m!)];
    }

    /// <summary>Takes what was said so far as heard, to wait for what comes next.</summary>
    public async Task CatchUpAsync() => heard = (await SaidByShopAsync()).Count;
}
