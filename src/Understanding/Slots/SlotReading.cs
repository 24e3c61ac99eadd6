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

    IEnumerable<T> Of<T>() where T : Slot => All.OfType<T>();
}
