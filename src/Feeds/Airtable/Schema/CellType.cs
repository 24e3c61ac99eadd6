using System.Globalization;
using System.Text.Json.Nodes;
using MyCavoodle.Hub;

namespace MyCavoodle.Feeds.Airtable;

/// <summary>What a field's cells hold, in Airtable's words. https://airtable.com/developers/web/api/field-model</summary>
/// <param name="Type">Airtable's name of the type.</param>
/// <param name="Spoken">Type and unit as docs/hub.md names them.</param>
public sealed record CellType(string Type, string Spoken)
{
    const int LongestText = 100_000;

    JsonObject? options;

    /// <summary>Digits after the point of a value as it is written.</summary>
    int Precision { get; init; }
    /// <summary>The names of a select's choices; empty for other types.</summary>
    public IReadOnlyList<string> Choices { get; private init; } = [];
    /// <summary>The table whose rows are linked to; null for other types.</summary>
    public MirrorTable? LinksTo { get; private init; }
    /// <summary>A copy of the options the field is made with; null: there are none, or, for a link, they name a table's id.</summary>
    public JsonObject? Options => options?.DeepClone().AsObject();

    public static readonly CellType Text = new("singleLineText", "text");
    public static readonly CellType LongText = new("multilineText", "long text");
    public static readonly CellType Email = new("email", "email");
    public static readonly CellType Phone = new("phoneNumber", "phone, +61…");
    public static readonly CellType Check = new("checkbox", "tick") { options = new() { ["icon"] = "check", ["color"] = "greenBright" } };
    public static readonly CellType Date = new("date", "date, Sydney day") { options = new() { ["dateFormat"] = new JsonObject { ["name"] = "iso" } } };
    public static readonly CellType Instant = new("dateTime", "time, shown in Sydney")
    {
        options = new()
        {
            ["timeZone"] = "Australia/Sydney", ["dateFormat"] = new JsonObject { ["name"] = "iso" }, ["timeFormat"] = new JsonObject { ["name"] = "24hour" },
        },
    };
    public static readonly CellType Money = new("currency", "AUD") { Precision = 2, options = new() { ["precision"] = 2, ["symbol"] = "A$" } };
    /// <summary>The hub says 12.5, Airtable 0.125, both mean 12.5 %.</summary>
    public static readonly CellType Percent = new("percent", "percent") { Precision = 6, options = new() { ["precision"] = 1 } };
    /// <summary>1 to 5.</summary>
    public static readonly CellType Rating = new("rating", "1 to 5") { options = new() { ["icon"] = "star", ["max"] = 5, ["color"] = "yellowBright" } };

    /// <param name="unit">What is counted: pieces, days.</param>
    public static CellType Number(string unit, int precision = 0) => new("number", unit) { Precision = precision, options = new() { ["precision"] = precision } };

    public static CellType Choice(params IReadOnlyList<string> choices) => new("singleSelect", $"choice: {string.Join(", ", choices)}")
    {
        Choices = choices,
        options = new() { ["choices"] = new JsonArray([.. choices.Select(c => (JsonNode)new JsonObject { ["name"] = c })]) },
    };

    public static CellType Choice<T>() where T : struct, Enum => Choice(ChoiceWords.All<T>());

    public static CellType Link(MirrorTable to, string spoken) => new("multipleRecordLinks", $"link to {spoken}") { LinksTo = to };

    /// <summary>A formula in Airtable itself, which its API cannot make.</summary>
    /// <param name="format">The result format to choose there.</param>
    public static CellType Formula(string format) => new("formula", format);

    /// <summary>A value of the hub as a cell takes it; null empties the cell.</summary>
    /// <param name="value">Null, text, number, bool, day, instant or enum; of a link the record's id.</param>
    public JsonNode? Encode(object? value) => value switch
    {
        null or "" => null,
        string record when LinksTo is not null => new JsonArray(record),
        string text => Cut(Type == "singleLineText" ? text.ReplaceLineEndings(" ") : text),
        Enum choice => ChoiceWords.Of(choice),
        bool tick => tick,
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTimeOffset at => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture),
        decimal number => Math.Round(Type == "percent" ? number / 100 : number, Precision, MidpointRounding.AwayFromZero),
        int number => number,
        long number => number,
        _ => throw new ArgumentException($"No cell holds a {value.GetType().Name}.", nameof(value)),
    };

    static string Cut(string text) => text.Length <= LongestText ? text : text[..LongestText];
}
