using System.Text.Json.Nodes;

namespace MyCavoodle.Sandbox.Airtable.Hooks;

/// <summary>One edit as one webhook sees it. https://airtable.com/developers/web/api/model/webhooks-payload</summary>
sealed class HookPayload(HookSpecification specification, Transaction transaction)
{
    /// <summary>Null: nothing in it concerns this webhook.</summary>
    public JsonObject? Json()
    {
        if (!specification.Hears(transaction.Actor.Source)) return null;
        var parts = new JsonObject();
        if (NotEmpty(Tables()) is { } tables) parts["changedTablesById"] = tables;
        if (specification.HasMetadata && specification.Wants("add") && NotEmpty(Created()) is { } created) parts["createdTablesById"] = created;
        if (specification.HasMetadata && specification.Wants("remove") && transaction.DestroyedTables.Count > 0) parts["destroyedTableIds"] = Ids(transaction.DestroyedTables);
        if (parts.Count == 0) return null;
        var json = new JsonObject
        {
            ["timestamp"] = Moment.Write(transaction.At), ["baseTransactionNumber"] = transaction.Home.LastTransaction, ["payloadFormat"] = "v0",
            ["actionMetadata"] = new JsonObject { ["source"] = transaction.Actor.Source, ["sourceMetadata"] = new JsonObject { ["user"] = Who(transaction.Actor.User) } },
        };
        foreach (var (name, part) in parts.ToList())
        {
            parts.Remove(name);
            json[name] = part;
        }
        return json;
    }

    JsonObject Tables()
    {
        var all = new JsonObject();
        foreach (var (table, change) in transaction.Changes)
        {
            if (transaction.DestroyedTables.Contains(table.Id)) continue;
            var json = specification.HasData(table) ? Rows(table, change) : [];
            if (specification.IsOfView(table) && json.Count > 0) json = new JsonObject { ["changedViewsById"] = new JsonObject { [table.ViewId] = json } };
            if (specification.HasFields) AddFields(json, table, change);
            if (specification.HasMetadata && specification.Wants("update") && change.Former is { } former)
                json["changedMetadata"] = new JsonObject { ["current"] = Named(table.Name, table.Description), ["previous"] = Named(former.Name, former.Description) };
            if (json.Count > 0) all[table.Id] = json;
        }
        return all;
    }

    JsonObject Rows(Table table, TableChange change)
    {
        var output = new CellOutput(transaction.Home, table, transaction.At);
        var (created, changed, json) = (new JsonObject(), new JsonObject(), new JsonObject());
        if (specification.Wants("add"))
            foreach (var row in change.Created)
                created[row.Id] = new JsonObject { ["createdTime"] = Moment.Write(row.CreatedAt), ["cellValuesByFieldId"] = Cells(table.Fields.Where(f => specification.Watches(f) && row[f] is not null), f => output.ForWebhook(f, row[f])) };
        if (specification.Wants("update"))
            foreach (var (row, former) in change.Changed)
                if (former.Keys.Where(f => specification.Watches(f) && !CellValue.AreSame(former[f], row[f])).ToList() is { Count: > 0 } fields)
                    changed[row.Id] = Changed(table, row, former, fields, output);
        if (NotEmpty(created) is not null) json["createdRecordsById"] = created;
        if (NotEmpty(changed) is not null) json["changedRecordsById"] = changed;
        if (specification.Wants("remove") && change.Destroyed.Count > 0) json["destroyedRecordIds"] = Ids(change.Destroyed);
        return json;
    }

    JsonObject Changed(Table table, Row row, Dictionary<Field, object?> former, List<Field> fields, CellOutput output)
    {
        var json = new JsonObject { ["current"] = Held(Cells(fields, f => output.ForWebhook(f, row[f]))) };
        if (specification.IncludesFormerCells) json["previous"] = Held(Cells(fields, f => output.ForWebhook(f, former[f])));
        var unchanged = Cells(table.Fields.Where(f => specification.Includes(f) && !fields.Contains(f) && row[f] is not null), f => output.ForWebhook(f, row[f]));
        if (unchanged.Count > 0) json["unchanged"] = Held(unchanged);
        return json;
    }

    void AddFields(JsonObject json, Table table, TableChange change)
    {
        var created = new JsonObject(change.CreatedFields.Where(f => specification.Wants("add") && specification.WatchesSchemaOf(f.Id)).Select(f => KeyValuePair.Create(f.Id, (JsonNode?)Described(f.Name, f.Type))));
        var changed = new JsonObject();
        foreach (var (field, former) in change.ChangedFields.Where(f => specification.Wants("update") && specification.WatchesSchemaOf(f.Key.Id) && table.Fields.Contains(f.Key)))
        {
            var one = new JsonObject { ["current"] = Described(field.Name == former.Name ? null : field.Name, field.Type == former.Type ? null : field.Type) };
            if (specification.IncludesFormerFields) one["previous"] = Described(field.Name == former.Name ? null : former.Name, field.Type == former.Type ? null : former.Type);
            changed[field.Id] = one;
        }
        var destroyed = change.DestroyedFields.Where(f => specification.Wants("remove") && specification.WatchesSchemaOf(f)).ToList();
        if (created.Count > 0) json["createdFieldsById"] = created;
        if (changed.Count > 0) json["changedFieldsById"] = changed;
        if (destroyed.Count > 0) json["destroyedFieldIds"] = Ids(destroyed);
    }

    JsonObject Created() => new(transaction.CreatedTables.Select(table => KeyValuePair.Create(table.Id, (JsonNode?)new JsonObject
    {
        ["metadata"] = Named(table.Name, table.Description),
        ["fieldsById"] = new JsonObject(table.Fields.Select(f => KeyValuePair.Create(f.Id, (JsonNode?)Described(f.Name, f.Type)))),
        ["recordsById"] = new JsonObject(),
    })));

    static JsonObject Cells(IEnumerable<Field> fields, Func<Field, JsonNode?> value) => new(fields.Select(f => KeyValuePair.Create(f.Id, value(f))));

    static JsonObject Held(JsonObject cells) => new() { ["cellValuesByFieldId"] = cells };

    static JsonObject Named(string name, string? description) => new() { ["name"] = name, ["description"] = description };

    static JsonObject Described(string? name, string? type)
    {
        var json = new JsonObject();
        if (name is not null) json["name"] = name;
        if (type is not null) json["type"] = type;
        return json;
    }

    static JsonObject Who(User user)
    {
        var json = user.Json();
        json["permissionLevel"] = "create";
        return json;
    }

    static JsonArray Ids(IEnumerable<string> ids) => new([.. ids.Select(id => (JsonNode)id)]);

    static JsonObject? NotEmpty(JsonObject json) => json.Count > 0 ? json : null;
}
