using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MyCavoodle.Clients.Airtable;
using MyCavoodle.Hub;

namespace MyCavoodle.Feeds.Airtable;

/// <summary>Holds the base against the schema. What was seen before is known by its id, what is new by its name.</summary>
public sealed partial class Comparison(BaseSchema schema, BaseMap known, IReadOnlyList<AirtableTable> tables)
{
    readonly List<Difference> differences = [];

    public static BaseView Of(BaseSchema schema, BaseMap known, IReadOnlyList<AirtableTable> tables) => new Comparison(schema, known, tables).Run();

    BaseView Run()
    {
        var found = schema.Sheets.ToDictionary(s => s.Table, Find);
        var ids = found.Where(f => f.Value is not null).ToDictionary(f => f.Key, f => f.Value!.Id);
        List<LiveTable> live = [];
        var map = new BaseMap(known.BaseId);
        foreach (var sheet in schema.Sheets)
        {
            if (found[sheet.Table] is not { } table)
            {
                Note(sheet, null, DifferenceKind.TableMissing, $"The table {sheet.Name} is missing. `airtable provision` makes it.");
                continue;
            }
            var (one, fields) = Compare(sheet, table, ids);
            live.Add(one);
            map.Tables[sheet.Table] = new(table.Id)
            {
                IsAdopted = known.Tables.GetValueOrDefault(sheet.Table) is { } before && before.Id == table.Id && before.IsAdopted,
                Fields = fields,
            };
        }
        return new(map, live, differences);
    }

    AirtableTable? Find(Sheet sheet) =>
        tables.FirstOrDefault(t => t.Id == known.Tables.GetValueOrDefault(sheet.Table)?.Id) ?? tables.FirstOrDefault(t => IsNamed(t.Name, sheet.Name));

    (LiveTable Live, Dictionary<string, string> Ids) Compare(Sheet sheet, AirtableTable table, Dictionary<MirrorTable, string> tableIds)
    {
        if (!IsNamed(table.Name, sheet.Name)) Note(sheet, null, DifferenceKind.TableRenamed, $"The table {sheet.Name} was renamed to {table.Name}. It is still kept in step.");
        var remembered = known.Tables.GetValueOrDefault(sheet.Table)?.Fields ?? [];
        var there = sheet.Fields.Select(f => (Field: f, Real: Find(table, f, remembered))).Where(f => f.Real is not null).ToDictionary(f => f.Field, f => f.Real!);
        // A field that is gone for now stays remembered: it may come back from the trash.
        var ids = there.ToDictionary(f => f.Key.Name, f => f.Value.Id);
        foreach (var (name, id) in remembered) ids.TryAdd(name, id);
        if (there.TryGetValue(sheet.Key, out var key) && table.PrimaryFieldId != key.Id)
            Note(sheet, sheet.Key, DifferenceKind.PrimaryOther, $"{sheet.Name}: the primary field is not {sheet.Key.Name}.");
        Dictionary<SchemaField, string> writable = [];
        foreach (var field in sheet.Fields)
            if (IsRight(sheet, table, field, there.GetValueOrDefault(field), tableIds, there) && !field.IsByHand) writable[field] = there[field].Id;
        return (new(sheet, table.Id, there.ToDictionary(f => f.Value.Id, f => f.Key), writable), ids);
    }

    static AirtableField? Find(AirtableTable table, SchemaField field, Dictionary<string, string> remembered) =>
        table.Fields.FirstOrDefault(f => f.Id == remembered.GetValueOrDefault(field.Name)) ?? table.Fields.FirstOrDefault(f => IsNamed(f.Name, field.Name));

    bool IsRight(Sheet sheet, AirtableTable table, SchemaField field, AirtableField? real, Dictionary<MirrorTable, string> tableIds, Dictionary<SchemaField, AirtableField> there)
    {
        var name = $"{table.Name}: {field.Name}";
        if (real is null)
            return field.IsByHand ? Note(sheet, field, DifferenceKind.FormulaMissing, $"{name} is missing. It is a formula to paste by hand.")
                : Note(sheet, field, DifferenceKind.FieldMissing, $"{name} is missing. `airtable provision` makes it again.");
        if (!IsNamed(real.Name, field.Name)) Note(sheet, field, DifferenceKind.FieldRenamed, $"{table.Name}: {field.Name} was renamed from {field.Name} to {real.Name}. It is still kept in step.");
        if (real.Type != field.Cell.Type) return Note(sheet, field, DifferenceKind.TypeChanged, $"{name} should be of type {field.Cell.Type} and is {real.Type}. Change its type back.");
        if (field.IsByHand && Plain(WithNames(real.Options?["formula"]?.ToString() ?? "", there)) != Plain(field.Formula!))
            return Note(sheet, field, DifferenceKind.FormulaChanged, $"{name} has another formula than it should.");
        if (field.Cell.LinksTo is { } to && tableIds.GetValueOrDefault(to) is { } target && real.Options?["linkedTableId"]?.ToString() != target)
            return Note(sheet, field, DifferenceKind.LinkElsewhere, $"{name} links to another table than {schema[to].Name}.");
        var missing = field.Cell.Choices.Except(ChoicesOf(real)).ToList();
        return missing.Count == 0 || Note(sheet, field, DifferenceKind.ChoiceMissing, $"{name} lacks the choice{(missing.Count > 1 ? "s" : "")} {string.Join(", ", missing)}. `airtable provision` adds them.");
    }

    public static IEnumerable<string> ChoicesOf(AirtableField field) =>
        (field.Options?["choices"] as JsonArray ?? []).Select(c => c?["name"]?.ToString()).OfType<string>();

    /// <summary>Always false, so that a difference can be returned as "not right".</summary>
    bool Note(Sheet sheet, SchemaField? field, DifferenceKind kind, string message)
    {
        differences.Add(new(sheet, field, kind, message));
        return false;
    }

    /// <summary>Airtable gives a formula back with ids for fields; here with their names in the schema.</summary>
    static string WithNames(string formula, Dictionary<SchemaField, AirtableField> there) => FieldId().Replace(formula,
        m => there.FirstOrDefault(f => f.Value.Id == m.Groups[1].Value).Key is { } field ? $"{{{field.Name}}}" : m.Value);

    static string Plain(string formula) => string.Concat(formula.Where(c => !char.IsWhiteSpace(c)));

    static bool IsNamed(string? name, string wanted) => string.Equals(name?.Trim(), wanted, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"\{(fld\w+)\}")] private static partial Regex FieldId();
}
