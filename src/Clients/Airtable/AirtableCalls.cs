using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using MyCavoodle.Clients.Http;

namespace MyCavoodle.Clients.Airtable;

/// <summary>Sends every request of the program through the gate of its base, and again where that is safe.</summary>
sealed class AirtableCalls(HttpClient http, AirtableOptions options, TimeProvider time)
{
    const int Tries = 4;
    readonly ConcurrentDictionary<string, AirtableGate> gates = new(StringComparer.Ordinal);

    public Uri Address(string path) => options.BaseUrl.Below(path);

    /// <exception cref="ProviderException">The refusal of the last try.</exception>
    public Task<T> SendAsync<T>(AirtableCall call, CancellationToken ct) =>
        SendAsync(call, r => r.ReadAsync<T>(AirtableClient.Provider, AirtableJson.Options, ct), ct);

    /// <summary>For calls whose answer has no body.</summary>
    /// <inheritdoc cref="SendAsync{T}(AirtableCall, CancellationToken)"/>
    public Task SendAsync(AirtableCall call, CancellationToken ct) => SendAsync(call, _ => Task.FromResult(true), ct);

    async Task<T> SendAsync<T>(AirtableCall call, Func<HttpResponseMessage, Task<T>> read, CancellationToken ct)
    {
        options.EnsureConfigured(AirtableClient.Provider);
        var body = call.Body is null ? null : JsonSerializer.SerializeToUtf8Bytes(call.Body, AirtableJson.Options);
        var gate = gates.GetOrAdd(call.Gate, _ => new AirtableGate(time, options.RequestsPerSecond));
        var place = gate.NextPlace();
        for (var tries = 1; ; tries++)
        {
            try
            {
                using var response = await TryAsync(call, body, gate, place, ct);
                return response.IsSuccessStatusCode ? await read(response) : throw await AirtableRefusal.OfAsync(response, call.Name, options, time, ct);
            }
            catch (ProviderException e) when (tries < Tries && call.MayRepeat(e) && WaitFor(e, tries) <= PatientHandler.LongestWait)
            {
                await Task.Delay(WaitFor(e, tries), time, ct);
            }
        }
    }

    async Task<HttpResponseMessage> TryAsync(AirtableCall call, byte[]? body, AirtableGate gate, long place, CancellationToken ct)
    {
        using var pass = await gate.EnterAsync(place, ct);
        using var request = new HttpRequestMessage(call.Method, Address(call.Path));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", options.Token);
        request.Options.Set(PatientHandler.SelfPaced, true);
        if (body is not null)
            request.Content = new ByteArrayContent(body) { Headers = { ContentType = new("application/json") } };
        var response = await http.SendAsync(request, ct);
        if (response.StatusCode == HttpStatusCode.TooManyRequests)
            gate.Close(AirtableRefusal.Pause(response, options, time));
        return response;
    }

    // After a 429 the closed gate is the wait.
    static TimeSpan WaitFor(ProviderException refusal, int tries) => refusal.Status == HttpStatusCode.TooManyRequests ? TimeSpan.Zero
        : refusal.RetryAfter ?? TimeSpan.FromMilliseconds(500 * tries);
}
