namespace MyCavoodle.Sandbox.Airtable.Formulas;

/// <summary>What a formula may ask of the row itself.</summary>
static class RowFunctions
{
    public static readonly IReadOnlyList<Function> All =
    [
        new("RECORD_ID", 0, 0, _ => new(Kind.Text, scope => scope.Row.Id)),
        new("CREATED_TIME", 0, 0, _ => new(Kind.Date, scope => scope.Row.CreatedAt)),
        new("LAST_MODIFIED_TIME", 0, Function.Many, fields => fields.Count == 0
            ? new(Kind.Date, scope => scope.Row.ModifiedAt ?? scope.Row.CreatedAt)
            : new(Kind.Date, scope => fields.Select(f => f.Field is { } field ? scope.Row.TouchedAt(field) : null).Max())),
    ];
}
