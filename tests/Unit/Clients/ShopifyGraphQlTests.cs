using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using MyCavoodle.Clients;
using MyCavoodle.Clients.Shopify;
using Xunit;

namespace MyCavoodle.Tests.Unit.Clients;

public sealed class ShopifyGraphQlTests
{
    readonly JumpingTime time = new();

    [Fact]
    public async Task An_order_is_read_into_the_words_of_REST()
    {
        await using var shop = await StandIn.AnsweringAsync((200, Data($$"""{"order":{{Order}}}"""), []));
        await using var services = Services(shop);

        var order = (await services.GetRequiredService<ShopifyGraphQl>().OrderAsync(1042, default))!;

        Assert.Equal((1042, "#1042", 1042L, "partially_refunded", "fulfilled", "customer", false), (order.Id, order.Name, order.OrderNumber!.Value, order.FinancialStatus, order.FulfillmentStatus, order.CancelReason, order.Test));
        Assert.Equal((119.90m, 119.90m, 10.9m, 9.95m, "AUD"), (order.TotalPrice, order.TotalPriceSet?.ShopMoney?.Amount, order.TotalTax, order.TotalShippingPriceSet?.ShopMoney?.Amount, order.Currency));
        Assert.Equal(("vip, puppy", "Please gift wrap", "PUPPY10"), (order.Tags, order.NoteAttributes["wish"], order.DiscountCodes.Single().Code));
        Assert.Equal(new DateTimeOffset(2026, 11, 21, 0, 0, 0, TimeSpan.Zero), order.ClosedAt);
        Assert.Equal((5, "ann@example.com", "subscribed", null, null), (order.Customer!.Id, order.Customer.Email, order.Customer.EmailMarketingConsent?.State, order.Customer.SmsMarketingConsent, order.Customer.UpdatedAt));
        var line = order.LineItems.Single();
        Assert.Equal((11, 3L, 31L, 2, 1, 0, 54.975m, 5m, "fulfilled", "Biscuit"),
            (line.Id, line.ProductId!.Value, line.VariantId!.Value, line.Quantity, line.CurrentQuantity!.Value, line.FulfillableQuantity!.Value, line.Price!.Value, line.TotalDiscount!.Value, line.FulfillmentStatus, line.Properties["Engraving"]));
        var parcel = order.Fulfillments.Single();
        Assert.Equal(("success", "delivered", "Australia Post", "AP1", 1042), (parcel.Status, parcel.ShipmentStatus, parcel.TrackingCompany, parcel.TrackingNumber, parcel.OrderId));
        Assert.Equal(("Express", 9.95m), (order.ShippingLines.Single().Title, order.ShippingLines.Single().Price));
        Assert.Equal((71, 1042, 54.98m), (order.Refunds.Single().Id, order.Refunds.Single().OrderId, order.Refunds.Single().GivenBack));
        Assert.Equal("AU", order.ShippingAddress?.CountryCode);
        Assert.Equal("gid://shopify/Order/1042", Variables(shop.Arrived[0]).GetProperty("id").GetString());
    }

    [Theory]
    [InlineData("UNFULFILLED", null, null)]
    [InlineData("PARTIALLY_FULFILLED", null, "partial")]
    [InlineData("RESTOCKED", null, "restocked")]
    [InlineData("ON_HOLD", null, null)]
    [InlineData("IN_PROGRESS", "SUCCESS", "partial")]
    public async Task What_was_not_sent_has_no_status(string display, string? parcel, string? status)
    {
        var fulfillments = parcel is null ? "[]" : $$"""[{"id":"gid://shopify/Fulfillment/1","status":"{{parcel}}","displayStatus":"FULFILLED"}]""";
        await using var shop = await StandIn.AnsweringAsync((200, Data($$"""{"order":{"id":"gid://shopify/Order/1","displayFulfillmentStatus":"{{display}}","fulfillments":{{fulfillments}} } }"""), []));
        await using var services = Services(shop);
        var order = await services.GetRequiredService<ShopifyGraphQl>().OrderAsync(1, default);
        Assert.Equal(status, order!.FulfillmentStatus);
        Assert.All(order.Fulfillments, f => Assert.Null(f.ShipmentStatus));
    }

