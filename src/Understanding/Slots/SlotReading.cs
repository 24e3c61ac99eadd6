namespace MyCavoodle.Understanding.Slots;

/// <summary>What a message names, in the order it stands there.</summary>
public sealed record SlotReading(IReadOnlyList<Slot> All)
{
    /// <summary>Those said to be orders; where there is none, numbers that stand alone.</summary>
    public IReadOnlyList<OrderSlot> Orders => Of<OrderSlot>().Any(o => o.IsCertain) ? [.. Of<OrderSlot>().Where(o => o.IsCertain)] : [.. Of<OrderSlot>()];

    public IEnumerable<EmailSlot> Emails => Of<EmailSlot>();
    public IEnumerable<PhoneSlot> Phones => Of<PhoneSlot>();
    public IEnumerable<QuantitySlot> Quantities => Of<QuantitySlot>();
    public IEnumerable<MoneySlot> Amounts => Of<MoneySlot>();
    public IEnumerable<SizeSlot> Sizes => Of<SizeSlot>();
    public IEnumerable<AddressSlot> Addresses => Of<AddressSlot>();
    public IEnumerable<TrackingSlot> TrackingNumbers => Of<TrackingSlot>();
    public IEnumerable<DiscountSlot> Discounts => Of<DiscountSlot>();
    public IEnumerable<ProductSlot> Products => Of<ProductSlot>();
    public IEnumerable<MetricSlot> Metrics => Of<MetricSlot>();
    public IEnumerable<TimeSlot> Times => Of<TimeSlot>();
    public PetSlot? Pet => Of<PetSlot>().FirstOrDefault();
    public PersonSlot? Person => Of<PersonSlot>().LastOrDefault();

    /// <summary>Null when neither yes nor no was said.</summary>
    public bool? IsYes => Of<AnswerSlot>().FirstOrDefault()?.IsYes;

    /// <summary>As the desk shows it: "order number 1042", "size 500ml".</summary>
    public IEnumerable<string> Spoken => All.Select(s => s switch
    {
        OrderSlot order => $"order number {order.Number}",
        EmailSlot email => $"email {email.Address}",
        PhoneSlot phone => $"phone {phone.Number}",
        QuantitySlot quantity => $"quantity {quantity.Count}",
        MoneySlot money => $"amount {money.Words}",
        SizeSlot size => $"size {size.Plain}",
        AddressSlot address => $"address {address.Words}",
        TrackingSlot tracking => $"tracking number {tracking.Number}",
        DiscountSlot discount => $"code {discount.Code}",
        // "My shampoo" may be any of them.
        ProductSlot { Candidates: [var best, var next, ..] } product when next.Score >= best.Score && next.Product != best.Product => $"product \"{product.Words}\"",
        ProductSlot { Candidates: [var best, ..] } => $"product {best.Product}{(best.Variant is null ? "" : $", {best.Variant}")}",
        PetSlot pet => $"pet {pet.Name}",
        PersonSlot person => $"name {person.Name}",
        TimeSlot time => $"time {time.Words}",
        _ => "",
    }).Where(s => s.Length > 0).Distinct();

    IEnumerable<T> Of<T>() where T : Slot => All.OfType<T>();
}
