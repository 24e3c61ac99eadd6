using System.Text.Json.Nodes;

namespace MyCavoodle.Sandbox.Airtable;

/// <summary>The options of a select field, given anew: those with a known id stay, and may be renamed; those left out are gone from the cells too.</summary>
sealed class ChoiceList(Table table, Field field)
{
    public void Become(JsonArray wanted)
    {
        var choices = wanted.Select((node, i) => One(node!.AsObject(), i)).ToList();
        var gone = field.Choices.Except(choices).Select(c => c.Id).ToHashSet();
        field.SetChoices(choices);
        if (gone.Count == 0) return;
        table.Forget(field);
        foreach (var row in table.Rows)
            if (row[field] is string id && gone.Contains(id)) row.Set(field, null);
            else if (row[field] is List<string> ids && ids.Any(gone.Contains)) row.Set(field, CellValue.OrEmpty([.. ids.Where(i => !gone.Contains(i))]));
    }

    Choice One(JsonObject json, int place)
    {
        if (json.Text("id") is not { } id) return Choice.New(json.Text("name")!, json.Text("color"), place);
        var known = field.ChoiceById(id) ?? throw AirtableRefusal.Invalid($"{id} is not a choice of {field.Name}", "INVALID_MULTIPLE_CHOICE_OPTIONS");
        (known.Name, known.Color) = (json.Text("name") ?? known.Name, json.Text("color") ?? known.Color);
        return known;
    }
}
