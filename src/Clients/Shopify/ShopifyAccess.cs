using System.Text.Json;
using MyCavoodle.Clients.Http;

namespace MyCavoodle.Clients.Shopify;

/// <summary>
/// The access token: the permanent one of the settings, or one fetched with the app's id and secret. A fetched token lives 24 hours
/// and is renewed when a tenth of its life is left, or once Shopify refuses it; one caller renews while the others wait.
/// https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens/client-credentials-grant
/// </summary>
sealed class ShopifyAccess(HttpClient http, ShopifyOptions options, TimeProvider time) : IDisposable
{
    const double UsedOfLife = 0.9;

    readonly SemaphoreSlim gate = new(1, 1);
    Token? token;

    /// <exception cref="ProviderException">No token was given; code e.g. <c>app_not_installed</c>, <c>shop_not_permitted</c>.</exception>
    public async ValueTask<string> TokenAsync(CancellationToken ct)
    {
        if (options.HasPermanentToken)
            return options.AccessToken!;
        if (Living() is { } living)
            return living;
        await gate.WaitAsync(ct);
        try
        {
            return Living() ?? (token = await FetchAsync(ct)).Value;
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>Forgets a token that Shopify refused, unless it has been renewed meanwhile. False: there is no way to get another.</summary>
    public bool Forget(string refused)
    {
        if (options.HasPermanentToken)
            return false;
        if (Volatile.Read(ref token) is { } known && known.Value == refused)
            Interlocked.CompareExchange(ref token, null, known);
        return true;
    }

    public void Dispose() => gate.Dispose();

    string? Living() => Volatile.Read(ref token) is { } known && time.GetUtcNow() < known.RenewAt ? known.Value : null;

    async Task<Token> FetchAsync(CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, options.BaseUrl!.Below("admin/oauth/access_token"))
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["client_id"] = options.ClientId!,
                ["client_secret"] = options.ClientSecret!,
                ["grant_type"] = "client_credentials",
            }),
        };
        request.Options.Set(PatientHandler.Repeatable, true);
        using var response = await http.SendAsync(request, ct);
        if (!response.IsSuccessStatusCode)
            throw await RefusalAsync(response, ct);
        var granted = await response.ReadAsync<Granted>(ShopifyClient.Provider, ShopifyJson.Options, ct);
        if (string.IsNullOrEmpty(granted.AccessToken))
            throw new ProviderException(ShopifyClient.Provider, "token: none in the answer", response.StatusCode);
        return new(granted.AccessToken, time.GetUtcNow() + TimeSpan.FromSeconds(granted.ExpiresIn * UsedOfLife));
    }

    async Task<ProviderException> RefusalAsync(HttpResponseMessage response, CancellationToken ct)
    {
        var error = await response.ErrorAsync(ct);
        var code = error.At("error").Text();
        var words = error.At("error_description").Text() ?? code ?? error.At("errors").Text() ?? "no reason given";
        return new(ShopifyClient.Provider, $"token: {response.StatusCode.Named()}: {words.Short()}", response.StatusCode,
            PatientHandler.IsTransient(response.StatusCode), RetryAfter.Of(response, time), code);
    }

    sealed record Token(string Value, DateTimeOffset RenewAt);

    sealed record Granted(string? AccessToken, double ExpiresIn);
}
