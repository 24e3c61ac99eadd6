using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using MyCavoodle.Hub;

namespace MyCavoodle.Feeds.Airtable;

/// <summary>How an entry of the team is understood: an empty cell is null, a bad one is a fault in words.</summary>
/// <param name="Read">The value, or what is wrong with it: 'abc' is not an amount.</param>
/// <param name="Spoken">A value as it stays when another was refused.</param>
public sealed record Entry<T>(Func<JsonNode, (T? Value, string? Fault)> Read, Func<T, string> Spoken);

static class Entry
{
    const int LongestText = 20_000;
    const decimal LargestAmount = 10_000_000;

    /// <summary>AUD, to the cent; never negative.</summary>
    public static readonly Entry<decimal?> Amount = new(
        cell => NumberOf(cell) is not { } amount ? (null, $"{Quoted(cell)} is not an amount")
            : amount < 0 ? (null, $"{Quoted(cell)} is negative")
            : amount > LargestAmount ? (null, $"{Quoted(cell)} is too much to be true")
            : (Math.Round(amount, 2, MidpointRounding.AwayFromZero), null),
        amount => Figure.Money(amount!.Value));

    /// <summary>Zero or more, without a fraction.</summary>
    public static readonly Entry<int?> Count = new(
        cell => NumberOf(cell) is not { } number ? (null, $"{Quoted(cell)} is not a number")
            : number < 0 ? (null, $"{Quoted(cell)} is negative")
            : number != Math.Floor(number) ? (null, $"{Quoted(cell)} is not a whole number")
            : number > 1_000_000 ? (null, $"{Quoted(cell)} is too much to be true")
            : ((int)number, null),
        number => number!.Value.ToString(CultureInfo.InvariantCulture));

    public static readonly Entry<string?> Text = new(
        cell => TextOf(cell) is not { } text ? (null, $"{Quoted(cell)} is not a text")
            // PostgreSQL's text cannot hold a null character.
            : text.Length > LongestText ? (null, "the text is too long") : (text.Replace("\0", "", StringComparison.Ordinal).Trim(), null),
        text => $"'{text!.CutAt(60)}'");

    public static readonly Entry<string?> Handle = Text with { Read = cell => Text.Read(cell) is var (text, fault) && fault is not null ? (null, fault) : (Customer.NormaliseHandle(text), null) };

    /// <summary>ISO 4217, three letters.</summary>
    public static readonly Entry<string?> Currency = Text with
    {
        Read = cell => TextOf(cell)?.Trim().ToUpperInvariant() is { Length: 3 } code && code.All(char.IsAsciiLetterUpper) ? (code, null) : (null, $"{Quoted(cell)} is not a currency (AUD)"),
    };

    public static readonly Entry<DateOnly?> Day = new(
        cell => DateOnly.TryParseExact(TextOf(cell), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year >= 1900
            ? (day, null) : (null, $"{Quoted(cell)} is not a date (2026-11-22)"),
        day => day!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    public static Entry<T?> Choice<T>() where T : struct, Enum => new(
        cell => TextOf(cell) is { } word && ChoiceWords.Find<T>(word) is { } value ? (value, null)
            : (null, $"{Quoted(cell)} is none of {string.Join(", ", ChoiceWords.All<T>())}"),
        value => $"'{ChoiceWords.Of(value!.Value)}'");

    /// <summary>The id of the one row that is linked.</summary>
    /// <param name="noun">supplier.</param>
    public static Entry<long?> Link(string noun) => new(
        cell => cell is not JsonArray items ? (null, $"{Quoted(cell)} is no link to a {noun}")
            : items.Count > 1 ? (null, $"there can be one {noun} only")
            : items[0] is JsonValue id && id.TryGetValue<long>(out var row) ? (row, null) : (null, $"that {noun} is not known yet"),
        _ => "the one before");

    /// <summary>A text as the cell's, of a select its choice's name; null when it is none.</summary>
    public static string? TextOf(JsonNode cell) => cell switch
    {
        JsonObject choice => choice["name"]?.ToString(),
        JsonValue value => value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString(),
        _ => null,
    };

    /// <summary>A number, also where the field was made a text: $1,234.50.</summary>
    static decimal? NumberOf(JsonNode cell) =>
        decimal.TryParse(TextOf(cell)?.Replace("A$", "", StringComparison.Ordinal).Replace("$", "", StringComparison.Ordinal), NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number)
            ? number : null;

    static string Quoted(JsonNode cell) => cell is JsonValue number && number.GetValueKind() == JsonValueKind.Number
        ? number.ToJsonString() : $"'{(TextOf(cell) ?? cell.ToJsonString()).ReplaceLineEndings(" ").CutAt(40)}'";
}
