namespace MyCavoodle.Clients.Shopify;

/// <summary>What is asked about each thing, in pages and bulk exports alike. Money in the shop's currency only.</summary>
static class Facts
{
    const string Money = "{shopMoney{amount currencyCode} }";
    const string Address = "{name firstName lastName company address1 address2 city province provinceCode zip country countryCodeV2 phone}";
    const string Addresses = "defaultEmailAddress{emailAddress marketingState marketingUpdatedAt} defaultPhoneNumber{phoneNumber marketingState marketingUpdatedAt}";

    public const string Order = $$"""
        id name number email phone createdAt updatedAt processedAt closedAt cancelledAt cancelReason currencyCode presentmentCurrencyCode
        displayFinancialStatus displayFulfillmentStatus test taxesIncluded tags note sourceName discountCodes customAttributes{key value}
        subtotalPriceSet{{Money}} totalPriceSet{{Money}} totalTaxSet{{Money}} totalDiscountsSet{{Money}} totalShippingPriceSet{{Money}} currentTotalPriceSet{{Money}}
        customer{id firstName lastName {{Addresses}} } shippingAddress{{Address}} billingAddress{{Address}}
        fulfillments{id name status displayStatus createdAt updatedAt deliveredAt trackingInfo{company number url} }
        refunds{id note createdAt processedAt totalRefundedSet{{Money}} }
        """;

    public const string LineItem = $$"""
        id title variantTitle name sku vendor quantity currentQuantity unfulfilledQuantity isGiftCard requiresShipping product{id} variant{id}
        originalUnitPriceSet{{Money}} totalDiscountSet{{Money}} customAttributes{key value}
        """;

    public const string ShippingLine = $$"""id title code originalPriceSet{{Money}}""";

    public const string Customer = $$"""
        id firstName lastName state note verifiedEmail numberOfOrders amountSpent{amount currencyCode} lastOrder{id name} tags createdAt updatedAt
        {{Addresses}} defaultAddress{{Address}}
        """;

    public const string Product = """
        id title descriptionHtml vendor productType handle status tags createdAt updatedAt publishedAt
        ingredients:metafield(namespace:"custom",key:"ingredients"){id namespace key value type}
        reorderPoint:metafield(namespace:"custom",key:"reorder_point"){id namespace key value type}
        """;

    public const string Variant = """
        id title sku barcode price compareAtPrice position inventoryQuantity inventoryPolicy updatedAt selectedOptions{value}
        inventoryItem{id sku tracked updatedAt unitCost{amount currencyCode} }
        """;

    public const string Level = """id updatedAt location{id} quantities(names:["available","on_hand","committed","incoming"]){name quantity}""";

    public const string Webhook = "id topic uri updatedAt apiVersion{handle}";
}
