namespace MyCavoodle.Sandbox.Airtable;

/// <summary>
/// A record. A cell is null when empty, else by its field's type: string, double, true, <see cref="DateOnly"/>,
/// <see cref="DateTimeOffset"/>, a list of strings (ids of choices, rows or users; one choice is its bare id), or JSON.
/// </summary>
sealed class Row(string id, int number, DateTimeOffset createdAt, User createdBy)
{
    object?[] cells = [];
    long[] touched = [];

    public string Id => id;
    /// <summary>What an autoNumber field shows; also the order of creation.</summary>
    public int Number => number;
    public DateTimeOffset CreatedAt => createdAt;
    public User CreatedBy => createdBy;
    public DateTimeOffset? ModifiedAt { get; private set; }
    public User? ModifiedBy { get; private set; }
    /// <summary>Where the table keeps it.</summary>
    public int Position { get; set; }

    public object? this[Field field] => field.Slot < cells.Length ? cells[field.Slot] : null;

    /// <summary>When this cell was last changed; null if never.</summary>
    public DateTimeOffset? TouchedAt(Field field) => field.Slot < touched.Length && touched[field.Slot] > 0 ? new DateTimeOffset(touched[field.Slot], TimeSpan.Zero) : null;

    public void Set(Field field, object? value, DateTimeOffset at, User by)
    {
        if (field.Slot >= cells.Length)
        {
            Array.Resize(ref cells, field.Slot + 1);
            Array.Resize(ref touched, field.Slot + 1);
        }
        (cells[field.Slot], touched[field.Slot]) = (value, at.UtcTicks);
        (ModifiedAt, ModifiedBy) = (at, by);
    }

    public void Set(Field field, object? value)
    {
        if (field.Slot < cells.Length) cells[field.Slot] = value;
    }
}
