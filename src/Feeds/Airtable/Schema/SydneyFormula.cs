namespace MyCavoodle.Feeds.Airtable;

/// <summary>
/// Days in Airtable's formulas. TODAY() there is the day of Greenwich, so the Sydney day is taken from NOW(), whatever zone the base or
/// the field is shown in. https://support.airtable.com/docs/formula-field-reference
/// </summary>
static class SydneyFormula
{
    public static readonly string Today = DayOf("NOW()");

    /// <summary>The Sydney day of an instant, as a date.</summary>
    public static string DayOf(string instant) => $"DATETIME_PARSE(DATETIME_FORMAT(SET_TIMEZONE({instant}, 'Australia/Sydney'), 'YYYY-MM-DD'), 'YYYY-MM-DD')";

    /// <summary>Whole days from the one to the other.</summary>
    public static string Days(string from, string to) => $"DATETIME_DIFF({to}, {from}, 'days')";
}
