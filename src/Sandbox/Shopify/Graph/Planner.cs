using System.Text.Json.Nodes;

namespace MyCavoodle.Sandbox.Shopify.Graph;

/// <summary>Checks a selection against the schema and makes the plan of it. Errors are worded as Shopify words them.</summary>
/// <param name="document">For its fragments.</param>
/// <param name="variables">Filled in.</param>
/// <param name="schema">What there is.</param>
/// <param name="inBulk">In a bulk query, connections need no first.</param>
sealed class Planner(Document document, JsonObject variables, AdminSchema schema, bool inBulk = false)
{
    const int MostPerPage = 250;

    public Plan Plan(ObjectType type, IReadOnlyList<Selection> selections, IReadOnlyList<string> path)
    {
        var plan = new Plan(type);
        if (type == schema.Node)
            foreach (var concrete in schema.NodeTypes) plan.ByType[concrete.Name] = Plan(concrete, selections, path);
        else Collect(plan, selections, path);
        return plan;
    }

    void Collect(Plan plan, IReadOnlyList<Selection> selections, IReadOnlyList<string> path)
    {
        foreach (var selection in selections.Where(s => s.IsWanted(variables)))
            switch (selection)
            {
                case FieldSelection field:
                    AddField(plan, field, [.. path, field.Key]);
                    break;
                case SpreadSelection spread:
                    var fragment = document.Fragments.GetValueOrDefault(spread.Fragment)
                        ?? throw new GraphException($"Fragment {spread.Fragment} was used, but not defined", "useAndDefineFragment", spread.Place);
                    if (Fits(plan.Type, fragment.On, spread.Place)) Collect(plan, fragment.Selections, path);
                    break;
                case InlineSelection inline:
                    if (inline.On is null || Fits(plan.Type, inline.On, inline.Place)) Collect(plan, inline.Selections, path);
                    break;
            }
    }

    bool Fits(ObjectType type, string on, Place place)
    {
        if (on == type.Name || on == schema.Node.Name) return true;
        if (!schema.IsType(on)) throw new GraphException($"No such type {on}, so it can't be a fragment condition", "undefinedType", place);
        return false;
    }

    void AddField(Plan plan, FieldSelection selected, IReadOnlyList<string> path)
    {
        if (selected.Name == "__typename") { if (plan.Find(selected.Key) is null) plan.Add(new(selected.Key, null, Graph.Arguments.None, null)); return; }
        var (type, place) = (plan.Type.Name, selected.Place);
        var field = plan.Type.Find(selected.Name) ?? throw new GraphException($"Field '{selected.Name}' doesn't exist on type '{type}'", "undefinedField", place)
        {
            Path = path, More = new Dictionary<string, string> { ["typeName"] = type, ["fieldName"] = selected.Name },
        };
        var arguments = Arguments(field, selected, path);
        var of = field.Of?.Invoke();
        if (of is null && selected.Selections.Count > 0)
            throw new GraphException($"Selections can't be made on scalars (field '{field.Name}' has selections)", "selectionMismatch", place) { Path = path };
        if (of is not null && selected.Selections.Count == 0)
            throw new GraphException($"Field must have selections (field '{field.Name}' returns {of.Name} but has no selections. Did you mean '{field.Name} {{ ... }}'?)", "selectionMismatch", place) { Path = path };
        if (field.Shape == Shape.Connection) of = schema.ConnectionOf(of!);
        if (plan.Find(selected.Key) is { } same) { if (same.Plan is { } into) Collect(into, selected.Selections, path); }
        else plan.Add(new(selected.Key, field, arguments, of is null ? null : Plan(of, selected.Selections, path)));
    }

    Arguments Arguments(Field field, FieldSelection selected, IReadOnlyList<string> path)
    {
        foreach (var name in selected.Arguments.Keys.Where(n => !field.Takes.Contains(n) && !field.Takes.Contains(n + "!")))
            throw new GraphException($"Field '{field.Name}' doesn't accept argument '{name}'", "argumentNotAccepted", selected.Place)
            {
                Path = [.. path, name], More = new Dictionary<string, string> { ["name"] = field.Name, ["typeName"] = "Field", ["argumentName"] = name },
            };
        var arguments = Graph.Arguments.Of(selected, variables);
        var missing = field.Takes.Where(t => t.EndsWith('!') && !arguments.Has(t[..^1])).Select(t => t[..^1]).ToList();
        if (missing.Count > 0)
            throw new GraphException($"Field '{field.Name}' is missing required arguments: {string.Join(", ", missing)}", "missingRequiredArguments", selected.Place)
            {
                Path = path, More = new Dictionary<string, string> { ["className"] = "Field", ["name"] = field.Name, ["arguments"] = string.Join(", ", missing) },
            };
        if (field.Shape == Shape.Connection && !inBulk) Check(arguments, field, selected.Place, path);
        return arguments;
    }

    static void Check(Arguments arguments, Field field, Place place, IReadOnlyList<string> path)
    {
        var (first, last) = (arguments.Whole("first"), arguments.Whole("last"));
        if (first is null && last is null) throw new GraphException("you must provide one of first or last", "BAD_REQUEST", place) { Path = path };
        if (first is not null && last is not null) throw new GraphException("providing both first and last is not supported", "BAD_REQUEST", place) { Path = path };
        if ((first ?? last) is < 0 or > MostPerPage)
            throw new GraphException($"Invalid value for argument '{(first is null ? "last" : "first")}' on field '{field.Name}': must be between 0 and {MostPerPage}", "BAD_REQUEST", place) { Path = path };
    }
}