    [Fact]
    public async Task An_order_the_shop_does_not_know_is_no_error()
    {
        await using var shop = await StandIn.AnsweringAsync((200, Data("""{"order":null}"""), []));
        await using var services = Services(shop);
        Assert.Null(await services.GetRequiredService<ShopifyGraphQl>().OrderAsync(5, default));
    }

    [Fact]
    public async Task Orders_come_page_by_page_oldest_change_first()
    {
        await using var shop = await StandIn.AnsweringAsync(
            (200, Data("""{"orders":{"nodes":[{"id":"gid://shopify/Order/1"},{"id":"gid://shopify/Order/2"}],"pageInfo":{"hasNextPage":true,"endCursor":"c2"}}}"""), []),
            (200, Data("""{"orders":{"nodes":[{"id":"gid://shopify/Order/3"}],"pageInfo":{"hasNextPage":false,"endCursor":"c3"}}}"""), []));
        await using var services = Services(shop);

        var orders = await services.GetRequiredService<ShopifyGraphQl>().OrdersUpdatedSinceAsync(new(2026, 11, 20, 8, 0, 0, TimeSpan.FromHours(11)), default).ToListAsync();

        Assert.Equal([1, 2, 3], orders.Select(o => o.Id));
        Assert.All(shop.Arrived, r => Assert.Equal(("POST", "/admin/api/2026-10/graphql.json"), (r.Method, r.Address)));
        Assert.Equal([null, "c2"], shop.Arrived.Select(r => Variables(r).GetProperty("after").GetString()));
        Assert.Equal("updated_at:>='2026-11-19T21:00:00Z'", Variables(shop.Arrived[1]).GetProperty("query").GetString());
        Assert.Contains("sortKey:UPDATED_AT", Query(shop.Arrived[0]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Orders_of_a_month_are_asked_for_by_their_age()
    {
        await using var shop = await StandIn.AnsweringAsync((200, Data("""{"orders":{"nodes":[],"pageInfo":{"hasNextPage":false}}}"""), []));
        await using var services = Services(shop);
        Assert.Empty(await services.GetRequiredService<ShopifyGraphQl>().OrdersCreatedAsync(new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero), new(2026, 11, 30, 0, 0, 0, TimeSpan.Zero), default).ToListAsync());
        Assert.Equal("created_at:>='2026-11-01T00:00:00Z' created_at:<='2026-11-30T00:00:00Z'", Variables(shop.Arrived[0]).GetProperty("query").GetString());
        Assert.Contains("sortKey:CREATED_AT", Query(shop.Arrived[0]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_order_of_two_hundred_lines_is_read_to_its_last()
    {
        await using var shop = await StandIn.StartAsync((request, http) =>
        {
            var isInner = Query(request).StartsWith("query lineItems", StringComparison.Ordinal);
            var from = isInner ? int.Parse(Variables(request).GetProperty("after").GetString()!, CultureInfo.InvariantCulture) : 0;
            var until = Math.Min(200, from + (isInner ? 100 : 5));
            var nodes = string.Join(',', Enumerable.Range(from + 1, until - from).Select(n => $$"""{"id":"gid://shopify/LineItem/{{n}}","quantity":1}"""));
            var lines = $$$""" "lineItems":{"nodes":[{{{nodes}}}],"pageInfo":{"hasNextPage":{{{(until < 200 ? "true" : "false")}}},"endCursor":"{{{until}}}"} }""";
            return http.ReplyAsync(Data(isInner ? $$"""{"order":{ {{lines}} } }""" : $$"""{"orders":{"nodes":[{ {{lines}},"id":"gid://shopify/Order/1"}],"pageInfo":{"hasNextPage":false} } }"""));
        });
        await using var services = Services(shop);

        var order = await services.GetRequiredService<ShopifyGraphQl>().OrdersUpdatedSinceAsync(null, default).SingleAsync();

        Assert.Equal(Enumerable.Range(1, 200).Select(n => (long)n), order.LineItems.Select(l => l.Id));
        Assert.Equal(3, shop.Arrived.Count);
        Assert.Equal("gid://shopify/Order/1", Variables(shop.Arrived[1]).GetProperty("id").GetString());
    }

    [Fact]
    public async Task Customers_come_with_tags_totals_and_consent()
    {
        await using var shop = await StandIn.AnsweringAsync((200, Data("""
            {"customers":{"nodes":[{"id":"gid://shopify/Customer/5","firstName":"Ann","state":"ENABLED","numberOfOrders":"12","amountSpent":{"amount":"480.5","currencyCode":"AUD"},
            "lastOrder":{"id":"gid://shopify/Order/9","name":"#9"},"tags":["vip","cavoodle"],"updatedAt":"2026-11-20T00:00:00Z",
            "defaultEmailAddress":{"emailAddress":"ann@example.com","marketingState":"NOT_SUBSCRIBED","marketingUpdatedAt":"2026-01-01T00:00:00Z"},
            "defaultPhoneNumber":{"phoneNumber":"+61400000000","marketingState":"SUBSCRIBED"}}],"pageInfo":{"hasNextPage":false}}}
            """), []));
        await using var services = Services(shop);

        var ann = await services.GetRequiredService<ShopifyGraphQl>().CustomersUpdatedSinceAsync(null, default).SingleAsync();

        Assert.Equal((5, "ann@example.com", "+61400000000", "enabled", 12, 480.5m, "AUD"), (ann.Id, ann.Email, ann.Phone, ann.State, ann.OrdersCount!.Value, ann.TotalSpent!.Value, ann.Currency));
        Assert.Equal(("vip, cavoodle", "not_subscribed", "subscribed", 9L, "#9"), (ann.Tags, ann.EmailMarketingConsent?.State, ann.SmsMarketingConsent?.State, ann.LastOrderId!.Value, ann.LastOrderName));
        Assert.Equal(JsonValueKind.Null, Variables(shop.Arrived[0]).GetProperty("query").ValueKind);
    }

    [Fact]
    public async Task Products_come_with_all_their_variants_costs_and_custom_fields()
    {
        await using var shop = await StandIn.AnsweringAsync(
            (200, Data("""
            {"products":{"nodes":[{"id":"gid://shopify/Product/3","title":"Chews","descriptionHtml":"<p>Soft</p>","status":"ACTIVE","tags":[],
            "ingredients":{"id":"gid://shopify/Metafield/1","namespace":"custom","key":"ingredients","value":"Kangaroo","type":"multi_line_text_field"},"reorderPoint":null,
            "variants":{"nodes":[{"id":"gid://shopify/ProductVariant/31","title":"Small","price":"24.50","compareAtPrice":null,"inventoryPolicy":"DENY","selectedOptions":[{"value":"Small"}],
            "inventoryItem":{"id":"gid://shopify/InventoryItem/331","tracked":true,"unitCost":{"amount":"8.20","currencyCode":"AUD"}}}],"pageInfo":{"hasNextPage":true,"endCursor":"v1"}}}],"pageInfo":{"hasNextPage":false}}}
            """), []),
            (200, Data("""{"product":{"variants":{"nodes":[{"id":"gid://shopify/ProductVariant/32","price":"30"}],"pageInfo":{"hasNextPage":false}}}}"""), []));
        await using var services = Services(shop);

        var product = await services.GetRequiredService<ShopifyGraphQl>().ProductsAsync(null, default).SingleAsync();

        Assert.Equal((3, "<p>Soft</p>", "active"), (product.Id, product.BodyHtml, product.Status));
        Assert.Equal(("custom", "ingredients", "Kangaroo"), (product.Metafields.Single().Namespace, product.Metafields.Single().Key, product.Metafields.Single().Value));
        Assert.Equal([31, 32], product.Variants.Select(v => v.Id));
        Assert.Equal((24.50m, null, 331L, 8.20m, "deny", "Small", 3L), (product.Variants[0].Price!.Value, product.Variants[0].CompareAtPrice, product.Variants[0].InventoryItemId!.Value,
            product.Variants[0].InventoryItem!.Cost!.Value, product.Variants[0].InventoryPolicy, product.Variants[0].Option1, product.Variants[1].ProductId!.Value));
    }

    [Fact]
    public async Task Stock_is_read_for_everything_or_for_some_at_every_location()
    {
        const string Level = """{"id":"gid://shopify/InventoryLevel/1?inventory_item_id=331","location":{"id":"gid://shopify/Location/7"},"quantities":[{"name":"available","quantity":4},{"name":"on_hand","quantity":6},{"name":"committed","quantity":2},{"name":"incoming","quantity":10}]}""";
        const string Other = """{"location":{"id":"gid://shopify/Location/8"},"quantities":[]}""";
        const string Item = $$$"""{"id":"gid://shopify/InventoryItem/331","inventoryLevels":{"nodes":[{{{Level}}}],"pageInfo":{"hasNextPage":true,"endCursor":"l1"} } }""";
        await using var shop = await StandIn.StartAsync((request, http) => http.ReplyAsync(Data(Query(request) switch
        {
            var q when q.StartsWith("query stockOf", StringComparison.Ordinal) => $$"""{"nodes":[{{Item}},null]}""",
            var q when q.StartsWith("query stock", StringComparison.Ordinal) => $$$"""{"inventoryItems":{"nodes":[{{{Item}}}],"pageInfo":{"hasNextPage":false} } }""",
            _ => $$$"""{"inventoryItem":{"inventoryLevels":{"nodes":[{{{Other}}}],"pageInfo":{"hasNextPage":false} } } }""",
        })));
        await using var services = Services(shop);
        var client = services.GetRequiredService<ShopifyGraphQl>();

        var all = await client.InventoryLevelsAsync(default).ToListAsync();
        Assert.Equal(new ShopifyInventoryLevel { InventoryItemId = 331, LocationId = 7, Available = 4, OnHand = 6, Committed = 2, Incoming = 10 }, all[0]);
        Assert.Equal((8, null), (all[1].LocationId, all[1].Available));
        Assert.Equal(all, await client.InventoryLevelsAsync([331, 999], default).ToListAsync());
        Assert.Equal("""["gid://shopify/InventoryItem/331","gid://shopify/InventoryItem/999"]""", Variables(shop.Arrived[2]).GetProperty("ids").GetRawText());
    }

    [Fact]
    public async Task Stock_is_written_under_a_key_so_that_it_may_be_sent_twice()
    {
        await using var shop = await StandIn.AnsweringAsync((503, "", []), (200, Data("""{"inventorySetQuantities":{"inventoryAdjustmentGroup":{"id":"gid://shopify/InventoryAdjustmentGroup/1"},"userErrors":[]}}"""), []));
        await using var services = Services(shop);
        var client = services.GetRequiredService<ShopifyGraphQl>();

        await client.SetInventoryAsync([new(331, 7, 12), new(332, 7, 3, Expected: 5)], "available", "correction", "count-2026-11-22", default);
        await client.AdjustInventoryAsync([new(331, 7, -2)], "available", "damaged", "broken-9", default);

        Assert.Equal(shop.Arrived[0].Body, shop.Arrived[1].Body);
        Assert.Contains("@idempotent(key:$key)", Query(shop.Arrived[1]), StringComparison.Ordinal);
        Assert.Equal("""{"key":"count-2026-11-22","input":{"name":"available","reason":"correction","quantities":[{"inventoryItemId":"gid://shopify/InventoryItem/331","locationId":"gid://shopify/Location/7","quantity":12,"changeFromQuantity":null},{"inventoryItemId":"gid://shopify/InventoryItem/332","locationId":"gid://shopify/Location/7","quantity":3,"changeFromQuantity":5}]}}""",
            Variables(shop.Arrived[1]).GetRawText());
        Assert.Equal("""[{"inventoryItemId":"gid://shopify/InventoryItem/331","locationId":"gid://shopify/Location/7","delta":-2,"changeFromQuantity":null}]""",
            Variables(shop.Arrived[2]).GetProperty("input").GetProperty("changes").GetRawText());
    }

    [Fact]
    public async Task What_the_shop_objects_to_in_a_mutation_is_a_lasting_refusal()
    {
        await using var shop = await StandIn.AnsweringAsync((200, Data("""{"inventorySetQuantities":{"inventoryAdjustmentGroup":null,"userErrors":[{"code":"CHANGE_FROM_QUANTITY_STALE","field":["input","quantities","0","changeFromQuantity"],"message":"The quantity has changed"}]}}"""), []));
        await using var services = Services(shop);

        var refusal = await Assert.ThrowsAsync<ProviderException>(() => services.GetRequiredService<ShopifyGraphQl>().SetInventoryAsync([new(1, 2, 3, 4)], "available", "correction", "k", default));

        Assert.Equal((false, "CHANGE_FROM_QUANTITY_STALE"), (refusal.IsTransient, refusal.Code));
        Assert.Contains("input.quantities.0.changeFromQuantity: The quantity has changed", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Things_are_counted_by_what_they_match()
    {
        await using var shop = await StandIn.AnsweringAsync((200, Data("""{"ordersCount":{"count":3},"customersCount":{"count":4},"productsCount":{"count":5}}"""), []));
        await using var services = Services(shop);
        var client = services.GetRequiredService<ShopifyGraphQl>();
        Assert.Equal((3, 4, 5), (await client.OrdersCountAsync("financial_status:paid", default), await client.CustomersCountAsync(null, default), await client.ProductsCountAsync(null, default)));
        Assert.Equal("financial_status:paid", Variables(shop.Arrived[0]).GetProperty("query").GetString());
    }

    [Fact]
    public async Task The_shop_tells_its_zone_and_its_money()
    {
        await using var shop = await StandIn.AnsweringAsync((200, Data("""{"shop":{"id":"gid://shopify/Shop/1","name":"MyCavoodle","myshopifyDomain":"x.myshopify.com","primaryDomain":{"host":"mycavoodle.example"},"currencyCode":"AUD","ianaTimezone":"Australia/Sydney"}}"""), []));
        await using var services = Services(shop);
        var answer = await services.GetRequiredService<ShopifyGraphQl>().ShopAsync(default);
        Assert.Equal(("AUD", "Australia/Sydney", "mycavoodle.example"), (answer.Currency, answer.IanaTimezone, answer.Domain));
    }

    [Fact]
    public async Task Subscriptions_are_listed_made_moved_and_ended()
    {
        const string Node = """{"id":"gid://shopify/WebhookSubscription/9","topic":"INVENTORY_LEVELS_UPDATE","uri":"https://bot.example/x","apiVersion":{"handle":"2026-10"}}""";
        await using var shop = await StandIn.AnsweringAsync((200, Data($$"""
            {"webhookSubscriptions":{"nodes":[{{Node}}],"pageInfo":{"hasNextPage":false} },"webhookSubscriptionCreate":{"webhookSubscription":{{Node}},"userErrors":[]},
            "webhookSubscriptionUpdate":{"webhookSubscription":{{Node}},"userErrors":[]},"webhookSubscriptionDelete":{"deletedWebhookSubscriptionId":"gid://shopify/WebhookSubscription/9","userErrors":[]} }
            """), []));
        await using var services = Services(shop);
        var client = services.GetRequiredService<ShopifyGraphQl>();

        var listed = Assert.Single(await client.WebhooksAsync(default));
        Assert.Equal((9, "inventory_levels/update", "https://bot.example/x", "2026-10"), (listed.Id, listed.Topic, listed.Address, listed.ApiVersion));
        Assert.Equal(9, (await client.CreateWebhookAsync("orders/partially_fulfilled", new("https://bot.example/x"), default)).Id);
        await client.UpdateWebhookAsync(9, new("https://bot.example/y"), default);
        await client.DeleteWebhookAsync(9, default);

        Assert.Equal("""{"topic":"ORDERS_PARTIALLY_FULFILLED","uri":"https://bot.example/x"}""", Variables(shop.Arrived[1]).GetRawText());
        Assert.Equal("""{"id":"gid://shopify/WebhookSubscription/9","uri":"https://bot.example/y"}""", Variables(shop.Arrived[2]).GetRawText());
    }

    /// <summary>An answer that leaves plenty in the bucket.</summary>
    internal static string Data(string data) =>
        $$"""{"data":{{data}},"extensions":{"cost":{"requestedQueryCost":10,"actualQueryCost":10,"throttleStatus":{"maximumAvailable":2000.0,"currentlyAvailable":1990,"restoreRate":100.0} } } }""";

    internal static JsonElement Variables(Arrived request) => JsonElement.Parse(request.Body).GetProperty("variables");

    internal static string Query(Arrived request) => JsonElement.Parse(request.Body).GetProperty("query").GetString()!;

    internal static (string, string)[] Settings => [("Shopify:BaseUrl", "{url}"), ("Shopify:AccessToken", "shpat_secret"), ("Shopify:WebhookSecret", "shpss")];

    ServiceProvider Services(StandIn shop) => shop.Clients(time, Settings);

    const string Order = """
        {"id":"gid://shopify/Order/1042","name":"#1042","number":1042,"email":"ann@example.com","createdAt":"2026-11-20T00:00:00Z","updatedAt":"2026-11-22T00:00:00Z","closedAt":"2026-11-21T00:00:00Z",
        "cancelReason":"CUSTOMER","currencyCode":"AUD","presentmentCurrencyCode":"NZD","displayFinancialStatus":"PARTIALLY_REFUNDED","displayFulfillmentStatus":"FULFILLED","test":false,"tags":["vip","puppy"],
        "discountCodes":["PUPPY10"],"customAttributes":[{"key":"wish","value":"Please gift wrap"}],
        "totalPriceSet":{"shopMoney":{"amount":"119.90","currencyCode":"AUD"}},"totalTaxSet":{"shopMoney":{"amount":"10.9"}},"totalShippingPriceSet":{"shopMoney":{"amount":"9.95"}},"totalDiscountsSet":null,
        "customer":{"id":"gid://shopify/Customer/5","firstName":"Ann","defaultEmailAddress":{"emailAddress":"ann@example.com","marketingState":"SUBSCRIBED"},"defaultPhoneNumber":null},
        "shippingAddress":{"city":"Newtown","countryCodeV2":"AU"},"billingAddress":null,
        "fulfillments":[{"id":"gid://shopify/Fulfillment/61","status":"SUCCESS","displayStatus":"DELIVERED","trackingInfo":[{"company":"Australia Post","number":"AP1","url":"https://post.example/AP1"}]}],
        "refunds":[{"id":"gid://shopify/Refund/71","createdAt":"2026-11-21T00:00:00Z","totalRefundedSet":{"shopMoney":{"amount":"54.98"}}}],
        "lineItems":{"nodes":[{"id":"gid://shopify/LineItem/11","title":"Chews","quantity":2,"currentQuantity":1,"unfulfilledQuantity":0,"product":{"id":"gid://shopify/Product/3"},"variant":{"id":"gid://shopify/ProductVariant/31"},
        "originalUnitPriceSet":{"shopMoney":{"amount":"54.975"}},"totalDiscountSet":{"shopMoney":{"amount":"5.0"}},"customAttributes":[{"key":"Engraving","value":"Biscuit"}]}],"pageInfo":{"hasNextPage":false}},
        "shippingLines":{"nodes":[{"id":"gid://shopify/ShippingLine/21","title":"Express","originalPriceSet":{"shopMoney":{"amount":"9.95"}}}]}}
        """;
}
