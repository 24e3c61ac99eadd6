namespace MyCavoodle.Sandbox.Airtable;

/// <summary>Where listings go on; forgotten after a while. https://airtable.com/developers/web/api/list-records</summary>
sealed class Pager(TimeProvider time)
{
    static readonly TimeSpan Life = TimeSpan.FromMinutes(5);

    sealed record Listing(List<Row> Rows, Dictionary<string, int> Marks) { public DateTimeOffset Dies { get; set; } }

    readonly Dictionary<string, Listing> listings = [];

    /// <summary>Cuts off the first page.</summary>
    public (IReadOnlyList<Row> Page, string? Offset) Begin(IEnumerable<Row> rows, int size)
    {
        var first = rows.ToList();
        if (first.Count <= size) return (first, null);
        foreach (var (old, _) in listings.Where(l => l.Value.Dies < time.GetUtcNow()).ToList()) listings.Remove(old);
        var id = AirtableId.New("itr");
        listings[id] = new Listing(first, []);
        return Cut(id, 0, size);
    }

    /// <exception cref="AirtableRefusal">The offset is none, or has died.</exception>
    public (IReadOnlyList<Row> Page, string? Offset) GoOn(string offset, int size)
    {
        if (offset.Split('/') is not [var id, var mark] || !AirtableId.Is("itr", id)) throw AirtableRefusal.Invalid("The value of offset " + offset + " is invalid", "INVALID_OFFSET_VALUE");
        if (!listings.TryGetValue(id, out var listing) || listing.Dies < time.GetUtcNow() || !listing.Marks.TryGetValue(mark, out var from))
            throw AirtableRefusal.Invalid("The list records iterator is not available. Please retry the request from the beginning.", "LIST_RECORDS_ITERATOR_NOT_AVAILABLE");
        return Cut(id, from, size);
    }

    (IReadOnlyList<Row>, string?) Cut(string id, int from, int size)
    {
        var listing = listings[id];
        listing.Dies = time.GetUtcNow() + Life;
        var page = listing.Rows.GetRange(from, Math.Min(size, listing.Rows.Count - from));
        if (from + size >= listing.Rows.Count) return (page, null);
        listing.Marks[page[^1].Id] = from + size;
        return (page, $"{id}/{page[^1].Id}");
    }
}
