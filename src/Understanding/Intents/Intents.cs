namespace MyCavoodle.Understanding.Intents;

/// <summary>What a customer may want of a web shop: 21 intents in five categories, the label set of the public e-commerce data.</summary>
public static class Intents
{
    public const string
        ProductQuestion = "product_question", StockQuestion = "stock_question", DiscountOrPromo = "discount_or_promo", PlaceOrder = "place_order",
        OrderStatus = "order_status", ShippingInfo = "shipping_info", CancelOrder = "cancel_order", ChangeOrder = "change_order", ChangeAddress = "change_address",
        ReturnRequest = "return_request", RefundStatus = "refund_status", DamagedOrWrongItem = "damaged_or_wrong_item",
        Complaint = "complaint",
        PaymentIssue = "payment_issue", AccountIssue = "account_issue", SpeakToHuman = "speak_to_human", StoreInfo = "store_info",
        Greeting = "greeting", Thanks = "thanks", Goodbye = "goodbye", OutOfScope = "out_of_scope";

    public const string ProductInfo = "Product Info", Shipping = "Shipping", Returns = "Returns", Complaints = "Complaints", General = "General";

    public static IReadOnlyList<string> All { get; } =
    [
        ProductQuestion, StockQuestion, DiscountOrPromo, PlaceOrder, OrderStatus, ShippingInfo, CancelOrder, ChangeOrder, ChangeAddress, ReturnRequest, RefundStatus,
        DamagedOrWrongItem, Complaint, PaymentIssue, AccountIssue, SpeakToHuman, StoreInfo, Greeting, Thanks, Goodbye, OutOfScope,
    ];

    /// <summary>The category an inquiry of this intent is filed under.</summary>
    /// <exception cref="ArgumentException">There is no such intent.</exception>
    public static string Category(string intent) => intent switch
    {
        ProductQuestion or StockQuestion or DiscountOrPromo or PlaceOrder => ProductInfo,
        OrderStatus or ShippingInfo or CancelOrder or ChangeOrder or ChangeAddress => Shipping,
        ReturnRequest or RefundStatus or DamagedOrWrongItem => Returns,
        Complaint => Complaints,
        PaymentIssue or AccountIssue or SpeakToHuman or StoreInfo or Greeting or Thanks or Goodbye or OutOfScope => General,
        _ => throw new ArgumentException($"No intent {intent}.", nameof(intent)),
    };

    /// <summary>Whether it is only a courtesy around what is wanted, or nothing for this shop.</summary>
    public static bool IsCourtesy(string intent) => intent is Greeting or Thanks or Goodbye or OutOfScope;
}
