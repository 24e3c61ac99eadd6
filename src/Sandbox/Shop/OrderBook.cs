namespace MyCavoodle.Sandbox.Shop;

/// <summary>
/// Makes up the orders of a day. They depend only on the seed and the day, so a restart tomorrow shows the same history
/// and one more day. Numbers count up from the first day, #1001.
/// </summary>
/// <param name="seed">Chooses the shop.</param>
/// <param name="customers">Who may buy; more of them buy for the first time, in proportion.</param>
/// <param name="variants">What may be bought.</param>
/// <param name="busyness">How many times as many orders a day as the shop of the demo has.</param>
sealed class OrderBook(int seed, IReadOnlyList<Customer> customers, IReadOnlyList<Variant> variants, int busyness = 1)
{
    public static readonly DateOnly FirstDay = new(2024, 11, 1);
    const int FirstNumber = 1001;

    static readonly (string Code, int Percent)[] Codes = [("WELCOME10", 10), ("CURLS15", 15), ("BATHDAY", 5)];

    readonly Dictionary<DateOnly, int> firstNumbers = new() { [FirstDay] = FirstNumber };

    public IReadOnlyList<Order> Day(DateOnly day)
    {
        if (day < FirstDay) return [];
        var first = FirstNumberOf(day);
        var dice = new Dice(seed, day.DayNumber, 2);
        var minutes = Enumerable.Range(0, Count(day)).Select(_ => MinuteOfDay(dice)).Order().ToList();
        return [.. minutes.Select((minute, i) => Draw(first + i, day, Sydney.At(day, minute, (first + i) * 7 % 60)))];
    }

    /// <summary>How many times the demo's orders make about so many by a day.</summary>
    public static int BusynessFor(int seed, int orders, DateOnly until)
    {
        var natural = 0;
        for (var day = FirstDay; day <= until; day = day.AddDays(1)) natural += Natural(seed, day);
        return Math.Max(1, (int)Math.Round(orders / (double)Math.Max(1, natural)));
    }

    int Count(DateOnly day) => Natural(seed, day) * busyness;

    /// <summary>Busier on Sundays and Mondays, and before Christmas; three to eight on most days.</summary>
    static int Natural(int seed, DateOnly day)
    {
        var weekday = day.DayOfWeek is DayOfWeek.Sunday or DayOfWeek.Monday ? 1 : day.DayOfWeek is DayOfWeek.Friday ? -1 : 0;
        var season = day.Month is 11 or 12 ? 1 : 0;
        return new Dice(seed, day.DayNumber, 3).Between(4, 6) + weekday + season;
    }

    int FirstNumberOf(DateOnly day)
    {
        if (firstNumbers.TryGetValue(day, out var known)) return known;
        var from = firstNumbers.Keys.Max();
        for (var d = from; d < day; d = d.AddDays(1)) firstNumbers[d.AddDays(1)] = firstNumbers[d] + Count(d);
        return firstNumbers[day];
    }

    /// <summary>Few by night, most in the evening.</summary>
    static int MinuteOfDay(Dice dice) => dice.OneIn(12) ? dice.Between(0, 419) : dice.OneIn(2) ? dice.Between(420, 1019) : dice.Between(1020, 1409);

    /// <summary>
    /// Sixty bought from the first day on, and one more about every three days buys for the first time; regulars buy most.
    /// </summary>
    Customer Buyer(Dice dice, DateOnly day)
    {
        var known = Math.Clamp((int)((60 + (day.DayNumber - FirstDay.DayNumber) * 3 / 8) * (customers.Count / (double)CustomerBook.Size)), 1, customers.Count);
        return dice.OneIn(6) ? customers[known - 1] : customers[(int)(Math.Pow(dice.Fraction(), 1.4) * known)];
    }

    Order Draw(int number, DateOnly day, DateTimeOffset at)
    {
        var dice = new Dice(seed, number, 4);
        var customer = dice.OneIn(40) ? null : Buyer(dice, day);
        var code = dice.OneIn(6) ? dice.Of(Codes) : default((string Code, int Percent)?);
        var lines = Lines(number, dice, code?.Percent ?? 0);
        var net = lines.Sum(l => l.Net);
        var order = new Order
        {
            Number = number, PlacedAt = at, Customer = customer, Email = customer?.Email ?? "", Lines = lines, DiscountCode = code?.Code,
            Shipping = dice.OneIn(7) ? Shipping.Express : net >= Shipping.FreeFrom ? Shipping.Free : Shipping.Standard,
            Test = dice.OneIn(120),
        };
        new OrderFate(order, dice).Befall();
        return order;
    }

    List<OrderLine> Lines(int number, Dice dice, int percentOff)
    {
        var count = dice.OneIn(2) ? 1 : dice.OneIn(2) ? 2 : dice.Between(3, 4);
        var chosen = new List<Variant>();
        while (chosen.Count < count)
        {
            var variant = dice.Of(variants);
            if (!chosen.Contains(variant)) chosen.Add(variant);
        }
        return [.. chosen.Select((variant, i) =>
        {
            var quantity = dice.OneIn(6) ? 2 : 1;
            var discount = Math.Round(variant.Price * quantity * percentOff / 100m, 2, MidpointRounding.AwayFromZero);
            return new OrderLine(Ids.Line(number, i), variant, quantity, variant.Price, discount);
        })];
    }
}
