namespace MyCavoodle.Assistant.Offline;

/// <summary>What a message can want. In <c>prompts/offline/intents.yaml</c> each has its snake_case name.</summary>
enum Intent
{
    Greeting, Thanks, Praise, Goodbye, Help, Robot, Yes, No,
    OrderStatus, RefundStatus,
    CancelOrder, ChangeAddress, ChangeOrder, ReturnRequest, DamagedOrWrongItem, Billing, AccountIssue, DiscountProblem,
    ProductPrice, ProductStock, ProductSizes, ProductIngredients, ProductAbout, ProductBuy,
    Shipping, Returns, ProductUse, ShopInfo,
    Harm, Legal, Press, Complaint, Person,
    Figures, LowStock, OpenInquiries,
    OutOfScope,
}

static class IntentGroups
{
    public static bool IsSmallTalk(this Intent intent) => intent is Intent.Greeting or Intent.Thanks or Intent.Praise or Intent.Goodbye or Intent.Yes or Intent.No;
    public static bool NeedsPerson(this Intent intent) => intent is Intent.Harm or Intent.Legal or Intent.Press or Intent.Complaint or Intent.Person;
    /// <summary>Something to be done that only a person can do: collected, said back and then handed over.</summary>
    public static bool IsDeed(this Intent intent) => intent is >= Intent.CancelOrder and <= Intent.DiscountProblem;
    public static bool IsProduct(this Intent intent) =>
        intent is Intent.ProductPrice or Intent.ProductStock or Intent.ProductSizes or Intent.ProductIngredients or Intent.ProductAbout
            or Intent.ProductBuy;
    public static bool IsKnowledge(this Intent intent) => intent is Intent.Shipping or Intent.Returns or Intent.ProductUse or Intent.ShopInfo;
    public static bool IsBusiness(this Intent intent) => intent is Intent.Figures or Intent.LowStock or Intent.OpenInquiries;
}
