using System.Globalization;
using System.Text.Json.Nodes;
using MyCavoodle.Sandbox.Shop;
using MyCavoodle.Sandbox.Shopify.Graph;
using MyCavoodle.Sandbox.Wire;

namespace MyCavoodle.Sandbox.Shopify;

/// <summary>
/// Stands where https://{shop}.myshopify.com/admin stands. REST: https://shopify.dev/docs/api/admin-rest,
/// GraphQL: https://shopify.dev/docs/api/admin-graphql.
/// </summary>
sealed class ShopifyEmulator(SandboxWorld world)
{
    public void Map(IEndpointRouteBuilder app)
    {
        app.Map("/admin/oauth/access_token", context => AnswerAsync(context, "", Grant));
        app.Map("/admin/api/{version}/{**path}", context => AnswerAsync(context, (string)context.Request.RouteValues["path"]!, call => Guarded(call, Served(context))));
        app.MapGet("/shopify-bulk/{key}", BulkFileAsync);
        app.Map("/admin/{**path}", context => AnswerAsync(context, (string)context.Request.RouteValues["path"]!, call => Guarded(call, ApiVersions.Served(null))));
    }

    static string Served(HttpContext context) => ApiVersions.Served((string?)context.Request.RouteValues["version"]);

    async Task AnswerAsync(HttpContext context, string path, Func<Call, Answer> work)
    {
        var call = await Call.ReadAsync(context, path.EndsWith(".json", StringComparison.Ordinal) ? path[..^5] : path);
        Answer answer;
        lock (world.Gate) answer = work(call);
        await answer.With("X-Request-Id", Guid.NewGuid().ToString()).WriteAsync(context);
    }

    Answer Guarded(Call call, string version)
    {
        var platform = world.Shopify;
        if (!IsKnown(call.Http.Headers["X-Shopify-Access-Token"].ToString()))
            return Errors(401, "[API] Invalid API key or access token (unrecognized login or wrong password)").With("X-Shopify-API-Version", version);
        // GraphQL has a measure of its own.
        if (call.Path is ["graphql"])
            return (call.IsMalformed ? Errors(400, "Malformed JSON") : call.Method == "POST" ? new GraphRequests(world).Answer(call) : Errors(404, "Not Found")).With("X-Shopify-API-Version", version);
        if (!platform.Bucket.TryAdd())
            return Errors(429, "Exceeded 2 calls per second for api client. Reduce request rates to resume uninterrupted service.")
                .With("Retry-After", Math.Max(0.1, platform.Bucket.SecondsToNext).ToString("0.0", CultureInfo.InvariantCulture))
                .With("X-Shopify-API-Version", version).With("X-Shopify-Shop-Api-Call-Limit", platform.Bucket.ToString());
        var answer = call.IsMalformed ? Errors(400, "Malformed JSON") : Route(call, version) ?? Errors(404, "Not Found");
        return answer.With("X-Shopify-API-Version", version).With("X-Shopify-Shop-Api-Call-Limit", platform.Bucket.ToString());
    }

    bool IsKnown(string token) => token == Credentials.ShopifyAccessToken
        || world.Shopify.Grants.TryGetValue(token, out var dies) && dies > world.Now;

