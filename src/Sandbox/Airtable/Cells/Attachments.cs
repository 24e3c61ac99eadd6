using System.Text.Json.Nodes;

namespace MyCavoodle.Sandbox.Airtable;

/// <summary>Files in a cell. Nothing is fetched: a file is its address and its name.</summary>
sealed class Attachments(Field field)
{
    static readonly Dictionary<string, string> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        [".png"] = "image/png", [".jpg"] = "image/jpeg", [".jpeg"] = "image/jpeg", [".gif"] = "image/gif", [".pdf"] = "application/pdf", [".csv"] = "text/csv", [".txt"] = "text/plain",
    };

    /// <param name="node">New ones as {"url","filename"}; those to keep as {"id"}, as they were read.</param>
    public JsonArray? Read(JsonNode node)
    {
        if (node is not JsonArray list) throw AirtableRefusal.Invalid($"Invalid attachment object for {field.Name}", "INVALID_ATTACHMENT_OBJECT");
        return list.Count == 0 ? null : new JsonArray([.. list.Select(One)]);
    }

    JsonObject One(JsonNode? item)
    {
        if (item is JsonObject file && file.Text("id") is { } id && AirtableId.Is("att", id)) return new JsonObject { ["id"] = id };
        if (item is not JsonObject made || !Uri.TryCreate(made.Text("url"), UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
            throw AirtableRefusal.Invalid($"Invalid attachment object for {field.Name}: {item?.ToJsonString()}", "INVALID_ATTACHMENT_OBJECT");
        var name = made.Text("filename") ?? Path.GetFileName(url.LocalPath);
        return new JsonObject
        {
            ["id"] = AirtableId.New("att"), ["url"] = url.AbsoluteUri, ["filename"] = name, ["size"] = 0,
            ["type"] = Types.GetValueOrDefault(Path.GetExtension(name), "application/octet-stream"),
        };
    }

    /// <summary>Fills in those kept by their id from what the cell held.</summary>
    public static JsonArray? Merged(JsonArray? wanted, JsonArray? before, string field) => wanted is null ? null : new JsonArray([.. wanted.Select(file =>
        file!["url"] is not null ? file.DeepClone()
        : before?.FirstOrDefault(b => (string?)b!["id"] == (string?)file["id"])?.DeepClone()
            ?? throw AirtableRefusal.Invalid($"Invalid attachment object for {field}: {file.ToJsonString()}", "INVALID_ATTACHMENT_OBJECT"))]);
}
