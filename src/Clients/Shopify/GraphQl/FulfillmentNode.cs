namespace MyCavoodle.Clients.Shopify;

/// <summary>A parcel as GraphQL gives it. https://shopify.dev/docs/api/admin-graphql/2026-10/objects/Fulfillment</summary>
sealed class FulfillmentNode
{
    public string? Id { get; set; }
    public string? Name { get; set; }
    public string? Status { get; set; }
    public string? DisplayStatus { get; set; }
    public DateTimeOffset? CreatedAt { get; set; }
    public DateTimeOffset? UpdatedAt { get; set; }
    public DateTimeOffset? DeliveredAt { get; set; }
    public List<TrackingNode>? TrackingInfo { get; set; }

    public ShopifyFulfillment ToFulfillment(long orderId)
    {
        var tracked = TrackingInfo is { Count: > 0 } list ? list[0] : null;
        return new()
        {
            Id = Gid.Number(Id), OrderId = orderId, Name = Name, Status = Words.Lower(Status), ShipmentStatus = ShipmentOf(DisplayStatus),
            TrackingCompany = tracked?.Company, TrackingNumber = tracked?.Number, TrackingUrl = tracked?.Url,
            TrackingNumbers = [.. TrackingInfo?.Select(t => t.Number).OfType<string>() ?? []], TrackingUrls = [.. TrackingInfo?.Select(t => t.Url).OfType<string>() ?? []],
            CreatedAt = CreatedAt, UpdatedAt = UpdatedAt, DeliveredAt = DeliveredAt,
        };
    }

    // The display status mixes what the shop did with what the carrier says; REST's shipment_status is the carrier's part.
    static string? ShipmentOf(string? display) => display switch
    {
        "FULFILLED" or "MARKED_AS_FULFILLED" or "SUBMITTED" or "CANCELED" or "LABEL_VOIDED" => null,
        "CARRIER_PICKED_UP" or "DELAYED" => "in_transit",
        "PICKED_UP" => "delivered",
        "NOT_DELIVERED" => "failure",
        _ => Words.Lower(display),
    };
}

sealed class TrackingNode
{
    public string? Company { get; set; }
    public string? Number { get; set; }
    public string? Url { get; set; }
}
