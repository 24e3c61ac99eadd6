using System.Text.Json.Nodes;
using MyCavoodle.Sandbox.Airtable;
using MyCavoodle.Sandbox.Wire;

namespace MyCavoodle.Sandbox.Api;

/// <summary>Tables and fields as a person changes them in Airtable's web app: also where the API cannot.</summary>
sealed class AirtableSchemaRoutes(SandboxWorld world)
{
    public void Map(Routes api)
    {
        api.Post("airtable/bases/{base}/tables", call => Edit(call, (home, transaction) => SchemaDocument.Of(new SchemaEdit(home, transaction).Create(TableSpec.Read(call.Body, home)), home)));
        api.Put("airtable/bases/{base}/tables/{table}", call => Edit(call, (home, transaction) => Rename(call, home, transaction)));
        api.Delete("airtable/bases/{base}/tables/{table}", call => Edit(call, (home, transaction) => Gone(Table(call).Id, () => new SchemaRemoval(home, transaction).Delete(Table(call)))));
        api.Post("airtable/bases/{base}/tables/{table}/fields", call => Edit(call, (home, transaction) =>
            SchemaDocument.Of(new SchemaEdit(home, transaction).Create(Table(call), FieldSpec.Read(call.Body, home, byHand: true)), Table(call), home)));
        api.Put("airtable/bases/{base}/tables/{table}/fields/{field}", call => Edit(call, (home, transaction) => Change(call, home, transaction)));
        api.Delete("airtable/bases/{base}/tables/{table}/fields/{field}", call => Edit(call, (home, transaction) => Gone(Field(call).Id, () => new SchemaRemoval(home, transaction).Delete(Table(call), Field(call)))));
    }

    JsonObject Rename(Call call, Base home, Transaction transaction)
    {
        var table = Table(call);
        new SchemaEdit(home, transaction).Rename(table, call["name"] ?? table.Name, call["description"] ?? table.Description);
        return SchemaDocument.Of(table, home);
    }

    /// <summary>A new name, a new type, or both.</summary>
    JsonObject Change(Call call, Base home, Transaction transaction)
    {
        var (table, field) = (Table(call), Field(call));
        if (call["name"] is { } name) new SchemaEdit(home, transaction).Rename(table, field, name);
        if (call["description"] is { } description) field.Description = description;
        if (call["type"] is { } type)
        {
            var wanted = new JsonObject { ["name"] = field.Name, ["type"] = type, ["options"] = call.Body["options"]?.DeepClone() };
            new SchemaRemoval(home, transaction).ChangeType(table, field, FieldSpec.Read(wanted, home, byHand: true));
        }
        return SchemaDocument.Of(field, table, home);
    }

    static JsonObject Gone(string id, Action work)
    {
        work();
        return new JsonObject { ["id"] = id, ["deleted"] = true };
    }

    Answer Edit(Call call, Func<Base, Transaction, JsonObject> work) => AirtableRoutes.Refusing(() =>
    {
        var home = AirtableRoutes.BaseOf(world, call);
        var transaction = new Transaction(home, Actor.Person, home.Now);
        var answer = work(home, transaction);
        transaction.Commit();
        return Answer.Ok(answer);
    });

    Table Table(Call call) => AirtableRoutes.TableOf(world, call);
    Field Field(Call call) => Table(call).TryFind(call.Route("field"), out var field) ? field : throw new NotFound($"There is no field {call.Route("field")}.");
}
