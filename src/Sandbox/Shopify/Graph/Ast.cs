using System.Text.Json.Nodes;

namespace MyCavoodle.Sandbox.Shopify.Graph;

/// <summary>A request as written: operations, and the fragments they share. https://spec.graphql.org/October2021/#sec-Language</summary>
sealed record Document(IReadOnlyList<Operation> Operations, IReadOnlyDictionary<string, Fragment> Fragments);

/// <param name="Kind">query or mutation.</param>
sealed record Operation(string Kind, string? Name, IReadOnlyList<Variable> Variables, IReadOnlyList<Selection> Selections);

/// <param name="IsRequired">Its type ends in "!" and it has no default.</param>
sealed record Variable(string Name, bool IsRequired, Value? Default, Place Place);

sealed record Fragment(string Name, string On, IReadOnlyList<Selection> Selections);

/// <param name="Conditions">@include(if:) and @skip(if:), which decide when the variables are known.</param>
abstract record Selection(Place Place, IReadOnlyList<Condition> Conditions)
{
    public bool IsWanted(JsonObject variables) => Conditions.All(c => (bool?)c.If(variables) != c.Skips);
}

sealed record FieldSelection(string? Alias, string Name, IReadOnlyDictionary<string, Value> Arguments, IReadOnlyList<Selection> Selections,
    Place Place, IReadOnlyList<Condition> Conditions) : Selection(Place, Conditions)
{
    public string Key => Alias ?? Name;
}

sealed record SpreadSelection(string Fragment, Place Place, IReadOnlyList<Condition> Conditions) : Selection(Place, Conditions);

sealed record InlineSelection(string? On, IReadOnlyList<Selection> Selections, Place Place, IReadOnlyList<Condition> Conditions) : Selection(Place, Conditions);

sealed record Condition(bool Skips, Value If);

/// <summary>Line and column, both from 1.</summary>
readonly record struct Place(int Line, int Column);

/// <summary>An argument's value once the variables are known; enumeration values become text.</summary>
delegate JsonNode? Value(JsonObject variables);

/// <summary>The request is refused as a whole: HTTP 200 with <c>errors</c> and no data.</summary>
/// <param name="message">As Shopify words it.</param>
/// <param name="code">What extensions.code says, e.g. undefinedField; null for a syntax error.</param>
/// <param name="place">Where in the query.</param>
sealed class GraphException(string message, string? code = null, Place? place = null) : Exception(message)
{
    public string? Code => code;
    public Place? Place => place;
    /// <summary>Type and field names beside the code.</summary>
    public IReadOnlyDictionary<string, string> More { get; init; } = new Dictionary<string, string>();
    public IReadOnlyList<string> Path { get; init; } = [];
}
