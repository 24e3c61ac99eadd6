using System.ComponentModel;
using Microsoft.Extensions.AI;
using MyCavoodle.Assistant;
using MyCavoodle.Hub;

namespace MyCavoodle.Plugins;

/// <summary>The founder's figures: computed in code from the facts, never by a model.</summary>
public sealed class FinancePlugin(HubContext hub, Caller caller, TimeProvider time) : IPlugin
{
    public IEnumerable<AIFunction> Tools => caller.May(Right.SeeFigures) ? [AIFunctionFactory.Create(GetFigureAsync, "get_figure")] : [];

    [Description("Computes one business figure for a period, with its formula, inputs, dates and the previous period. For the founder.")]
    public async Task<FigureAnswer> GetFigureAsync(
        [Description("mer, revenue, aov, orders, ad_spend, gross_profit, profit_margin, new_customers, items_sold, refunds, cpa, cac, sessions, conversion_rate, variable_costs, fixed_costs or roi.")] string figure,
        [Description("As asked: today, yesterday, this week, last month, last 7 days, October 2026, 2026-11-01..2026-11-20. Default this week.")] string period = "this week",
        CancellationToken ct = default)
    {
        if (!caller.May(Right.SeeFigures)) return FigureAnswer.Refused;
        var now = time.GetUtcNow();
        if (Figure.Find(figure) is not { } known) return FigureAnswer.Unknown("unknown_figure");
        if (PeriodReader.Read(period, Sydney.DateOf(now)) is not { Previous: { } before } asked) return FigureAnswer.Unknown("unknown_period");
        return FigureAnswer.Of(known, asked, await hub.AddUpAsync(asked, ct), await hub.AddUpAsync(before, ct), now);
    }
}
