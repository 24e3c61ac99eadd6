using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using MyCavoodle.Clients.Http;

namespace MyCavoodle.Clients.Airtable;

/// <summary>
/// The rows of a base's tables; a table is named by id or name. A batch holds <see cref="LargestBatch"/> rows and succeeds or fails as
/// a whole; its refusal names the first fault. Overlapping calls start in the order they were made, but a repeated one can end after a
/// later one: await a write to a row before the next. https://airtable.com/developers/web/api/list-records
/// </summary>
/// <exception cref="ProviderException">Any refusal; the code is Airtable's type, e.g. <c>INVALID_VALUE_FOR_COLUMN</c>.</exception>
public sealed class AirtableRecords
{
    public const int LargestBatch = 10;

    const int LongestAddress = 16_000, Restarts = 3;
    readonly AirtableCalls calls;
    readonly AirtableBase place;

    internal AirtableRecords(AirtableCalls calls, AirtableBase place) => (this.calls, this.place) = (calls, place);

    /// <summary>
    /// Records page by page, each at most once. When Airtable forgets the place (after minutes without reading on) the listing begins
    /// anew and leaves out what was already given: a record changed in between is then known in its earlier state, and one created
    /// or moved in between is seen if the second reading meets it.
    /// </summary>
    public async IAsyncEnumerable<AirtableRecord> ListAsync(string table, AirtableQuery query, [EnumeratorCancellation] CancellationToken ct)
    {
        var given = new HashSet<string>(StringComparer.Ordinal);
        var restarts = 0;
        string? offset = null;
        do
        {
            Page page;
            try
            {
                page = await calls.SendAsync<Page>(PageCall(table, query, offset), ct);
            }
            catch (ProviderException e) when (offset is not null && e.Code is AirtableRefusal.IteratorGone or AirtableRefusal.InvalidOffset && restarts++ < Restarts)
            {
                offset = null;
                page = await calls.SendAsync<Page>(PageCall(table, query, offset), ct);
            }
            foreach (var record in page.Records)
                if (given.Add(record.Id) && !(given.Count > query.MaxRecords))
                    yield return record;
            offset = page.Offset;
        }
        while (!string.IsNullOrEmpty(offset));
    }

    /// <summary>One record, or null when the table has none with this id.</summary>
    public async Task<AirtableRecord?> GetAsync(string table, string recordId, bool byFieldId, CancellationToken ct)
    {
        var path = $"{Path(table)}/{Uri.EscapeDataString(recordId)}{(byFieldId ? "?returnFieldsByFieldId=true" : "")}";
        try
        {
            return await calls.SendAsync<AirtableRecord>(new(HttpMethod.Get, place.Id, path, Repeat.Always), ct);
        }
        catch (ProviderException e) when (e.Code is AirtableRefusal.NotFound or AirtableRefusal.NoSuchRow)
        {
            return null;
        }
    }

    /// <summary>Makes rows, in order. Never repeated: after a transient refusal they may be there. Prefer <see cref="UpsertAsync"/>.</summary>
    public Task<IReadOnlyList<AirtableRecord>> CreateAsync(string table, IReadOnlyList<JsonObject> rows, AirtableWriting writing, CancellationToken ct) =>
        WriteAsync(HttpMethod.Post, table, [.. rows.Select(r => new Row(null, r))], writing, Repeat.Never, ct);

    /// <summary>Changes the given cells of the given rows.</summary>
    public Task<IReadOnlyList<AirtableRecord>> UpdateAsync(string table, IReadOnlyList<AirtableChange> changes, AirtableWriting writing, CancellationToken ct) =>
        WriteAsync(HttpMethod.Patch, table, [.. changes.Select(c => new Row(c.Id, c.Fields))], writing, Repeat.Always, ct);

    /// <summary>
    /// Changes the row whose key fields have these values, or makes it. Two rows of one key in the table refuse the whole batch; two of
    /// one key in the batch, or two such calls at once, can make the row twice: one writer per key.
    /// </summary>
    /// <param name="keys">One to three fields that are not computed.</param>
    public async Task<AirtableUpserted> UpsertAsync(string table, IReadOnlyList<string> keys, IReadOnlyList<JsonObject> rows, AirtableWriting writing, CancellationToken ct) =>
        IsEmpty(rows.Count) ? new() : await calls.SendAsync<AirtableUpserted>(new(HttpMethod.Patch, place.Id, Path(table), Repeat.Always,
            new Batch([.. rows.Select(r => new Row(null, r))], writing.Typecast, writing.ByFieldId, new(keys))), ct);

    /// <summary>Deletes rows and says which are gone.</summary>
    public async Task<IReadOnlyList<string>> DeleteAsync(string table, IReadOnlyList<string> recordIds, CancellationToken ct)
    {
        if (IsEmpty(recordIds.Count))
            return [];
        var path = $"{Path(table)}?{Wire.Query(recordIds.Select(id => ("records%5B%5D", (string?)id)))}";
        var reply = await calls.SendAsync<Deletions>(new(HttpMethod.Delete, place.Id, path, Repeat.WhenRefused), ct);
        return [.. reply.Records.Where(r => r.Deleted && r.Id is not null).Select(r => r.Id!)];
    }

    async Task<IReadOnlyList<AirtableRecord>> WriteAsync(HttpMethod method, string table, IReadOnlyList<Row> rows, AirtableWriting writing, Repeat repeat, CancellationToken ct) =>
        IsEmpty(rows.Count) ? []
            : (await calls.SendAsync<Page>(new(method, place.Id, Path(table), repeat, new Batch(rows, writing.Typecast, writing.ByFieldId, null)), ct)).Records;

    AirtableCall PageCall(string table, AirtableQuery query, string? offset)
    {
        var path = $"{Path(table)}?{Wire.Query(query.Parameters(offset))}";
        return calls.Address("").AbsoluteUri.Length + path.Length <= LongestAddress ? new(HttpMethod.Get, place.Id, path, Repeat.Always)
            : new(HttpMethod.Post, place.Id, Path(table) + "/listRecords", Repeat.Always, query.Body(offset));
    }

    string Path(string table) => $"{place.Id}/{Uri.EscapeDataString(table)}";

    static bool IsEmpty(int rows)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rows, LargestBatch);
        return rows == 0;
    }

    sealed record Row(string? Id, JsonObject Fields);
    sealed record Batch(IReadOnlyList<Row> Records, bool Typecast, bool ReturnFieldsByFieldId, Merge? PerformUpsert);
    sealed record Merge(IReadOnlyList<string> FieldsToMergeOn);
    sealed record Deletion(string? Id, bool Deleted);

    sealed record Page
    {
        public IReadOnlyList<AirtableRecord> Records { get; init => field = value ?? []; } = [];
        public string? Offset { get; init; }
    }

    sealed record Deletions
    {
        public IReadOnlyList<Deletion> Records { get; init => field = value ?? []; } = [];
    }
}
