using Microsoft.EntityFrameworkCore;
using MyCavoodle.Hub;

namespace MyCavoodle.Feeds.Airtable;

public sealed class CustomersSheet : Sheet<Customer>
{
    public override MirrorTable Table => MirrorTable.Customers;
    public override string Name => "Customers";
    public override string Meaning => "Everybody who has an account or an order in the shop.";

    public override IReadOnlyList<SchemaField> Fields { get; } =
    [
        Shop("Customer ID", CellType.Text, "The shop's own id; the key.", c => Text(c.ShopifyId)),
        Shop("Email", CellType.Email, "Lower case; unique. Of two customers with one address the shop's older account has it.", c => c.Email),
        Shop("First Name", CellType.Text, "As the shop has it.", c => c.FirstName),
        Shop("Last Name", CellType.Text, "As the shop has it.", c => c.LastName),
        Shop("Phone", CellType.Phone, "With country code, digits only.", c => c.Phone),
        Team("Instagram Handle", CellType.Text, "Without the @, lower case.", Entry.Handle, c => c.InstagramHandle, (c, v) => c.InstagramHandle = v),
        Team("Pet Name", CellType.Text, "The dog's name.", Entry.Text, c => c.PetName, (c, v) => c.PetName = v),
        Team("Pet Breed", CellType.Choice<PetBreed>(), "The dog's breed.", Entry.Choice<PetBreed>(), c => c.PetBreed, (c, v) => c.PetBreed = v),
        Team("Pet Birthday", CellType.Date, "The dog's birthday.", Entry.Day, c => c.PetBirthday, (c, v) => c.PetBirthday = v),
        Shop("Customer Since", CellType.Instant, "When the shop's account was made.", c => c.CreatedAt),
        System("VIP Status", CellType.Choice<VipStatus>(), "VIP when total revenue > 500, else Standard.", c => c.Vip),
        Team("Customer Tags", CellType.Text, "Comma-separated. The shop's until the team changes them; emptied, they are the shop's again.", Entry.Text,
            c => c.Tags, (c, v) => (c.Tags, c.TagsSetByTeam) = (v, v is not null)),
        System("Total Orders", CellType.Number("orders"), "Rollup: orders that count as revenue (money was taken, no test).", c => c.TotalOrders),
        System("Total Revenue", CellType.Money, "Rollup: what those orders brought, less refunds. Including GST.", c => c.TotalRevenue),
        System("AOV", CellType.Money, "Average order value: total revenue / total orders; empty without orders. Including GST.", c => c.Aov),
        System("Last Order Date", CellType.Date, "Rollup: the Sydney day of the last order that counts as revenue.", c => c.LastOrderOn),
        ByHand("Days Since Last Order", "number, no decimals", "Whole Sydney days since the last order; empty before the first.",
            $"IF({{Last Order Date}}, {SydneyFormula.Days("{Last Order Date}", SydneyFormula.Today)})"),
        ByHand("Lifecycle Stage", "text", "Prospect: no order yet. New: one order, at most 90 days ago. Active: more orders, the last at most 90 days ago. At Risk: the last 91 to 180 days ago. Lapsed: longer ago.",
            $"IF({{Last Order Date}}, IF({{Days Since Last Order}} > {Customer.LapsedAfterDays}, 'Lapsed', IF({{Days Since Last Order}} > {Customer.ActiveDays}, 'At Risk', IF({{Total Orders}} = 1, 'New', 'Active'))), 'Prospect')"),
        Shop("Accepts Email Marketing", CellType.Check, "Marketing preferences: newsletters by email.", c => c.AcceptsEmail),
        Shop("Accepts SMS Marketing", CellType.Check, "Marketing preferences: by text message.", c => c.AcceptsSms),
        Notes(c => c.SyncNote),
    ];

    public override async Task<IReadOnlyDictionary<long, object>> LoadAsync(HubContext hub, IReadOnlyCollection<long> ids, Moment at, CancellationToken ct) =>
        await hub.Customers.AsNoTracking().Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, object (c) => c, ct);

    public override async Task<IReadOnlyDictionary<long, object>> OpenAsync(HubContext hub, IReadOnlyCollection<long> ids, CancellationToken ct) =>
        await hub.Customers.Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, object (c) => c, ct);

    public override async Task<IReadOnlyDictionary<string, long>> FindAsync(HubContext hub, IReadOnlyCollection<string> keys, CancellationToken ct)
    {
        var ids = Ids(keys);
        return await hub.Customers.Where(c => ids.Contains(c.ShopifyId)).Select(c => new { c.ShopifyId, c.Id }).ToDictionaryAsync(c => Text(c.ShopifyId), c => c.Id, ct);
    }

    protected override string? NoteIn(Customer row) => row.SyncNote;
    protected override void Note(Customer row, string? note) => row.SyncNote = note;
}