    Answer? Route(Call call, string version)
    {
        var orders = new OrderRequests(world.Shop, world.Now, world.Shopify.MayRead);
        var goods = new StockRequests(world.Shop);
        var writes = new OrderWrites(world.Shop, orders);
        return (call.Method, call.Path) switch
        {
            ("GET", ["shop"]) => Answer.Ok(new JsonObject { ["shop"] = ShopDocument.Of(world.Shop) }),
            ("GET", ["locations"]) => Answer.Ok(new JsonObject { ["locations"] = new JsonArray(ShopDocument.Location(world.Shop)) }),
            ("GET", ["orders"]) => orders.List(call),
            ("GET", ["orders", "count"]) => orders.Count(call),
            ("POST", ["orders"]) => writes.Create(call),
            ("PUT", ["orders", var id]) => writes.Update(id, call),
            ("POST", ["orders", var id, "cancel"]) => writes.Cancel(id, call),
            ("POST", ["orders", var id, "close"]) => writes.Move(id, open: false),
            ("POST", ["orders", var id, "open"]) => writes.Move(id, open: true),
            ("POST", ["orders", var id, "refunds"]) => writes.Refund(id, call),
            ("POST", ["fulfillments"]) => writes.Fulfil(call),
            ("GET", ["orders", var id, .. var rest]) => orders.One(id, rest),
            ("GET", ["customers"]) => orders.Customers(call),
            ("GET", ["customers", "count"]) => orders.CountCustomers(),
            ("GET", ["customers", "search"]) => orders.SearchCustomers(call),
            ("GET", ["customers", var id, .. var rest]) => orders.Customer(id, rest, call),
            ("GET", ["products"]) => goods.Products(call),
            ("GET", ["products", "count"]) => Answer.Ok(new JsonObject { ["count"] = world.Shop.Products.Count }),
            ("GET", ["products", var id, .. var rest]) => goods.Product(id, rest),
            ("GET", ["inventory_items"]) => goods.Items(call),
            ("GET", ["inventory_levels"]) => goods.Levels(call),
            ("POST", ["inventory_levels", "adjust"]) => goods.Write(call, isSet: false),
            ("POST", ["inventory_levels", "set"]) => goods.Write(call, isSet: true),
            ("GET", ["webhooks"]) => world.Shopify.Subscriptions.List(call),
            ("POST", ["webhooks"]) => world.Shopify.Subscriptions.Create(call, version),
            ("GET", ["webhooks", "count"]) => world.Shopify.Subscriptions.Count(),
            ("GET", ["webhooks", var id]) => world.Shopify.Subscriptions.One(Number(id)),
            ("PUT", ["webhooks", var id]) => world.Shopify.Subscriptions.Update(Number(id), call),
            ("DELETE", ["webhooks", var id]) => world.Shopify.Subscriptions.Remove(Number(id)) ? Answer.Ok(new JsonObject()) : null,
            _ => null,
        };
    }

    /// <summary>https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens/client-credentials-grant</summary>
    Answer Grant(Call call)
    {
        if (call["client_id"] != Credentials.ShopifyClientId || call["client_secret"] != Credentials.ShopifyWebhookSecret)
            return new Answer(400, new JsonObject { ["error"] = "invalid_client", ["error_description"] = "The client_id or client_secret is wrong." });
        if (call["grant_type"] != "client_credentials")
            return new Answer(400, new JsonObject { ["error"] = "unsupported_grant_type", ["error_description"] = "Use client_credentials." });
        var token = $"sandbox-grant-{Guid.NewGuid():n}";
        world.Shopify.Grants[token] = world.Now.AddSeconds(86_399);
        return Answer.Ok(new JsonObject { ["access_token"] = token, ["scope"] = "read_orders,read_all_orders,read_customers,read_products,read_inventory,read_locations,read_reports", ["expires_in"] = 86_399 });
    }

    /// <summary>The file of a bulk query: open to whoever knows the address, as long as it lives.</summary>
    async Task BulkFileAsync(HttpContext context)
    {
        BulkOperation? operation;
        lock (world.Gate) operation = world.Shopify.Bulk.FindFile((string)context.Request.RouteValues["key"]!);
        if (operation is null) { context.Response.StatusCode = 404; return; }
        context.Response.ContentType = "application/jsonl";
        await operation.WriteAsync(context.Response.Body, context.RequestAborted);
    }

    static long Number(string id) => long.TryParse(id, CultureInfo.InvariantCulture, out var number) ? number : 0;

    static Answer Errors(int status, string text) => new(status, new JsonObject { ["errors"] = text });
}
