using Microsoft.EntityFrameworkCore;
using MyCavoodle.Hub;

namespace MyCavoodle.Feeds.Airtable;

public sealed class SuppliersSheet : Sheet<Supplier>
{
    public override MirrorTable Table => MirrorTable.Suppliers;
    public override string Name => "Suppliers";
    public override string Meaning => "Whom the shop buys from. All of it is the team's: a row made here becomes a supplier, a row deleted here is one no more.";

    public override IReadOnlyList<SchemaField> Fields { get; } =
    [
        Team("Supplier Name", CellType.Text, "The key; a row without a name is not taken over.", Entry.Text, s => s.Name, (s, v) => s.Name = v ?? s.Name),
        Team("Contact", CellType.Text, "Who to write to, and where.", Entry.Text, s => s.Contact, (s, v) => s.Contact = v),
        Team("Lead Time Days", CellType.Number("days"), "Days from ordering to having; holds for products that have none of their own.", Entry.Count, s => s.LeadTimeDays, (s, v) => s.LeadTimeDays = v),
        Team("Currency", CellType.Text, "ISO 4217: AUD.", Entry.Currency, s => s.Currency, (s, v) => s.Currency = v),
        Team("Notes", CellType.LongText, "Anything else.", Entry.Text, s => s.Notes, (s, v) => s.Notes = v),
        Notes(s => s.SyncNote),
    ];

    public override async Task<IReadOnlyDictionary<long, object>> LoadAsync(HubContext hub, IReadOnlyCollection<long> ids, Moment at, CancellationToken ct) =>
        await hub.Suppliers.AsNoTracking().Where(s => ids.Contains(s.Id)).ToDictionaryAsync(s => s.Id, object (s) => s, ct);

    public override async Task<IReadOnlyDictionary<long, object>> OpenAsync(HubContext hub, IReadOnlyCollection<long> ids, CancellationToken ct) =>
        await hub.Suppliers.Where(s => ids.Contains(s.Id)).ToDictionaryAsync(s => s.Id, object (s) => s, ct);

    public override async Task<IReadOnlyDictionary<string, long>> FindAsync(HubContext hub, IReadOnlyCollection<string> keys, CancellationToken ct) =>
        await hub.Suppliers.Where(s => keys.Contains(s.Name)).GroupBy(s => s.Name).Select(s => new { s.Key, Id = s.Min(x => x.Id) }).ToDictionaryAsync(s => s.Key, s => s.Id, ct);

    protected override string? NoteIn(Supplier row) => row.SyncNote;
    protected override void Note(Supplier row, string? note) => row.SyncNote = note;
}
