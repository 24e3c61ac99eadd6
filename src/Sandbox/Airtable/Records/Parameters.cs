using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MyCavoodle.Sandbox.Wire;

namespace MyCavoodle.Sandbox.Airtable;

/// <summary>
/// Parameters from the query, where lists are <c>fields[]=a</c> or <c>fields[0]=a</c> and structures <c>sort[0][field]=a</c>, or from a
/// body, where they are JSON.
/// </summary>
sealed partial class Parameters(Call call)
{
    public string? this[string name] => call[name];

    public bool Is(string name) => call[name] is "true" or "1";

    /// <exception cref="AirtableRefusal">It is not a whole number within the range.</exception>
    public int? Whole(string name, int least, int most) => call[name] is not { } text ? null
        : int.TryParse(text, out var number) && number >= least && number <= most ? number : throw AirtableRefusal.BadRequest();

    public IReadOnlyList<string> List(string name)
    {
        if (call.Body.Texts(name) is { } list) return list;
        return [.. call.Http.Query.Where(q => q.Key == name || ListKey().Match(q.Key) is { Success: true } m && m.Groups[1].Value == name).SelectMany(q => q.Value).OfType<string>()];
    }

    /// <summary>What to sort by, in order of importance.</summary>
    public IReadOnlyList<(string Field, bool Descending)> Sort()
    {
        var parts = call.Body["sort"] is JsonArray array
            ? array.Select(i => i as JsonObject ?? throw AirtableRefusal.BadRequest()).Select(i => (i.Text("field"), i.Text("direction")))
            : call.Http.Query.Select(q => (Match: SortKey().Match(q.Key), q.Value)).Where(q => q.Match.Success).GroupBy(q => int.Parse(q.Match.Groups[1].Value)).OrderBy(g => g.Key)
                .Select(g => (g.FirstOrDefault(p => p.Match.Groups[2].Value == "field").Value.FirstOrDefault(), g.FirstOrDefault(p => p.Match.Groups[2].Value == "direction").Value.FirstOrDefault()));
        return [.. parts.Select(p => p.Item1 is { } field && p.Item2 is null or "asc" or "desc" ? (p.Item1!, p.Item2 == "desc") : throw AirtableRefusal.BadRequest())];
    }

    [GeneratedRegex(@"^(\w+)\[\d*\]$")]
    private static partial Regex ListKey();

    [GeneratedRegex(@"^sort\[(\d{1,4})\]\[(field|direction)\]$")]
    private static partial Regex SortKey();
}
