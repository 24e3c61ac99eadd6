using System.Text.Json;
using System.Text.Json.Nodes;
using MyCavoodle.Sandbox.Wire;

namespace MyCavoodle.Sandbox.Airtable;

/// <summary>
/// Creating, updating, replacing and upserting records, one or up to ten, all or none.
/// https://airtable.com/developers/web/api/create-records https://airtable.com/developers/web/api/update-multiple-records
/// </summary>
sealed class Writing(Base home, Table table, Actor actor)
{
    public const int MostRecords = 10;
    const int MostMergeFields = 3;

    public Answer Create(Call call)
    {
        var draft = new Draft(home);
        var input = Input(draft, call);
        var isOne = call.Body["records"] is null;
        var ids = isOne ? [draft.Create(table, Cells(input, call.Body))] : Records(call, needIds: false).Select(r => draft.Create(table, Cells(input, r))).ToList();
        Apply(draft);
        return isOne ? Answer.Ok(Document(call).Of(table.Row(ids[0])!)) : Answer.Ok(new JsonObject { ["records"] = Document(call).Of(ids.Select(id => table.Row(id)!)) });
    }

    /// <param name="row">The record.</param>
    /// <param name="replace">Empties every cell that is not given, as PUT does.</param>
    public Answer UpdateOne(Call call, Row row, bool replace)
    {
        var draft = new Draft(home);
        draft.Update(table, row, Cells(Input(draft, call), call.Body, row, replace));
        Apply(draft);
        return Answer.Ok(Document(call).Of(row));
    }

    public Answer UpdateMany(Call call, bool replace)
    {
        if (call.Body["performUpsert"] is JsonObject upsert) return Upsert(call, upsert, replace);
        var draft = new Draft(home);
        var input = Input(draft, call);
        var rows = Records(call, needIds: true).Select(record =>
        {
            var row = Existing(record);
            draft.Update(table, row, Cells(input, record, row, replace));
            return row;
        }).ToList();
        if (rows.Distinct().Count() < rows.Count) throw AirtableRefusal.Invalid("You cannot update the same record multiple times in a single request.", "INVALID_RECORDS");
        Apply(draft);
        return Answer.Ok(new JsonObject { ["records"] = Document(call).Of(rows) });
    }

    /// <summary>No match: created. One: updated. More: the whole request fails.</summary>
    Answer Upsert(Call call, JsonObject upsert, bool replace)
    {
        var by = MergeFields(upsert);
        var (draft, created, updated, ids) = (new Draft(home), new JsonArray(), new JsonArray(), new List<string>());
        var input = Input(draft, call);
        foreach (var record in Records(call, needIds: false))
        {
            var row = record["id"] is null ? Match(by, Cells(input, record)) : Existing(record);
            if (row is null) created.Add(Kept(draft.Create(table, Cells(input, record))));
            else draft.Update(table, row, Cells(input, record, row, replace));
            if (row is not null) updated.Add(Kept(row.Id));
        }
        Apply(draft);
        return Answer.Ok(new JsonObject { ["records"] = Document(call).Of(ids.Select(id => table.Row(id)!)), ["updatedRecords"] = updated, ["createdRecords"] = created });

        string Kept(string id)
        {
            ids.Add(id);
            return id;
        }
    }

    List<Field> MergeFields(JsonObject upsert)
    {
        if (upsert["fieldsToMergeOn"] is not JsonArray { Count: >= 1 and <= MostMergeFields } names) throw AirtableRefusal.BadRequest();
        return [.. names.Select(name =>
        {
            var field = Field(name?.ToString() ?? "");
            return FieldType.CanBeMergedOn(field.Type) ? field
                : throw AirtableRefusal.Invalid($"Field \"{field.Name}\" of type {field.Type} cannot be used in fieldsToMergeOn", "INVALID_REQUEST_UNKNOWN");
        })];
    }

    Row? Match(List<Field> by, Dictionary<Field, object?> cells)
    {
        if (by.FirstOrDefault(f => !cells.ContainsKey(f)) is { } missing) throw AirtableRefusal.Invalid($"Field \"{missing.Name}\" is in fieldsToMergeOn and must be given in every record", "INVALID_RECORDS");
        return table.IndexOf(by).Find(field => cells[field]) switch
        {
            [] => null,
            [var row] => row,
            _ => throw AirtableRefusal.Invalid("Cannot update more than one record with the same fieldsToMergeOn values", "INVALID_RECORDS"),
        };
    }

    Dictionary<Field, object?> Cells(CellInput input, JsonObject record, Row? before = null, bool replace = false)
    {
        if (record["fields"] is not JsonObject fields) throw AirtableRefusal.Invalid("Could not find field \"fields\" in the request body", "INVALID_REQUEST_MISSING_FIELDS");
        var cells = replace ? table.Fields.Where(f => !f.IsComputed).ToDictionary(f => f, _ => (object?)null) : [];
        foreach (var (name, value) in fields)
        {
            var field = Field(name);
            var read = input.Read(field, value);
            cells[field] = read is JsonArray files ? Attachments.Merged(files, before?[field] as JsonArray, field.Name) : read;
        }
        return cells;
    }

    static List<JsonObject> Records(Call call, bool needIds)
    {
        if (call.Body["records"] is not JsonArray { Count: <= MostRecords } list || list.Any(r => r is not JsonObject record || needIds && record["id"]?.GetValueKind() != JsonValueKind.String))
            throw AirtableRefusal.Invalid(needIds
                ? "You must provide an array of up to 10 record objects, each with an \"id\" ID field and a \"fields\" object for cell values."
                : "You must provide an array of up to 10 record objects, each with a \"fields\" object for cell values.", "INVALID_RECORDS");
        return [.. list.OfType<JsonObject>()];
    }

    Row Existing(JsonObject record) => record["id"]?.ToString() is { } id && table.Row(id) is { } row ? row : throw AirtableRefusal.NoRow(record["id"]?.ToString() ?? "");

    Field Field(string name) => table.TryFind(name, out var field) ? field : throw AirtableRefusal.UnknownField(name);

    static CellInput Input(Draft draft, Call call) => new(draft, call["typecast"] == "true");

    RecordDocument Document(Call call) => new() { Home = home, Table = table, ByFieldId = call["returnFieldsByFieldId"] == "true" };

    void Apply(Draft draft)
    {
        var transaction = new Transaction(home, actor, home.Now);
        draft.Apply(transaction);
        transaction.Commit();
    }
}
