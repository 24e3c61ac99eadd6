using System.Net;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using MyCavoodle.Clients.Http;

namespace MyCavoodle.Clients.Shopify;

/// <summary>
/// How GraphQL is spoken: everything is a POST that answers 200, refusals included. A throttled query is sent again once there is
/// room; what a mutation's <c>userErrors</c> say is a lasting refusal. https://shopify.dev/docs/api/admin-graphql
/// </summary>
sealed class GraphQlCalls(ShopifyConnection connection)
{
    const string Throttled = "THROTTLED";
    const int Tries = 6;
    static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);
    static readonly string[] Passing = [Throttled, "INTERNAL_SERVER_ERROR", "SERVICE_UNAVAILABLE", "TIMEOUT"];

    readonly CostBucket bucket = new(connection.Time);

    public TimeProvider Time => connection.Time;

    /// <summary>The <c>data</c> of the answer. Null variables are sent as null: some mutations want exactly that.</summary>
    /// <exception cref="ProviderException">Any refusal, with the code of its first error.</exception>
    public async Task<JsonElement> SendAsync(GraphQlQuery query, object? variables, CancellationToken ct)
    {
        connection.EnsureConfigured();
        for (var attempt = 1; ; attempt++)
        {
            var (data, refusal, wait) = await TryAsync(query, variables, ct);
            if (refusal is null)
                return data;
            if (refusal.Code != Throttled || attempt == Tries)
                throw refusal;
            await Task.Delay(wait < LongestWait ? wait : LongestWait, Time, ct);
        }
    }

    /// <summary>Every node of a connection, page after page.</summary>
    /// <param name="query">Takes <c>$after</c>, and selects <c>nodes</c> and <c>pageInfo{hasNextPage endCursor}</c>.</param>
    /// <param name="variables">The other variables.</param>
    /// <param name="path">Where the connection lies below <c>data</c>; absent there, nothing comes.</param>
    /// <param name="type">How to read it.</param>
    /// <param name="after">Where to begin; null: at the beginning.</param>
    /// <param name="ct">Ends the reading between pages and within.</param>
    public async IAsyncEnumerable<T> PagesAsync<T>(GraphQlQuery query, Dictionary<string, object?> variables, string[] path,
        JsonTypeInfo<Connection<T>> type, string? after, [EnumeratorCancellation] CancellationToken ct)
    {
        do
        {
            JsonElement? data = await SendAsync(query, new Dictionary<string, object?>(variables) { ["after"] = after }, ct);
            var page = Read(data.At(path), type, query);
            foreach (var node in page?.Nodes ?? [])
                yield return node;
            after = page?.Next;
        }
        while (after is not null);
    }

    /// <summary>A part of an answer; null where it is absent.</summary>
    public static T? Read<T>(JsonElement? element, JsonTypeInfo<T> type, GraphQlQuery query) where T : class
    {
        try
        {
            return element?.Deserialize(type);
        }
        catch (JsonException e)
        {
            throw new ProviderException(ShopifyClient.Provider, $"{query.Name}: unreadable {typeof(T).Name} at {e.Path}", HttpStatusCode.OK, code: "unreadable", inner: e);
        }
    }

    async Task<(JsonElement Data, ProviderException? Refusal, TimeSpan Wait)> TryAsync(GraphQlQuery query, object? variables, CancellationToken ct)
    {
        await bucket.EnterAsync(query, ct);
        using var response = await connection.SendAsync(HttpMethod.Post, "graphql.json", new { query = query.Text, variables },
            JsonSerializerOptions.Web, query.MayRepeat, ct);
        if (!response.IsSuccessStatusCode)
            throw await connection.RefusalAsync(response, query.Name, ct);
        JsonElement? reply = await response.ReadAsync<JsonElement>(ShopifyClient.Provider, JsonSerializerOptions.Web, ct);
        var cost = Read(reply.At("extensions", "cost"), NodeJson.Default.GraphQlCost, query);
        bucket.Note(query, cost);
        var data = reply.At("data");
        var refusal = Refusal(query, reply, response) ?? UserError(query, data);
        if (refusal is null && data is null)
            refusal = new(ShopifyClient.Provider, $"{query.Name}: no data in the answer ({ShopifyConnection.Named(response)})", response.StatusCode, isTransient: true);
        return (data ?? default, refusal, cost?.WaitForRoom ?? TimeSpan.FromSeconds(1));
    }

    // errors is a list of objects; a few refusals make it a string or an object of strings, as REST does.
    static ProviderException? Refusal(GraphQlQuery query, JsonElement? reply, HttpResponseMessage response)
    {
        if (reply.At("errors") is not { } errors || (errors.ValueKind == JsonValueKind.Array && errors.GetArrayLength() == 0))
            return null;
        JsonElement? first = errors.ValueKind == JsonValueKind.Array ? errors[0] : null;
        var code = first.At("extensions", "code").Text();
        var words = first.At("message").Text() ?? errors.ToString();
        var cost = Read(reply.At("extensions", "cost"), NodeJson.Default.GraphQlCost, query);
        return new(ShopifyClient.Provider, $"{query.Name}: {code ?? "refused"}: {words.Short()} ({ShopifyConnection.Named(response)})",
            response.StatusCode, Passing.Contains(code), code == Throttled ? cost?.WaitForRoom : null, code);
    }

    static ProviderException? UserError(GraphQlQuery query, JsonElement? data)
    {
        if (data is not { ValueKind: JsonValueKind.Object } fields)
            return null;
        foreach (JsonElement? payload in fields.EnumerateObject().Select(f => f.Value))
            if (payload.At("userErrors") is { ValueKind: JsonValueKind.Array } errors && errors.GetArrayLength() > 0)
            {
                JsonElement? first = errors[0];
                var field = first.At("field") is { ValueKind: JsonValueKind.Array } path ? string.Join('.', path.EnumerateArray()) : first.At("field").Text();
                var words = first.At("message").Text() ?? "no reason given";
                return new(ShopifyClient.Provider, $"{query.Name}: {(field is null ? "" : field + ": ")}{words.Short()}", HttpStatusCode.OK,
                    code: first.At("code").Text() ?? "user_error");
            }
        return null;
    }
}
