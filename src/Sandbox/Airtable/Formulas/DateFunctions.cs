namespace MyCavoodle.Sandbox.Airtable.Formulas;

/// <summary>Dates and times; in UTC unless SET_TIMEZONE says otherwise. No date in, an error out.</summary>
static class DateFunctions
{
    public static readonly IReadOnlyList<Function> All =
    [
        new("NOW", 0, 0, _ => new(Kind.Date, scope => scope.Reader.Now)),
        new("TODAY", 0, 0, _ => new(Kind.Date, scope => DateOnly.FromDateTime(scope.Reader.Now.UtcDateTime))),
        Function.Of("IS_BEFORE", 2, 3, Kind.Number, v => Ordered(v, order => order < 0)),
        Function.Of("IS_AFTER", 2, 3, Kind.Number, v => Ordered(v, order => order > 0)),
        Function.Of("IS_SAME", 2, 3, Kind.Number, v => Ordered(v, order => order == 0)),
        Function.Of("DATETIME_DIFF", 2, 3, Kind.Number, v => Of(v[0], a => Of(v[1], b => DateUnit.Between(b, a, v.Length > 2 ? Plain.Text(v[2]) : "seconds")))),
        Function.Of("DATEADD", 3, 3, Kind.Date, v => Of(v[0], at => DateUnit.Add(at, Plain.Number(v[1]), Plain.Text(v[2])))),
        Function.Of("DATETIME_PARSE", 1, 3, Kind.Date, v => Plain.Moment(v[0]) is { } at ? at : Failure.Instance),
        Function.Of("DATETIME_FORMAT", 1, 2, Kind.Text, v => Of(v[0], at => DateFormat.Write(at, v.Length > 1 ? Plain.Text(v[1]) : "YYYY-MM-DDTHH:mm:ssZ"))),
        Function.Of("DATESTR", 1, 1, Kind.Text, v => Of(v[0], at => DateFormat.Write(at, "YYYY-MM-DD"))),
        Function.Of("TIMESTR", 1, 1, Kind.Text, v => Of(v[0], at => DateFormat.Write(at, "HH:mm:ss"))),
        Function.Of("SET_TIMEZONE", 2, 2, Kind.Date, v => Of(v[0], at => at.ToOffset(Moment.Zone(Plain.Text(v[1])).GetUtcOffset(NodaTime.Instant.FromDateTimeOffset(at)).ToTimeSpan()))),
        Function.Of("YEAR", 1, 1, Kind.Number, v => Of(v[0], at => (double)at.Year)),
        Function.Of("MONTH", 1, 1, Kind.Number, v => Of(v[0], at => (double)at.Month)),
        Function.Of("DAY", 1, 1, Kind.Number, v => Of(v[0], at => (double)at.Day)),
        Function.Of("HOUR", 1, 1, Kind.Number, v => Of(v[0], at => (double)at.Hour)),
        Function.Of("MINUTE", 1, 1, Kind.Number, v => Of(v[0], at => (double)at.Minute)),
        Function.Of("SECOND", 1, 1, Kind.Number, v => Of(v[0], at => (double)at.Second)),
        Function.Of("WEEKDAY", 1, 2, Kind.Number, v => Of(v[0], at => (double)(((int)at.DayOfWeek - (v.Length > 1 && Plain.Text(v[1]) == "Monday" ? 1 : 0) + 7) % 7))),
    ];

    static object Of(object? value, Func<DateTimeOffset, object> work) => Plain.Moment(value) is { } at ? work(at) : Failure.Instance;

    /// <summary>A blank date is neither before nor after any other.</summary>
    static bool Ordered(object?[] values, Func<int, bool> holds)
    {
        if (Plain.Moment(values[0]) is not { } one || Plain.Moment(values[1]) is not { } other) return false;
        var unit = values.Length > 2 ? Plain.Text(values[2]) : null;
        return holds(DateUnit.Floor(one, unit).CompareTo(DateUnit.Floor(other, unit)));
    }
}
