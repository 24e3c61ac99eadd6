using System.Text.Json.Nodes;
using MyCavoodle.Sandbox.Airtable.Formulas;

namespace MyCavoodle.Sandbox.Airtable;

/// <summary>Tables and fields as the metadata API shows them. https://airtable.com/developers/web/api/get-base-schema</summary>
static class SchemaDocument
{
    public static JsonObject Of(Base home) => new() { ["tables"] = new JsonArray([.. home.Tables.Select(t => (JsonNode)Of(t, home))]) };

    public static JsonObject Of(Table table, Base home)
    {
        var json = new JsonObject
        {
            ["id"] = table.Id, ["name"] = table.Name, ["primaryFieldId"] = table.Primary.Id, ["fields"] = new JsonArray([.. table.Fields.Select(f => (JsonNode)Of(f, table, home))]),
            ["views"] = new JsonArray(new JsonObject { ["id"] = table.ViewId, ["name"] = Table.ViewName, ["type"] = "grid" }),
        };
        if (table.Description is not null) json["description"] = table.Description;
        return json;
    }

    public static JsonObject Of(Field field, Table table, Base home)
    {
        var json = new JsonObject { ["type"] = field.Type, ["id"] = field.Id, ["name"] = field.Name };
        if (Options(field, table, home) is { } options) json["options"] = options;
        if (field.Description is not null) json["description"] = field.Description;
        return json;
    }

    static JsonObject? Options(Field field, Table table, Base home) => field.Type switch
    {
        "singleSelect" or "multipleSelects" => new() { ["choices"] = new JsonArray([.. field.Choices.Select(Of)]) },
        "multipleRecordLinks" => Link(field),
        "multipleAttachments" => new() { ["isReversed"] = false },
        "formula" => new()
        {
            ["formula"] = field.Formula?.Text ?? field.Options?.Text("formula"), ["isValid"] = field.Formula is not null,
            ["referencedFieldIds"] = new JsonArray([.. (field.Formula?.Fields ?? []).Select(f => (JsonNode)f.Id)]), ["result"] = Result(field),
        },
        "rollup" => new()
        {
            ["isValid"] = IsValid(field, table), ["recordLinkFieldId"] = field.FollowedFieldId, ["fieldIdInLinkedTable"] = field.TakenFieldId,
            ["referencedFieldIds"] = new JsonArray(), ["result"] = Result(field),
        },
        "multipleLookupValues" => Looked(field, table, home),
        "count" => new() { ["isValid"] = IsValid(field, table), ["recordLinkFieldId"] = field.FollowedFieldId },
        "createdTime" => new() { ["result"] = DateTime() },
        "lastModifiedTime" => new() { ["isValid"] = true, ["referencedFieldIds"] = new JsonArray(), ["result"] = DateTime() },
        _ => field.Options?.DeepClone().AsObject(),
    };

    static JsonObject Of(Choice choice)
    {
        var json = new JsonObject { ["id"] = choice.Id, ["name"] = choice.Name };
        if (choice.Color is not null) json["color"] = choice.Color;
        return json;
    }

    static JsonObject Link(Field field)
    {
        var json = new JsonObject { ["linkedTableId"] = field.LinkedTableId, ["isReversed"] = false, ["prefersSingleRecordLink"] = false };
        if (field.InverseFieldId is not null) json["inverseLinkFieldId"] = field.InverseFieldId;
        return json;
    }

    static JsonObject Looked(Field field, Table table, Base home)
    {
        var json = new JsonObject { ["isValid"] = IsValid(field, table), ["recordLinkFieldId"] = field.FollowedFieldId, ["fieldIdInLinkedTable"] = field.TakenFieldId };
        // A lookup of a lookup is shown as text: it may lead round in a circle.
        var other = table.FindById(field.FollowedFieldId) is { } link ? home.FindById(link.LinkedTableId) : null;
        json["result"] = other?.FindById(field.TakenFieldId) is not { } taken ? null : taken.Type == "multipleLookupValues" ? Shown("singleLineText") : Shown(taken.Type, Options(taken, other, home));
        return json;
    }

    static bool IsValid(Field field, Table table) => table.FindById(field.FollowedFieldId)?.IsLink == true;

    static JsonObject? Result(Field field) => field.Formula?.Kind switch
    {
        null => null,
        Kind.Number => Shown("number", new JsonObject { ["precision"] = field.Options?.Whole("precision", 0, 8) ?? 0 }),
        Kind.Date => DateTime(),
        _ => Shown("singleLineText"),
    };

    static JsonObject DateTime() => Shown("dateTime", new JsonObject
    {
        ["dateFormat"] = new JsonObject { ["name"] = "local", ["format"] = "l" }, ["timeFormat"] = new JsonObject { ["name"] = "12hour", ["format"] = "h:mma" }, ["timeZone"] = "client",
    });

    static JsonObject Shown(string type, JsonObject? options = null)
    {
        var json = new JsonObject { ["type"] = type };
        if (options is not null) json["options"] = options;
        return json;
    }
}
