using System.Text.Json.Nodes;
using MyCavoodle.Sandbox.Wire;

namespace MyCavoodle.Sandbox.Airtable;

/// <summary>The metadata API. https://airtable.com/developers/web/api/create-base and its neighbours. It deletes nothing.</summary>
sealed class SchemaRequests(AirtablePlatform platform)
{
    public Answer Bases() => Answer.Ok(new JsonObject
    {
        ["bases"] = new JsonArray([.. platform.Bases.Select(b => new JsonObject { ["id"] = b.Id, ["name"] = b.Name, ["permissionLevel"] = "create" })]),
    });

    public Answer CreateBase(Call call)
    {
        if (call.Body.Text("workspaceId") != Credentials.AirtableWorkspaceId) throw AirtableRefusal.NoModel();
        if (call.Body.Text("name") is not { Length: > 0 } name || call.Body["tables"] is not JsonArray { Count: > 0 } wanted) throw AirtableRefusal.BadRequest();
        TableSpec[] specs = [.. wanted.Select(t => TableSpec.Read(t, null))];
        if (specs.GroupBy(s => s.Name, StringComparer.OrdinalIgnoreCase).Any(g => g.Count() > 1)) throw TableSpec.NameTaken();
        var made = platform.Create(AirtableId.New("app"), name, specs);
        return Answer.Ok(new JsonObject { ["id"] = made.Id, ["tables"] = SchemaDocument.Of(made)["tables"]!.DeepClone() });
    }

    public static Answer Tables(Base home) => Answer.Ok(SchemaDocument.Of(home));

    public static Answer CreateTable(Base home, Call call) => Edit(home, edit => SchemaDocument.Of(edit.Create(TableSpec.Read(call.Body, home)), home));

    public static Answer PatchTable(Base home, Table table, Call call) => Edit(home, edit =>
    {
        edit.Rename(table, call.Body.Text("name") ?? table.Name, call.Body.ContainsKey("description") ? call.Body.Text("description") : table.Description);
        return SchemaDocument.Of(table, home);
    });

    public static Answer CreateField(Base home, Table table, Call call) => Edit(home, edit => SchemaDocument.Of(edit.Create(table, FieldSpec.Read(call.Body, home)), table, home));

    public static Answer PatchField(Base home, Table table, Field field, Call call) => Edit(home, edit =>
    {
        if (call.Body.ContainsKey("type")) throw AirtableRefusal.Invalid("The type of a field cannot be changed", "INVALID_REQUEST_UNKNOWN");
        var options = call.Body.Object("options") is { } given ? new FieldOptions(field.Name, field.Type, given).Checked() : null;
        if (options is not null && (field.IsComputed || field.IsLink)) throw AirtableRefusal.Invalid($"Options of {field.Type} fields cannot be changed", "INVALID_REQUEST_UNKNOWN");
        if (call.Body.Text("name") is { } name) edit.Rename(table, field, name);
        if (call.Body.ContainsKey("description")) field.Description = call.Body.Text("description");
        if (options?["choices"] is JsonArray choices) new ChoiceList(table, field).Become(choices);
        else if (options is not null) field.Options = options;
        return SchemaDocument.Of(field, table, home);
    });

    static Answer Edit(Base home, Func<SchemaEdit, JsonObject> work)
    {
        var transaction = new Transaction(home, Actor.Api, home.Now);
        var answer = work(new SchemaEdit(home, transaction));
        transaction.Commit();
        return Answer.Ok(answer);
    }
}
