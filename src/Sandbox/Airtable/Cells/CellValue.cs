using System.Text.Json.Nodes;

namespace MyCavoodle.Sandbox.Airtable;

/// <summary>What is true of a cell's content whatever its type.</summary>
static class CellValue
{
    /// <summary>An empty list is an empty cell.</summary>
    public static List<string>? OrEmpty(List<string> list) => list.Count == 0 ? null : list;

    public static bool AreSame(object? one, object? other) => (one, other) switch
    {
        (List<string> a, List<string> b) => a.SequenceEqual(b),
        (JsonNode a, JsonNode b) => JsonNode.DeepEquals(a, b),
        _ => Equals(one, other),
    };
}
