using System.Text.Json.Nodes;

namespace MyCavoodle.Sandbox.Airtable;

/// <summary>Makes and changes tables and fields. Names are unique without regard to case.</summary>
sealed class SchemaEdit(Base home, Transaction transaction)
{
    /// <exception cref="AirtableRefusal">The name is taken.</exception>
    public Table Create(TableSpec spec)
    {
        if (Taken(spec.Name, null)) throw TableSpec.NameTaken();
        var table = new Table { Name = spec.Name, Description = spec.Description };
        home.Add(table);
        transaction.CreatedTables.Add(table);
        foreach (var field in spec.Fields) Create(table, field);
        return table;
    }

    /// <summary>A link brings its inverse field with it.</summary>
    /// <exception cref="AirtableRefusal">The name is taken, or a computed field's parts are not there.</exception>
    public Field Create(Table table, FieldSpec spec)
    {
        if (Taken(table, spec.Name, null)) throw FieldSpec.NameTaken();
        var field = new Field { Slot = table.NextSlot(), Name = spec.Name, Description = spec.Description, Type = spec.Type };
        Become(table, field, spec.Type, spec.Options);
        table.Add(field);
        Announce(table, field);
        if (field.IsLink) AddInverse(table, field);
        return field;
    }

    /// <summary>Gives a field the type and what belongs to it; cells are the caller's business.</summary>
    public void Become(Table table, Field field, string type, JsonObject? options)
    {
        var parts = new ComputedParts(home, table, options);
        var link = type is "rollup" or "multipleLookupValues" or "count" ? parts.Link() : null;
        var taken = type is "rollup" or "multipleLookupValues" ? parts.Taken() : null;
        var formula = type is "formula" or "rollup" ? parts.Formula(type == "rollup" ? "ARRAYFLATTEN(values)" : null) : null;
        (field.Type, field.Options, field.Formula, field.FollowedFieldId, field.TakenFieldId) = (type, options, formula, link?.Id, taken?.Id);
        field.LinkedTableId = field.IsLink ? options!.Text("linkedTableId") : null;
        field.InverseFieldId = null;
        if (FieldType.IsSelect(type)) field.SetChoices(options!["choices"]!.AsArray().Select((c, i) => Choice.New(c!.AsObject().Text("name") ?? "", c.AsObject().Text("color"), i)));
    }

    public void Rename(Table table, string name, string? description)
    {
        if (Taken(name, table)) throw TableSpec.NameTaken();
        transaction.Of(table).Former ??= (table.Name, table.Description);
        (table.Name, table.Description) = (name, description);
    }

    public void Rename(Table table, Field field, string name)
    {
        if (Taken(table, name, field)) throw FieldSpec.NameTaken();
        transaction.Of(table).ChangedFields.TryAdd(field, (field.Name, field.Type));
        table.Rename(field, name);
    }

    /// <summary>Named after the table it comes from. A table that links to itself has none.</summary>
    public void AddInverse(Table table, Field link)
    {
        var other = home.FindById(link.LinkedTableId)!;
        if (other == table) return;
        var name = table.Name;
        for (var i = 2; Taken(other, name, null); i++) name = $"{table.Name} {i}";
        var inverse = new Field { Slot = other.NextSlot(), Name = name, Type = link.Type, LinkedTableId = table.Id, InverseFieldId = link.Id };
        link.InverseFieldId = inverse.Id;
        other.Add(inverse);
        Announce(other, inverse);
    }

    /// <summary>A new table is told as a whole.</summary>
    void Announce(Table table, Field field)
    {
        if (!transaction.CreatedTables.Contains(table)) transaction.Of(table).CreatedFields.Add(field);
    }

    bool Taken(string name, Table? besides) => string.IsNullOrWhiteSpace(name) || home.Tables.Any(t => t != besides && string.Equals(t.Name, name, StringComparison.OrdinalIgnoreCase));

    static bool Taken(Table table, string name, Field? besides) =>
        string.IsNullOrWhiteSpace(name) || table.Fields.Any(f => f != besides && string.Equals(f.Name, name, StringComparison.OrdinalIgnoreCase));
}
