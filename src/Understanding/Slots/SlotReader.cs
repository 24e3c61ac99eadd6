using MyCavoodle.Understanding.Text;
using MyCavoodle.Understanding.Times;

namespace MyCavoodle.Understanding.Slots;

/// <summary>What a shop's own words are.</summary>
/// <param name="Catalogue">Its products, as they are now.</param>
/// <param name="Metrics">What its team calls the figures.</param>
/// <param name="OrderPrefix">"MC" where orders are MC1042; null where they are plain numbers.</param>
public sealed record ShopWords(Catalogue Catalogue, Metrics Metrics, string? OrderPrefix = null)
{
    public static ShopWords None { get; } = new(Catalogue.Empty, Metrics.None);
}

/// <summary>
/// Reads what a message names, in one pass: each finder takes its words, and what is taken is not read as anything else.
/// So an amount, a size, a telephone number or a year is never an order. Without state.
/// </summary>
public sealed class SlotReader
{
    readonly IFinder[] beforeTimes;
    readonly IFinder[] afterTimes;

    public SlotReader(ShopWords shop)
    {
        HashSet<string> known = [.. shop.Catalogue.Vocabulary];
        beforeTimes = [new LinksAndEmails(), new Orders(shop.OrderPrefix), new Phones(), new Tracking(), new Addresses(), new Money(), new Sizes(), new Discounts(), new Products(shop.Catalogue)];
        afterTimes = [new Quantities(), shop.Metrics, new LooseOrders(), new Names(known), new Answers()];
    }

    public SlotReading Read(PlainText message, TimeSetting setting)
    {
        var text = new SlotText(message);
        List<Slot> found = [];
        foreach (var finder in (IFinder[])[.. beforeTimes, new TimeWords(setting), .. afterTimes])
            foreach (var slot in finder.Find(text))
                if (text.IsFree(slot.At, slot.End))
                {
                    found.Add(slot);
                    text.Take(slot);
                }
        return new([.. found.OrderBy(s => s.At).ThenByDescending(s => s.Words.Length)]);
    }
}
