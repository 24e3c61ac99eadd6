using System.Text.Json.Nodes;
using MyCavoodle.Sandbox.Wire;

namespace MyCavoodle.Sandbox.Airtable;

/// <summary>Deleting records, one or up to ten. https://airtable.com/developers/web/api/delete-multiple-records</summary>
sealed class Removing(Base home, Table table, Actor actor)
{
    public Answer One(Row row)
    {
        Remove([row]);
        return Answer.Ok(Gone(row));
    }

    public Answer Many(Call call)
    {
        var ids = new Parameters(call).List("records");
        if (ids.Count is 0 or > Writing.MostRecords) throw AirtableRefusal.Invalid("You must provide an array of up to 10 record IDs to delete.", "INVALID_RECORDS");
        Row[] rows = [.. ids.Select(id => table.Row(id) ?? throw AirtableRefusal.NoRow(id)).Distinct()];
        Remove(rows);
        return Answer.Ok(new JsonObject { ["records"] = new JsonArray([.. rows.Select(Gone)]) });
    }

    void Remove(IEnumerable<Row> rows)
    {
        var transaction = new Transaction(home, actor, home.Now);
        foreach (var row in rows) transaction.Remove(table, row);
        transaction.Commit();
    }

    static JsonNode Gone(Row row) => new JsonObject { ["id"] = row.Id, ["deleted"] = true };
}
