using MyCavoodle.Understanding;
using MyCavoodle.Understanding.Intents;

namespace MyCavoodle.Assistant.Offline;

/// <summary>
/// The second opinion where no example is near enough: what the trained reader of intents makes of the words, by this
/// model's finer names. It has seen far more people than <c>intents.yaml</c>, but knows no more than 21 wants.
/// </summary>
sealed class Learned(MessageReader reader)
{
    /// <summary>A wrong call of a person costs more than a question back.</summary>
    const double SureOfPerson = 0.85, SureOfDeed = 0.75, SureOfQuestion = 0.8;

    /// <summary>What the words want besides courtesies, as far as that is sure.</summary>
    public IEnumerable<Clue> Of(string words)
    {
        var read = reader.Wants(words);
        if (read.IsOutOfScope && read.IsSure) return [new(Intent.OutOfScope, read.OutOfScope, words) { IsLearned = true }];
        return read.Wants.Where(w => !Intents.IsCourtesy(w.Intent) && w.Intent != Intents.OutOfScope)
            .Select(w => new Clue(Finer(w.Intent), w.Probability, w.Clause) { IsLearned = true }).Where(c => c.Score >= Enough(c.Intent, reader.Sure));
    }

    /// <summary>What one question among others asks of the shop; null when that is not quite sure.</summary>
    public Clue? Question(string clause) => Of(clause).FirstOrDefault(c => c.Intent != Intent.OutOfScope && c.Score >= SureOfQuestion) is { } clue ? clue with { Words = clause } : null;

    static double Enough(Intent intent, double sure) => Math.Max(sure, intent.NeedsPerson() ? SureOfPerson : intent.IsDeed() ? SureOfDeed : 0);

    static Intent Finer(string intent) => intent switch
    {
        Intents.OrderStatus => Intent.OrderStatus,
        Intents.RefundStatus => Intent.RefundStatus,
        Intents.CancelOrder => Intent.CancelOrder,
        Intents.ChangeOrder => Intent.ChangeOrder,
        Intents.ChangeAddress => Intent.ChangeAddress,
        Intents.ReturnRequest => Intent.ReturnRequest,
        Intents.DamagedOrWrongItem => Intent.DamagedOrWrongItem,
        Intents.Complaint => Intent.Complaint,
        Intents.PaymentIssue => Intent.Billing,
        Intents.AccountIssue => Intent.AccountIssue,
        Intents.SpeakToHuman => Intent.Person,
        Intents.ProductQuestion => Intent.ProductAbout,
        Intents.StockQuestion => Intent.ProductStock,
        Intents.PlaceOrder => Intent.ProductBuy,
        Intents.ShippingInfo => Intent.Shipping,
        // Discounts are among what the shop has written down about itself.
        Intents.StoreInfo or Intents.DiscountOrPromo => Intent.ShopInfo,
        _ => throw new ArgumentException($"No intent {intent}.", nameof(intent)),
    };
}
