using Microsoft.EntityFrameworkCore;

namespace MyCavoodle.Hub;

/// <summary>
/// Adds up days from the facts themselves: orders, refunds, ad days, session days. A period is the sum of its days, so the
/// kept row of a day and the answer to a question cannot differ.
/// </summary>
public static class Ledger
{
    /// <summary>The sums of a period; nothing kept is read, so nothing is stale.</summary>
    public static async Task<PeriodFigures> AddUpAsync(this HubContext hub, Period period, CancellationToken ct)
    {
        var days = Enumerable.Range(0, Math.Max(0, period.To.DayNumber - period.From.DayNumber + 1)).Select(period.From.AddDays).ToList();
        return Total([.. (await hub.AddUpDaysAsync(days, ct)).Values]);
    }

    /// <summary>The sums of each of these Sydney days; days without facts are there too.</summary>
    public static async Task<IReadOnlyDictionary<DateOnly, PeriodFigures>> AddUpDaysAsync(this HubContext hub, IReadOnlyCollection<DateOnly> days, CancellationToken ct)
    {
        var orders = hub.Orders.AsNoTracking().Where(Order.CountsAsRevenue).Where(o => days.Contains(o.PlacedOn));
        var sold = await SoldAsync(orders, ct);
        var lines = await LinesAsync(orders, ct);
        var refunds = await hub.Refunds.Where(r => !r.Order!.IsTest && days.Contains(r.On))
            .GroupBy(r => r.On).Select(g => new { Day = g.Key, Amount = g.Sum(r => r.Amount) }).ToDictionaryAsync(d => d.Day, d => d.Amount, ct);
        var firsts = await FirstOrdersAsync(hub, orders, ct);
        var ads = await hub.AdDays.Where(d => days.Contains(d.Date)).ToDictionaryAsync(d => d.Date, d => d.Spend, ct);
        var sessions = await hub.SessionDays.AsNoTracking().Where(d => days.Contains(d.Date)).ToDictionaryAsync(d => d.Date, ct);
        var entered = await hub.DailyFigures.Where(d => days.Contains(d.Date)).Select(d => new { d.Date, d.FixedCosts, d.OtherMarketing }).ToDictionaryAsync(d => d.Date, ct);
        return days.Distinct().ToDictionary(day => day, day => new PeriodFigures
        {
            Sales = sold.GetValueOrDefault(day).Sales,
            Refunds = refunds.GetValueOrDefault(day),
            Orders = sold.GetValueOrDefault(day).Orders,
            ItemsSold = lines.GetValueOrDefault(day).Pieces,
            NewCustomers = firsts.GetValueOrDefault(day),
            ProductCost = lines.GetValueOrDefault(day).Cost,
            ShippingCost = sold.GetValueOrDefault(day).Sending,
            AdSpend = ads.TryGetValue(day, out var spend) ? spend : null,
            OtherMarketing = entered.GetValueOrDefault(day)?.OtherMarketing ?? 0,
            FixedCosts = entered.GetValueOrDefault(day)?.FixedCosts,
            Sessions = sessions.GetValueOrDefault(day)?.Sessions,
            SessionsFrom = sessions.GetValueOrDefault(day)?.Source,
        });
    }

    /// <summary>Orders of one amount are counted by the database and multiplied here: SQLite adds decimals up very slowly.</summary>
    static async Task<Dictionary<DateOnly, (decimal Sales, int Orders, decimal Sending)>> SoldAsync(IQueryable<Order> orders, CancellationToken ct)
    {
        Dictionary<DateOnly, (decimal Sales, int Orders, decimal Sending)> days = [];
        var alike = orders.GroupBy(o => new { o.PlacedOn, o.Total, o.ShippingCost }).Select(g => new { g.Key.PlacedOn, g.Key.Total, g.Key.ShippingCost, Count = g.Count() });
        await foreach (var some in alike.AsAsyncEnumerable().WithCancellation(ct))
        {
            var (sales, count, sending) = days.GetValueOrDefault(some.PlacedOn);
            days[some.PlacedOn] = (sales + some.Count * some.Total, count + some.Count, sending + some.Count * (some.ShippingCost ?? 0));
        }
        return days;
    }

    /// <summary>Pieces of one cost likewise.</summary>
    static async Task<Dictionary<DateOnly, (int Pieces, decimal Cost)>> LinesAsync(IQueryable<Order> orders, CancellationToken ct)
    {
        Dictionary<DateOnly, (int Pieces, decimal Cost)> days = [];
        var alike = orders.SelectMany(o => o.Lines, (o, l) => new { o.PlacedOn, l.UnitCost, l.Quantity })
            .GroupBy(l => new { l.PlacedOn, l.UnitCost }).Select(g => new { g.Key.PlacedOn, g.Key.UnitCost, Pieces = g.Sum(l => l.Quantity) });
        await foreach (var some in alike.AsAsyncEnumerable().WithCancellation(ct))
        {
            var (pieces, cost) = days.GetValueOrDefault(some.PlacedOn);
            days[some.PlacedOn] = (pieces + some.Pieces, cost + some.Pieces * (some.UnitCost ?? 0));
        }
        return days;
    }

    /// <summary>How many customers placed their first order that counts on each day. Of every order one look is taken at what the same customer ordered before.</summary>
    static Task<Dictionary<DateOnly, int>> FirstOrdersAsync(HubContext hub, IQueryable<Order> orders, CancellationToken ct)
    {
        var counting = hub.Orders.Where(Order.CountsAsRevenue);
        return orders.Where(o => o.CustomerId != null)
            .Where(o => !counting.Any(e => e.CustomerId == o.CustomerId!.Value && (e.PlacedAt < o.PlacedAt || e.PlacedAt == o.PlacedAt && e.Id < o.Id)))
            .GroupBy(o => o.PlacedOn).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(d => d.Key, d => d.Count, ct);
    }

    static PeriodFigures Total(IReadOnlyCollection<PeriodFigures> days) => new()
    {
        Sales = days.Sum(d => d.Sales),
        Refunds = days.Sum(d => d.Refunds),
        Orders = days.Sum(d => d.Orders),
        ItemsSold = days.Sum(d => d.ItemsSold),
        NewCustomers = days.Sum(d => d.NewCustomers),
        ProductCost = days.Sum(d => d.ProductCost),
        ShippingCost = days.Sum(d => d.ShippingCost),
        AdSpend = Known(days, d => d.AdSpend),
        OtherMarketing = days.Sum(d => d.OtherMarketing),
        FixedCosts = Known(days, d => d.FixedCosts),
        Sessions = (int?)Known(days, d => d.Sessions),
        SessionsFrom = days.Select(d => d.SessionsFrom).OfType<SessionSource>().Distinct().ToList() is [var only] ? only
            : days.Any(d => d.SessionsFrom is not null) ? SessionSource.Mixed : null,
    };

    /// <summary>The sum over the days that are known; null when none is.</summary>
    static decimal? Known(IEnumerable<PeriodFigures> days, Func<PeriodFigures, decimal?> value)
    {
        var known = days.Select(value).OfType<decimal>().ToList();
        return known.Count == 0 ? null : known.Sum();
    }
}
