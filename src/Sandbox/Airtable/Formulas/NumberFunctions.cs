namespace MyCavoodle.Sandbox.Airtable.Formulas;

/// <summary>Sums and rounding, over single values and over what a rollup gathered.</summary>
static class NumberFunctions
{
    public static readonly IReadOnlyList<Function> All =
    [
        Function.Of("ROUND", 1, 2, Kind.Number, v => Rounded(v, x => Math.Floor(x + 0.5))),
        Function.Of("ROUNDUP", 1, 2, Kind.Number, v => Rounded(v, x => x < 0 ? Math.Floor(x) : Math.Ceiling(x))),
        Function.Of("ROUNDDOWN", 1, 2, Kind.Number, v => Rounded(v, Math.Truncate)),
        Function.Of("INT", 1, 1, Kind.Number, v => Math.Floor(Plain.Number(v[0]))),
        Function.Of("ABS", 1, 1, Kind.Number, v => Math.Abs(Plain.Number(v[0]))),
        Function.Of("SQRT", 1, 1, Kind.Number, v => Math.Sqrt(Plain.Number(v[0]))),
        Function.Of("POWER", 2, 2, Kind.Number, v => Math.Pow(Plain.Number(v[0]), Plain.Number(v[1]))),
        Function.Of("MOD", 2, 2, Kind.Number, v => Modulo(Plain.Number(v[0]), Plain.Number(v[1]))),
        Function.Of("CEILING", 1, 2, Kind.Number, v => Stepped(v, Math.Ceiling)),
        Function.Of("FLOOR", 1, 2, Kind.Number, v => Stepped(v, Math.Floor)),
        Function.Of("VALUE", 1, 1, Kind.Number, v => v[0] is string text ? NumberText.Read("number", text) is { } number ? number : Failure.Instance : Plain.Number(v[0])),
        Function.Of("SUM", 1, Function.Many, Kind.Number, v => Numbers(v).Sum()),
        Function.Of("AVERAGE", 1, Function.Many, Kind.Number, v => Numbers(v).DefaultIfEmpty(double.NaN).Average()),
        Function.Of("MIN", 1, Function.Many, Kind.Number, v => Extreme(v, -1)),
        Function.Of("MAX", 1, Function.Many, Kind.Number, v => Extreme(v, 1)),
        Function.Of("COUNT", 1, Function.Many, Kind.Number, v => (double)Numbers(v).Count()),
        Function.Of("COUNTA", 1, Function.Many, Kind.Number, v => (double)Plain.Flat(v).Count(x => !Plain.IsBlank(x))),
        Function.Of("COUNTALL", 1, Function.Many, Kind.Number, v => (double)Plain.Flat(v).Count()),
    ];

    static IEnumerable<double> Numbers(object?[] values) => Plain.Flat(values).Where(v => v is double or bool).Select(Plain.Number);

    /// <summary>Of dates too.</summary>
    static object? Extreme(object?[] values, int sign)
    {
        var dates = Plain.Flat(values).Where(v => v is DateOnly or DateTimeOffset).ToList();
        if (dates.Count > 0) return dates.MaxBy(d => Plain.Moment(d)!.Value.UtcTicks * sign);
        var numbers = Numbers(values).ToList();
        return numbers.Count == 0 ? 0d : sign < 0 ? numbers.Min() : numbers.Max();
    }

    /// <summary>First to nine places, so that 1.005 is not 1.00499.</summary>
    static double Rounded(object?[] values, Func<double, double> round)
    {
        var (number, places) = (Plain.Number(values[0]), values.Length > 1 ? (int)Plain.Number(values[1]) : 0);
        if (!double.IsFinite(number)) return number;
        var scale = Math.Pow(10, places);
        return round(Math.Round(number * scale, 9)) / scale;
    }

    static double Stepped(object?[] values, Func<double, double> round)
    {
        var step = values.Length > 1 ? Plain.Number(values[1]) : 1;
        return round(Plain.Number(values[0]) / step) * step;
    }

    /// <summary>The sign is the divisor's.</summary>
    static double Modulo(double number, double divisor) => number - divisor * Math.Floor(number / divisor);
}
