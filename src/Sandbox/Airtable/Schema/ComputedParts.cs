using System.Text.Json.Nodes;
using MyCavoodle.Sandbox.Airtable.Formulas;

namespace MyCavoodle.Sandbox.Airtable;

/// <summary>What a computed field is made of, by id or name.</summary>
sealed class ComputedParts(Base home, Table table, JsonObject? options)
{
    /// <exception cref="AirtableRefusal">It is missing, or is no link of this table.</exception>
    public Field Link() => options?.Text("recordLinkFieldId") is { } name && table.TryFind(name, out var link) && link.IsLink ? link
        : throw AirtableRefusal.Invalid($"recordLinkFieldId must be a link field of the table {table.Name}");

    /// <exception cref="AirtableRefusal">It is missing, or is no field of the table the link leads to.</exception>
    public Field Taken() => options?.Text("fieldIdInLinkedTable") is { } name && home.FindById(Link().LinkedTableId) is { } other && other.TryFind(name, out var field) ? field
        : throw AirtableRefusal.Invalid("fieldIdInLinkedTable must be a field of the linked table");

    /// <exception cref="AirtableRefusal">It is missing or cannot be understood.</exception>
    public Formula Formula(string? otherwise)
    {
        try { return Formulas.Formula.Parse(options?.Text("formula") ?? otherwise ?? throw AirtableRefusal.Invalid("formula is required"), table); }
        catch (FormulaException e) { throw AirtableRefusal.Invalid(e.Message); }
    }
}
