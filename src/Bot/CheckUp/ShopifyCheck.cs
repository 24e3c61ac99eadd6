using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;
using MyCavoodle.Clients;
using MyCavoodle.Clients.Shopify;
using MyCavoodle.Feeds;
using MyCavoodle.Hub;

namespace MyCavoodle.Bot.CheckUp;

/// <summary>The shop: the credential, the API version, every webhook, and what has to be set by hand in the app.</summary>
sealed class ShopifyCheck(ShopifyGraphQl shop, ShopWebhooks webhooks, PublicAddress address, IOptions<ShopifyOptions> options) : ICheck
{
    public string Area => "Shopify";
    public bool IsForSandbox => false;

    public async IAsyncEnumerable<Finding> LookAsync([EnumeratorCancellation] CancellationToken ct)
    {
        if (!options.Value.IsConfigured)
        {
            yield return new(Area, Health.Note, "not configured");
            yield break;
        }
        yield return await ShopAsync(ct);
        yield return shop.Version.IsServedAsAsked
            ? new(Area, Health.Well, $"API version {shop.Version.Asked}")
            : new(Area, Health.Ill, $"API version: {shop.Version}. Shopify no longer supports what is asked for and serves another: set Shopify:ApiVersion to a living one");
        await foreach (var finding in WebhooksAsync(ct)) yield return finding;
        yield return new(Area, Health.Note, $"privacy topics ({string.Join(", ", ShopWebhooks.PrivacyTopics)}) cannot be asked for by API: in the app's configuration "
            + $"(Dev Dashboard, Versions, Compliance webhooks) set {address.WebhookOf("shopify")?.AbsoluteUri ?? "https://YOUR-ADDRESS/webhooks/shopify"}");
    }

    async Task<Finding> ShopAsync(CancellationToken ct)
    {
        try
        {
            var found = await shop.ShopAsync(ct);
            var credential = string.IsNullOrEmpty(options.Value.AccessToken) ? "a token of the app, renewed every day" : "a permanent token";
            return found.IanaTimezone is null or "Australia/Sydney" && found.Currency is null or "AUD"
                ? new(Area, Health.Well, $"{found.Name} answers, with {credential}")
                : new(Area, Health.Ill, $"{found.Name} answers, but works in {found.Currency} and {found.IanaTimezone}: figures are AUD and Sydney days");
        }
        catch (ProviderException e)
        {
            return new(Area, Health.Ill, $"does not answer as it should: {e.Message}");
        }
    }

    async IAsyncEnumerable<Finding> WebhooksAsync([EnumeratorCancellation] CancellationToken ct)
    {
        IReadOnlyList<WebhookState> states;
        string? refusal = null;
        try
        {
            states = await webhooks.CheckAsync(ct);
        }
        catch (ProviderException e)
        {
            (states, refusal) = ([], e.Message);
        }
        if (refusal is not null) yield return new(Area, Health.Ill, $"webhooks cannot be listed: {refusal}");
        var cure = $"the bot puts it right when it starts{(address.Root is null ? ", once Bot:PublicUrl is set" : "")}";
        // One sentence for what all have in common: nothing was ever asked for, or everything goes to a former address.
        var faults = states.Select(s => s.Fault).Distinct().ToList();
        if (faults is [{ } common])
            yield return new(Area, Health.Ill, $"all {states.Count} webhooks: {common}; {cure}");
        else if (faults is [null])
            yield return new(Area, Health.Well, $"all {states.Count} webhooks are subscribed");
        else
            foreach (var state in states)
                yield return state.Fault is null ? new(Area, Health.Well, $"webhook {state.Topic}") : new(Area, Health.Ill, $"webhook {state.Topic}: {state.Fault}; {cure}");
    }
}
