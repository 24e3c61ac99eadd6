using System.Text.Json.Nodes;
using MyCavoodle.Sandbox.Airtable.Formulas;

namespace MyCavoodle.Sandbox.Airtable;

/// <summary>A column.</summary>
sealed class Field
{
    readonly Dictionary<string, Choice> choicesByName = [];
    readonly Dictionary<string, Choice> choicesById = [];
    readonly List<Choice> choices = [];

    public string Id { get; init; } = AirtableId.New("fld");
    /// <summary>Where its cells are in a row.</summary>
    public required int Slot { get; init; }
    public required string Name { get; set; }
    public string? Description { get; set; }
    public required string Type { get; set; }
    /// <summary>As they were given, without the choices and without what is known only now.</summary>
    public JsonObject? Options { get; set; }

    public bool IsComputed => FieldType.IsComputed(Type);
    public bool IsLink => Type == "multipleRecordLinks";

    /// <summary>Of a link.</summary>
    public string? LinkedTableId { get; set; }
    /// <summary>Of a link: the field on the other side, null where a table links to itself.</summary>
    public string? InverseFieldId { get; set; }
    /// <summary>Of a formula or rollup.</summary>
    public Formula? Formula { get; set; }
    /// <summary>Of a rollup, lookup or count: the link it follows.</summary>
    public string? FollowedFieldId { get; set; }
    /// <summary>Of a rollup or lookup: what it takes from the other table.</summary>
    public string? TakenFieldId { get; set; }

    public IReadOnlyList<Choice> Choices => choices;

    public Choice? ChoiceById(string id) => choicesById.GetValueOrDefault(id);
    public Choice? ChoiceByName(string name) => choicesByName.GetValueOrDefault(name);

    public void Add(Choice choice)
    {
        choices.Add(choice);
        choicesById[choice.Id] = choicesByName[choice.Name] = choice;
    }

    public void SetChoices(IEnumerable<Choice> wanted)
    {
        Choice[] all = [.. wanted];
        choices.Clear();
        choicesById.Clear();
        choicesByName.Clear();
        foreach (var choice in all) Add(choice);
    }
}
