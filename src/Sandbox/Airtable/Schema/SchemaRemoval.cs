using System.Text.Json.Nodes;
using NodaTime;

namespace MyCavoodle.Sandbox.Airtable;

/// <summary>What only a person in the web app can do to a schema: change a field's type, delete fields and tables.</summary>
sealed class SchemaRemoval(Base home, Transaction transaction)
{
    const string Text = "singleLineText";

    /// <summary>Cells are carried over as their text, where the new type takes it; else they are empty.</summary>
    public void ChangeType(Table table, Field field, FieldSpec spec)
    {
        if (field == table.Primary && !FieldType.CanBePrimary(spec.Type)) throw AirtableRefusal.Invalid($"A field of type {spec.Type} cannot be the primary field");
        var texts = Texts(table, field);
        Detach(field);
        transaction.Of(table).ChangedFields.TryAdd(field, (field.Name, field.Type));
        new SchemaEdit(home, transaction).Become(table, field, spec.Type, spec.Options);
        Empty(table, field);
        if (field.IsLink) new SchemaEdit(home, transaction).AddInverse(table, field);
        if (!field.IsComputed) Refill(table, field, texts);
    }

    public void Delete(Table table, Field field)
    {
        if (field == table.Primary) throw AirtableRefusal.Invalid("The primary field cannot be deleted");
        Detach(field);
        Empty(table, field);
        table.Remove(field);
        foreach (var other in table.Fields.Where(f => f.Formula?.Fields.Contains(field) == true)) other.Formula = null;
        transaction.Of(table).DestroyedFields.Add(field.Id);
    }

    public void Delete(Table table)
    {
        if (home.Tables.Count == 1) throw AirtableRefusal.Invalid("The last table of a base cannot be deleted");
        foreach (var link in table.Fields.Where(f => f.IsLink)) Detach(link);
        foreach (var other in home.Tables.Where(t => t != table))
            foreach (var link in other.Fields.Where(f => f.IsLink && f.LinkedTableId == table.Id)) BecomeText(other, link);
        home.Remove(table);
        transaction.DestroyedTables.Add(table.Id);
    }

    /// <summary>The other side of a link that goes becomes text.</summary>
    void Detach(Field field)
    {
        if (field.IsLink && home.Inverse(field) is { } inverse) BecomeText(inverse.Table, inverse.Field);
        field.InverseFieldId = null;
    }

    void BecomeText(Table table, Field field)
    {
        var texts = Texts(table, field);
        transaction.Of(table).ChangedFields.TryAdd(field, (field.Name, field.Type));
        new SchemaEdit(home, transaction).Become(table, field, Text, null);
        Empty(table, field);
        Refill(table, field, texts);
    }

    Dictionary<Row, string> Texts(Table table, Field field)
    {
        var output = new CellOutput(home, table, home.Now);
        return table.Rows.Select(row => (row, Text: output.Text(row, field, DateTimeZone.Utc))).Where(r => r.Text is not null).ToDictionary(r => r.row, r => r.Text!);
    }

    static void Empty(Table table, Field field)
    {
        table.Forget(field);
        foreach (var row in table.Rows) row.Set(field, null);
    }

    void Refill(Table table, Field field, Dictionary<Row, string> texts)
    {
        var draft = new Draft(home);
        var input = new CellInput(draft, typecast: true);
        foreach (var (row, text) in texts)
            try { draft.Update(table, row, new() { [field] = input.Read(field, JsonValue.Create(text)) }); }
            catch (AirtableRefusal) { /* What the new type does not take is lost, as in life. */ }
        draft.Apply(transaction);
    }
}
