using System.Globalization;
using NodaTime;

namespace MyCavoodle.Sandbox.Airtable.Formulas;

/// <summary>Takes a value for what is wanted: a number, a text, a truth, a moment. Blank is 0, "" and false.</summary>
static class Plain
{
    public static double Number(object? value) => value switch
    {
        null => 0,
        double number => number,
        bool truth => truth ? 1 : 0,
        string { Length: 0 } => 0,
        IReadOnlyList<object?> list => list.Count switch { 0 => 0, 1 => Number(list[0]), _ => double.NaN },
        _ => double.NaN,
    };

    public static string Text(object? value) => value switch
    {
        null => "",
        string text => text,
        double number => number.ToString(CultureInfo.InvariantCulture),
        bool truth => truth ? "1" : "0",
        DateOnly day => Airtable.Moment.Write(day),
        DateTimeOffset at => Airtable.Moment.Write(at),
        IReadOnlyList<object?> list => string.Join(", ", list.Select(Text)),
        _ => "#ERROR!",
    };

    public static bool Truth(object? value) => value switch
    {
        null => false,
        bool truth => truth,
        double number => number is not 0 and not double.NaN,
        string text => text.Length > 0,
        IReadOnlyList<object?> list => list.Count > 0,
        Failure => false,
        _ => true,
    };

    /// <summary>Null where it is no date.</summary>
    public static DateTimeOffset? Moment(object? value) => value switch
    {
        DateTimeOffset at => at,
        DateOnly day => Airtable.Moment.Midnight(day),
        string { Length: > 0 } text => Airtable.Moment.Read(text, DateTimeZone.Utc, leniently: true),
        IReadOnlyList<object?> { Count: 1 } list => Moment(list[0]),
        _ => null,
    };

    public static bool AreEqual(object? a, object? b)
    {
        if (IsBlank(a) || IsBlank(b)) return IsNothing(a) && IsNothing(b);
        if (a is bool or double && b is bool or double) return Number(a).Equals(Number(b));
        if (IsDate(a) && IsDate(b)) return Moment(a) == Moment(b);
        return Text(a) == Text(b);
    }

    /// <summary>Null where neither is before the other, as with a blank date.</summary>
    public static int? Compare(object? a, object? b)
    {
        if (IsDate(a) || IsDate(b)) return Moment(a) is { } one && Moment(b) is { } other ? one.CompareTo(other) : null;
        if (a is string { Length: > 0 } && b is string { Length: > 0 }) return string.CompareOrdinal((string)a, (string)b);
        var (x, y) = (Number(a), Number(b));
        return double.IsNaN(x) || double.IsNaN(y) ? null : x.CompareTo(y);
    }

    public static IEnumerable<object?> Flat(IEnumerable<object?> values) => values.SelectMany(v => v is IReadOnlyList<object?> list ? Flat(list) : [v]);

    public static bool IsBlank(object? value) => value is null or "" or IReadOnlyList<object?> { Count: 0 };

    static bool IsNothing(object? value) => IsBlank(value) || value is 0d or false;

    static bool IsDate(object? value) => value is DateOnly or DateTimeOffset;
}
