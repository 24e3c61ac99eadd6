using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using MyCavoodle.Clients.Http;

namespace MyCavoodle.Clients.Shopify;

/// <summary>What REST and GraphQL have in common: the address, the token, the version, and the shapes of a refusal.</summary>
sealed class ShopifyConnection(HttpClient http, ShopifyAccess access, ShopifyOptions options, TimeProvider time)
{
    public ShopifyVersion Version { get; } = new(options.ApiVersion);

    public TimeProvider Time => time;

    /// <exception cref="ProviderException">The credentials are absent.</exception>
    public void EnsureConfigured() => options.EnsureConfigured(ShopifyClient.Provider);

    /// <summary>
    /// Sends a call to a path below the version; whatever is answered comes back. A token that was refused is renewed and the call
    /// sent once more: a call refused so was not carried out.
    /// </summary>
    /// <param name="method">GET, POST, PUT or DELETE.</param>
    /// <param name="path">Such as <c>orders.json?limit=100</c>.</param>
    /// <param name="body">Written as JSON; null: no body.</param>
    /// <param name="json">How it is written.</param>
    /// <param name="isRepeatable">Whether a POST may be repeated when its answer is lost.</param>
    /// <param name="ct">Ends the wait; a write may have arrived all the same.</param>
    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, object? body, JsonSerializerOptions json, bool isRepeatable, CancellationToken ct)
    {
        var token = await access.TokenAsync(ct);
        var response = await TryAsync(token);
        if (response.StatusCode == HttpStatusCode.Unauthorized && access.Forget(token))
        {
            response.Dispose();
            response = await TryAsync(await access.TokenAsync(ct));
        }
        Version.Note(response.Header("X-Shopify-API-Version"));
        return response;

        async Task<HttpResponseMessage> TryAsync(string bearer)
        {
            using var request = new HttpRequestMessage(method, options.BaseUrl!.Below($"admin/api/{options.ApiVersion}/{path}"));
            request.Headers.Add("X-Shopify-Access-Token", bearer);
            request.Options.Set(PatientHandler.Repeatable, isRepeatable);
            if (body is not null)
                request.Content = JsonContent.Create(body, body.GetType(), options: json);
            return await http.SendAsync(request, ct);
        }
    }

    public async Task<ProviderException> RefusalAsync(HttpResponseMessage response, string resource, CancellationToken ct)
    {
        var error = await response.ErrorAsync(ct);
        var words = error.At("errors").Text() ?? error.At("error_description").Text() ?? error.At("error").Text() ?? "no reason given";
        return new ProviderException(ShopifyClient.Provider, $"{resource}: {response.StatusCode.Named()}: {words.Short()} ({Named(response)})",
            response.StatusCode, PatientHandler.IsTransient(response.StatusCode), RetryAfter.Of(response, time), error.At("error").Text());
    }

    /// <summary>What Shopify's support asks for.</summary>
    public static string Named(HttpResponseMessage response) => $"request {response.Header("X-Request-Id") ?? "without id"}";
}
