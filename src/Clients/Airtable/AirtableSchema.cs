namespace MyCavoodle.Clients.Airtable;

/// <summary>
/// The tables and fields of a base. Nothing here deletes, and views cannot be made. What is made is never asked for twice: after a
/// transient refusal look into <see cref="TablesAsync"/> first. https://airtable.com/developers/web/api/get-base-schema
/// </summary>
/// <exception cref="ProviderException">Any refusal; needs the scopes schema.bases:read and schema.bases:write.</exception>
public sealed class AirtableSchema
{
    readonly AirtableCalls calls;
    readonly AirtableBase place;

    internal AirtableSchema(AirtableCalls calls, AirtableBase place) => (this.calls, this.place) = (calls, place);

    public async Task<IReadOnlyList<AirtableTable>> TablesAsync(CancellationToken ct) =>
        (await calls.SendAsync<TableList>(new(HttpMethod.Get, place.Id, Tables, Repeat.Always), ct)).Tables;

    public Task<AirtableTable> CreateTableAsync(AirtableTableDraft table, CancellationToken ct) =>
        calls.SendAsync<AirtableTable>(new(HttpMethod.Post, place.Id, Tables, Repeat.Never, table), ct);

    /// <summary>Renames or describes a table; null leaves as it is.</summary>
    public Task<AirtableTable> UpdateTableAsync(string tableId, string? name, string? description, CancellationToken ct) =>
        calls.SendAsync<AirtableTable>(new(HttpMethod.Patch, place.Id, Table(tableId), Repeat.Always, new { name, description }), ct);

    public Task<AirtableField> CreateFieldAsync(string tableId, AirtableFieldDraft field, CancellationToken ct) =>
        calls.SendAsync<AirtableField>(new(HttpMethod.Post, place.Id, Table(tableId) + "/fields", Repeat.Never, field), ct);

    /// <summary>Changes a field; null leaves as it is. Of the options only some can change, such as the choices of a select.</summary>
    public Task<AirtableField> UpdateFieldAsync(string tableId, string fieldId, AirtableFieldUpdate update, CancellationToken ct) =>
        calls.SendAsync<AirtableField>(new(HttpMethod.Patch, place.Id, $"{Table(tableId)}/fields/{Uri.EscapeDataString(fieldId)}", Repeat.Always, update), ct);

    string Tables => $"meta/bases/{place.Id}/tables";
    string Table(string id) => $"{Tables}/{Uri.EscapeDataString(id)}";

    sealed record TableList
    {
        public IReadOnlyList<AirtableTable> Tables { get; init => field = value ?? []; } = [];
    }
}

/// <summary>What to change of a field; null leaves as it is.</summary>
public sealed record AirtableFieldUpdate(string? Name = null, string? Description = null, System.Text.Json.Nodes.JsonObject? Options = null);
