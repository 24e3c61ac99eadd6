using System.Text.Json.Nodes;
using NodaTime;

namespace MyCavoodle.Sandbox.Airtable;

/// <summary>Which options a new field must have, and which it must not. https://airtable.com/developers/web/api/field-model</summary>
sealed class FieldOptions(string name, string type, JsonObject? options)
{
    static readonly Dictionary<string, string> DateFormats = new() { ["local"] = "l", ["friendly"] = "LL", ["us"] = "M/D/YYYY", ["european"] = "D/M/YYYY", ["iso"] = "YYYY-MM-DD" };
    static readonly Dictionary<string, string> TimeFormats = new() { ["12hour"] = "h:mma", ["24hour"] = "HH:mm" };
    static readonly string[] Durations = ["h:mm", "h:mm:ss", "h:mm:ss.S", "h:mm:ss.SS", "h:mm:ss.SSS"];
    static readonly string[] Ticks = ["check", "xCheckbox", "star", "heart", "thumbsUp", "flag", "dot"];
    static readonly string[] Stars = ["star", "heart", "thumbsUp", "flag", "dot"];
    static readonly string[] Hues = ["blue", "cyan", "teal", "green", "yellow", "orange", "red", "pink", "purple", "gray"];
    static readonly string[] Shades = ["Light2", "Light1", "Bright", "Dark1"];

    /// <returns>As they are kept: formats filled in; null where the type has none.</returns>
    /// <exception cref="AirtableRefusal">Something is missing, wrong, or too much.</exception>
    public JsonObject? Checked() => type switch
    {
        "number" or "percent" => Only("precision").Precision(8),
        "currency" => Only("precision", "symbol").Precision(7, needsSymbol: true),
        "singleSelect" or "multipleSelects" => Only("choices").Choices(),
        "checkbox" => Only("icon", "color").Marked(Ticks),
        "rating" => Only("icon", "color", "max").Marked(Stars, hasMost: true),
        "date" => Only("dateFormat").Dated(),
        "dateTime" => Only("dateFormat", "timeFormat", "timeZone").Dated(hasTime: true),
        "duration" => Only("durationFormat").Timed(),
        _ when FieldType.IsComputed(type) || type == "multipleRecordLinks" => options,
        _ => options is null ? null : throw Bad("options are not allowed for this type of field"),
    };

    FieldOptions Only(params ReadOnlySpan<string> known)
    {
        if (options is null) throw Bad("options are required");
        foreach (var (key, _) in options)
            if (!known.Contains(key)) throw Bad($"{key} is not an option of this type of field");
        return this;
    }

    JsonObject Precision(int most, bool needsSymbol = false)
    {
        if (options!.Whole("precision", 0, most) is null) throw Bad($"precision must be a number between 0 and {most}");
        if (needsSymbol && options!.Text("symbol") is null) throw Bad("symbol is required");
        return Copy();
    }

    JsonObject Choices()
    {
        if (options!["choices"] is not JsonArray choices) throw Bad("choices are required");
        foreach (var choice in choices)
        {
            if (choice is not JsonObject made || string.IsNullOrEmpty(made.Text("name")) && made.Text("id") is null) throw Bad("every choice needs a name");
            if (made.Text("color") is { } color && !IsColor(color, Shades)) throw Bad($"{color} is not a color");
        }
        if (choices.OfType<JsonObject>().Select(c => c.Text("name")).OfType<string>().GroupBy(n => n).Any(g => g.Count() > 1)) throw Bad("choices must have different names");
        return Copy();
    }

    JsonObject Marked(string[] icons, bool hasMost = false)
    {
        if (!icons.Contains(options!.Text("icon"))) throw Bad($"icon must be one of {string.Join(", ", icons)}");
        if (!IsColor(options!.Text("color"), ["Bright"])) throw Bad("color must be one like greenBright");
        if (hasMost && options!.Whole("max", 1, 10) is null) throw Bad("max must be a number between 1 and 10");
        return Copy();
    }

    JsonObject Dated(bool hasTime = false)
    {
        var kept = new JsonObject { ["dateFormat"] = Format("dateFormat", DateFormats) };
        if (!hasTime) return kept;
        if (options!.Text("timeZone") is not { } zone || zone is not ("utc" or "client") && DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is null) throw Bad("timeZone must be utc, client or a time zone");
        (kept["timeFormat"], kept["timeZone"]) = (Format("timeFormat", TimeFormats), zone);
        return kept;
    }

    JsonObject Format(string key, Dictionary<string, string> formats) => options!.Object(key)?.Text("name") is { } named && formats.TryGetValue(named, out var format)
        ? new JsonObject { ["name"] = named, ["format"] = format } : throw Bad($"{key}.name must be one of {string.Join(", ", formats.Keys)}");

    JsonObject Timed() => Durations.Contains(options!.Text("durationFormat")) ? Copy() : throw Bad($"durationFormat must be one of {string.Join(", ", Durations)}");

    JsonObject Copy() => options!.DeepClone().AsObject();

    static bool IsColor(string? color, string[] shades) => color is not null && Hues.Any(hue => color.StartsWith(hue, StringComparison.Ordinal) && shades.Contains(color[hue.Length..]));

    AirtableRefusal Bad(string why) => AirtableRefusal.Invalid($"Invalid options for {name}: {why}", "INVALID_FIELD_TYPE_OPTIONS_FOR_CREATE");
}
