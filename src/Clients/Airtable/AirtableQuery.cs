using System.Globalization;

namespace MyCavoodle.Clients.Airtable;

/// <summary>Which records to list, and what of them. https://airtable.com/developers/web/api/list-records</summary>
public sealed record AirtableQuery
{
    /// <summary>Fields by name or id; empty: all.</summary>
    public IReadOnlyList<string> Fields { get; init; } = [];
    public AirtableFormula? Filter { get; init; }
    public IReadOnlyList<AirtableSort> Sort { get; init; } = [];
    /// <summary>Only the records of this view, in its order.</summary>
    public string? View { get; init; }
    public int? MaxRecords { get; init; }
    /// <value>1 to 100.</value>
    public int PageSize { get; init; } = 100;
    /// <summary>Cells come by field id instead of name; ids survive renaming.</summary>
    public bool ByFieldId { get; init; }

    internal IEnumerable<(string Key, string? Value)> Parameters(string? offset) =>
    [
        ("pageSize", PageSize.ToString(CultureInfo.InvariantCulture)),
        ("maxRecords", MaxRecords?.ToString(CultureInfo.InvariantCulture)),
        ("view", View),
        ("filterByFormula", Filter?.ToString()),
        ("returnFieldsByFieldId", ByFieldId ? "true" : null),
        .. Fields.Select(f => ("fields%5B%5D", (string?)f)),
        .. Sort.SelectMany((s, i) => new[] { ($"sort%5B{i}%5D%5Bfield%5D", (string?)s.Field), ($"sort%5B{i}%5D%5Bdirection%5D", s.Direction) }),
        ("offset", offset),
    ];

    /// <summary>The same for <c>listRecords</c>, which takes them in the body.</summary>
    internal object Body(string? offset) => new
    {
        pageSize = PageSize,
        maxRecords = MaxRecords,
        view = View,
        filterByFormula = Filter?.ToString(),
        returnFieldsByFieldId = ByFieldId ? true : (bool?)null,
        fields = Fields.Count == 0 ? null : Fields,
        sort = Sort.Count == 0 ? null : Sort.Select(s => new { field = s.Field, direction = s.Direction }),
        offset,
    };
}

public sealed record AirtableSort(string Field, bool IsDescending = false)
{
    internal string Direction => IsDescending ? "desc" : "asc";
}
