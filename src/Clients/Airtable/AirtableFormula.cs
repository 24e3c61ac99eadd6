using System.Globalization;

namespace MyCavoodle.Clients.Airtable;

/// <summary>
/// A formula to filter by, made of parts that escape themselves: there is no way in for raw text, so no name and no customer's
/// word can become a formula. https://support.airtable.com/docs/formula-field-reference
/// </summary>
public sealed record AirtableFormula
{
    readonly string text;

    AirtableFormula(string text) => this.text = text;

    /// <summary>The value of a field, by name or id.</summary>
    public static AirtableFormula Field(string nameOrId) => new($"{{{nameOrId.Replace("}", "\\}", StringComparison.Ordinal)}}}");

    public static AirtableFormula Text(string value) => new($"'{Escaped(value)}'");

    public static AirtableFormula Number(decimal value) => new(value.ToString(CultureInfo.InvariantCulture));

    /// <summary>A moment, to be compared by <see cref="IsAfter"/>.</summary>
    public static AirtableFormula Time(DateTimeOffset at) => Text(at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture));

    /// <summary>A function by its upper-case name, e.g. <c>LAST_MODIFIED_TIME</c>.</summary>
    /// <exception cref="ArgumentException">The name is not of that form.</exception>
    public static AirtableFormula Function(string name, params IEnumerable<AirtableFormula> arguments) =>
        name.Length > 0 && name.All(c => char.IsAsciiLetterUpper(c) || c == '_') ? new($"{name}({string.Join(", ", arguments)})")
            : throw new ArgumentException("Not the name of a function.", nameof(name));

    public static AirtableFormula Is(AirtableFormula left, AirtableFormula right) => new($"({left} = {right})");
    public static AirtableFormula IsAfter(AirtableFormula moment, DateTimeOffset at) => Function("IS_AFTER", moment, Time(at));
    public static AirtableFormula And(params IEnumerable<AirtableFormula> all) => Function("AND", all);
    public static AirtableFormula Or(params IEnumerable<AirtableFormula> any) => Function("OR", any);
    public static AirtableFormula Not(AirtableFormula formula) => Function("NOT", formula);

    public override string ToString() => text;

    static string Escaped(string value) => value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal)
        .Replace("\r", "\\r", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal).Replace("\t", "\\t", StringComparison.Ordinal);
}
