using MyCavoodle.Understanding.Times;

namespace MyCavoodle.Understanding.Slots;

/// <summary>Something a message names, with the words that name it.</summary>
/// <param name="At">Where in the plain text they stand.</param>
/// <param name="Words">As written.</param>
public abstract record Slot(int At, string Words)
{
    public int End => At + Words.Length;
}

/// <param name="Number">Digits alone, or the shop's prefix and digits where it has one.</param>
/// <param name="IsCertain">Said to be an order, or written with a #; otherwise a number that stands alone.</param>
public sealed record OrderSlot(int At, string Words, string Number, bool IsCertain) : Slot(At, Words);

/// <param name="Address">Lower case, as a mail server takes it.</param>
/// <param name="Meant">What was probably meant where the domain looks mistyped: gmail.com for gmial.com; null when it looks right.</param>
public sealed record EmailSlot(int At, string Words, string Address, string? Meant) : Slot(At, Words);

/// <param name="Number">E.164 (+61412345678); 13 and 1300 numbers, which have no such form, as digits.</param>
public sealed record PhoneSlot(int At, string Words, string Number) : Slot(At, Words);

public sealed record QuantitySlot(int At, string Words, int Count) : Slot(At, Words);

/// <param name="Currency">ISO 4217; AUD where none is said.</param>
public sealed record MoneySlot(int At, string Words, decimal Amount, string Currency) : Slot(At, Words);

/// <param name="Unit">ml, l, g, kg, oz, lb, cm, mm, m, in; "size" for S to XXL.</param>
/// <param name="Value">In that unit; 0 for S to XXL.</param>
/// <param name="Plain">One way to write it, to compare with: 500ml, also for 0.5 l; xl.</param>
public sealed record SizeSlot(int At, string Words, decimal Value, string Unit, string Plain) : Slot(At, Words);

/// <param name="Street">Unit, number and street, or the PO box; "" where only suburb or postcode are named.</param>
/// <param name="State">NSW, VIC ...; "" when none is said.</param>
public sealed record AddressSlot(int At, string Words, string Street, string Suburb, string State, string Postcode) : Slot(At, Words);

public sealed record TrackingSlot(int At, string Words, string Number) : Slot(At, Words);

public sealed record DiscountSlot(int At, string Words, string Code) : Slot(At, Words);

/// <param name="Candidates">Best first; several where the words fit several.</param>
public sealed record ProductSlot(int At, string Words, IReadOnlyList<ProductCandidate> Candidates) : Slot(At, Words);

/// <param name="Variant">The variant as the catalogue writes it; null when none is named.</param>
/// <param name="Score">0-1: how much of the name was said, and how well spelt.</param>
public sealed record ProductCandidate(string Product, string? Variant, double Score);

public sealed record PetSlot(int At, string Words, string Name) : Slot(At, Words);

public sealed record PersonSlot(int At, string Words, string Name) : Slot(At, Words);

/// <param name="Id">As the figures are named: revenue, mer, aov.</param>
public sealed record MetricSlot(int At, string Words, string Id) : Slot(At, Words);

public sealed record AnswerSlot(int At, string Words, bool IsYes) : Slot(At, Words);

public sealed record TimeSlot(int At, string Words, TimeMention Time) : Slot(At, Words);

public sealed record LinkSlot(int At, string Words, string Address) : Slot(At, Words);
