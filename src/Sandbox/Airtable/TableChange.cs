namespace MyCavoodle.Sandbox.Airtable;

/// <summary>What one edit did to one table.</summary>
sealed class TableChange
{
    public HashSet<Row> Created { get; } = [];
    /// <summary>Rows with the former values of their changed cells.</summary>
    public Dictionary<Row, Dictionary<Field, object?>> Changed { get; } = [];
    public List<string> Destroyed { get; } = [];
    public List<Field> CreatedFields { get; } = [];
    /// <summary>Fields with their former name and type.</summary>
    public Dictionary<Field, (string Name, string Type)> ChangedFields { get; } = [];
    public List<string> DestroyedFields { get; } = [];
    /// <summary>The table's own former name and description.</summary>
    public (string Name, string? Description)? Former { get; set; }

    public bool IsEmpty => Created.Count + Changed.Count + Destroyed.Count + CreatedFields.Count + ChangedFields.Count + DestroyedFields.Count == 0 && Former is null;
}
