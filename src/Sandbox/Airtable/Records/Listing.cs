using System.Text.Json.Nodes;
using MyCavoodle.Sandbox.Airtable.Formulas;
using MyCavoodle.Sandbox.Wire;

namespace MyCavoodle.Sandbox.Airtable;

/// <summary>Reading many records. https://airtable.com/developers/web/api/list-records</summary>
sealed class Listing(Base home, Table table, Pager pager)
{
    const int LargestPage = 100;

    public Answer Answer(Call call)
    {
        var parameters = new Parameters(call);
        // The JavaScript client still says "limit" when it pages by itself.
        var size = parameters.Whole("pageSize", 1, LargestPage) ?? parameters.Whole("limit", 1, LargestPage) ?? LargestPage;
        var document = Document(parameters, parameters.List("fields"));
        if (parameters["view"] is { Length: > 0 } view && view != Table.ViewName && view != table.ViewId) throw AirtableRefusal.Invalid($"View {view} not found", "VIEW_NAME_NOT_FOUND");
        var (page, next) = parameters["offset"] is { Length: > 0 } offset ? pager.GoOn(offset, size) : pager.Begin(Wanted(parameters), size);
        // What was deleted since the first page was cut is left out.
        var answer = new JsonObject { ["records"] = document.Of(page.Where(r => table.Row(r.Id) == r)) };
        if (next is not null) answer["offset"] = next;
        return Wire.Answer.Ok(answer);
    }

    /// <summary>How records are to be shown.</summary>
    public RecordDocument Document(Parameters parameters, IReadOnlyList<string>? fields = null)
    {
        var format = parameters["cellFormat"] ?? "json";
        if (format is not ("json" or "string") || format == "string" && (parameters["timeZone"] is null || parameters["userLocale"] is null)) throw AirtableRefusal.BadRequest();
        return new()
        {
            Home = home, Table = table, ByFieldId = parameters.Is("returnFieldsByFieldId"), IsText = format == "string", TextZone = Moment.Zone(parameters["timeZone"]),
            Fields = fields is { Count: > 0 } ? [.. fields.Select(Field)] : null,
        };
    }

    IEnumerable<Row> Wanted(Parameters parameters)
    {
        var rows = table.Rows;
        var reader = new RowReader(home, table, home.Now);
        if (parameters["filterByFormula"] is { Length: > 0 } text)
        {
            var formula = Filter(text);
            rows = rows.Where(r => Plain.Truth(formula.Evaluate(new(reader, r))));
        }
        rows = Sorted(rows, [.. parameters.Sort().Select(s => (Field(s.Field), s.Descending))], reader);
        return parameters.Whole("maxRecords", 1, int.MaxValue) is { } most ? rows.Take(most) : rows;
    }

    Formula Filter(string text)
    {
        try { return Formula.Parse(text, table); }
        catch (FormulaException e) { throw AirtableRefusal.Invalid($"The formula for filtering records is invalid: {e.Message}", "INVALID_FILTER_BY_FORMULA"); }
    }

    /// <summary>Empty cells come first, as in a grid; choices in the order of the field's options.</summary>
    static IEnumerable<Row> Sorted(IEnumerable<Row> rows, IReadOnlyList<(Field Field, bool Descending)> by, RowReader reader)
    {
        if (by.Count == 0) return rows;
        var sorted = rows.Select(row => (Row: row, Keys: by.Select(b => Key(row, b.Field, reader)).ToArray())).ToList();
        return sorted.Order(Comparer<(Row Row, object?[] Keys)>.Create((a, b) =>
        {
            for (var i = 0; i < by.Count; i++)
                if (Order(a.Keys[i], b.Keys[i]) is var order and not 0) return by[i].Descending ? -order : order;
            return a.Row.Number.CompareTo(b.Row.Number);
        })).Select(s => s.Row);
    }

    static object? Key(Row row, Field field, RowReader reader) => field.Type == "singleSelect" && row[field] is string id
        ? (double)field.Choices.TakeWhile(c => c.Id != id).Count() : reader.Value(row, field) is var value && value is IReadOnlyList<object?> ? Plain.Text(value) : value;

    static int Order(object? a, object? b) => Plain.IsBlank(a) || Plain.IsBlank(b)
        ? Plain.IsBlank(b).CompareTo(Plain.IsBlank(a))
        : a is string one && b is string other ? string.Compare(one, other, StringComparison.OrdinalIgnoreCase) : Plain.Compare(a, b) ?? 0;

    Field Field(string name) => table.TryFind(name, out var field) ? field : throw AirtableRefusal.UnknownField(name);
}
