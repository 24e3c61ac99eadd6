using MyCavoodle.Hub;

namespace MyCavoodle.Plugins;

/// <summary>What get_figure answers: everything in words, to be repeated as it stands.</summary>
/// <param name="Outcome">found, refused, unknown_figure, unknown_period.</param>
/// <param name="Value">To the cent; n/a when there is nothing to divide by.</param>
/// <param name="Formula">revenue ÷ Meta ad spend.</param>
/// <param name="Inputs">revenue $1,234.50, ad spend $400.00.</param>
/// <param name="Dates">Sydney days of the period, both included.</param>
/// <param name="Change">Against the previous period: +4.2 %; null when it cannot be said fairly.</param>
public sealed record FigureAnswer(
    string Outcome, string? Name = null, string? Value = null, string? Formula = null, string? Inputs = null, string? Period = null, string? Dates = null,
    string? PreviousValue = null, string? PreviousInputs = null, string? PreviousPeriod = null, string? PreviousDates = null, string? Change = null, string? AsOf = null)
{
    public static readonly FigureAnswer Refused = new("refused");

    public static FigureAnswer Unknown(string outcome) => new(outcome);

    public static FigureAnswer Of(Figure figure, Period period, PeriodFigures sums, PeriodFigures before, DateTimeOffset now) => new(
        "found", figure.Name, figure.Spoken(figure.Value(sums)), figure.Formula, figure.SpokenInputs(sums), period.Name, period.Dates,
        figure.Spoken(figure.Value(before)), figure.SpokenInputs(before), period.Previous!.Name, period.Previous.Dates,
        IsOnlyBegun(period, now) ? null : SpokenChange(figure.Value(sums), figure.Value(before)), Sydney.Spoken(now));

    /// <summary>Today alone against a whole day would always look like a fall.</summary>
    static bool IsOnlyBegun(Period period, DateTimeOffset now) => period.From == Sydney.DateOf(now);

    static string? SpokenChange(decimal? value, decimal? before) => value is { } now && before is { } then && then > 0
        ? ((now - then) / then * 100).ToString("+0.0;−0.0;±0.0", System.Globalization.CultureInfo.InvariantCulture) + " %"
        : null;
}
