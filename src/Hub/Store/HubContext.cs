using Microsoft.EntityFrameworkCore;

namespace MyCavoodle.Hub;

/// <summary>
/// The hub: what the business knows, in one database. Instants are stored in UTC, money as decimal AUD, enums by name.
/// The same model runs on SQLite and PostgreSQL; the migrations of each live in their own project.
/// </summary>
public sealed class HubContext : DbContext
{
    public HubContext(DbContextOptions<HubContext> options) : base(options) =>
        // Also around a single statement, so that writers can be queued by their transactions.
        Database.AutoTransactionBehavior = AutoTransactionBehavior.Always;

    public DbSet<Contact> Contacts => Set<Contact>();
    public DbSet<Conversation> Conversations => Set<Conversation>();
    public DbSet<Message> Messages => Set<Message>();
    public DbSet<Turn> Turns => Set<Turn>();
    public DbSet<Escalation> Escalations => Set<Escalation>();
    public DbSet<Inquiry> Inquiries => Set<Inquiry>();
    public DbSet<Reading> Readings => Set<Reading>();
    public DbSet<Customer> Customers => Set<Customer>();
    public DbSet<ProofAttempt> ProofAttempts => Set<ProofAttempt>();
    public DbSet<Order> Orders => Set<Order>();
    public DbSet<OrderLine> OrderLines => Set<OrderLine>();
    public DbSet<Refund> Refunds => Set<Refund>();
    public DbSet<Product> Products => Set<Product>();
    public DbSet<StockLevel> StockLevels => Set<StockLevel>();
    public DbSet<ProductDay> ProductDays => Set<ProductDay>();
    public DbSet<Supplier> Suppliers => Set<Supplier>();
    public DbSet<AdDay> AdDays => Set<AdDay>();
    public DbSet<SessionDay> SessionDays => Set<SessionDay>();
    public DbSet<DailyFigures> DailyFigures => Set<DailyFigures>();
    public DbSet<Discrepancy> Discrepancies => Set<Discrepancy>();
    public DbSet<Reconciliation> Reconciliations => Set<Reconciliation>();
    public DbSet<PrivacyRequest> PrivacyRequests => Set<PrivacyRequest>();
    public DbSet<MirrorChange> MirrorChanges => Set<MirrorChange>();
    public DbSet<MirrorRow> MirrorRows => Set<MirrorRow>();
    public DbSet<MirrorHook> MirrorHooks => Set<MirrorHook>();
    public DbSet<Delivery> Inbox => Set<Delivery>();
    public DbSet<OutboxItem> Outbox => Set<OutboxItem>();
    public DbSet<SyncCursor> Cursors => Set<SyncCursor>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>();
        configurationBuilder.Properties<decimal>().HavePrecision(18, 4);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Contact>().HasIndex(c => new { c.Channel, c.Address }).IsUnique();
        modelBuilder.Entity<Conversation>(c =>
        {
            c.HasIndex(x => new { x.ContactId, x.ThreadKey }).IsUnique();
            c.HasIndex(x => new { x.State, x.LastMessageAt });
            c.Property(x => x.Version).IsConcurrencyToken();
        });
        modelBuilder.Entity<Message>(m =>
        {
            m.HasIndex(x => x.Key).IsUnique();
            m.HasIndex(x => new { x.ConversationId, x.At });
        });
        modelBuilder.Entity<Turn>().HasIndex(t => t.MessageId).IsUnique();
        modelBuilder.Entity<Delivery>().HasIndex(d => new { d.Source, d.Key }).IsUnique();
        modelBuilder.Entity<OutboxItem>().HasIndex(o => o.Key).IsUnique();
        modelBuilder.Entity<OutboxItem>().HasIndex(o => o.ConversationId);
        Queue<Turn>(modelBuilder);
        Queue<Delivery>(modelBuilder);
        Queue<OutboxItem>(modelBuilder);

        modelBuilder.Entity<Escalation>().HasIndex(e => e.ConversationId);
        modelBuilder.Entity<Inquiry>(i =>
        {
            i.HasIndex(x => x.ConversationId);
            i.HasIndex(x => x.Status);
            i.HasIndex(x => x.CustomerEmail);
            i.HasIndex(x => x.CustomerId);
        });
        modelBuilder.Entity<Reading>(r =>
        {
            r.HasIndex(x => x.MessageId).IsUnique();
            r.HasIndex(x => x.ConversationId);
            // Few among all that were ever read.
            r.HasIndex(x => x.ReviewedAt).HasFilter("\"Disagreement\" IS NOT NULL");
        });
        modelBuilder.Entity<ProofAttempt>().HasIndex(a => new { a.ContactId, a.At });
        modelBuilder.Entity<Customer>(c =>
        {
            c.HasIndex(x => x.ShopifyId).IsUnique();
            c.HasIndex(x => x.Email).IsUnique();
            c.HasIndex(x => x.SharedEmail);
            c.HasIndex(x => x.Phone);
            c.HasIndex(x => x.InstagramHandle);
            c.HasIndex(x => x.FirstOrderOn);
        });
        modelBuilder.Entity<Order>(o =>
        {
            o.HasIndex(x => x.ShopifyId).IsUnique();
            o.HasIndex(x => x.Number);
            o.HasIndex(x => x.Email);
            o.HasIndex(x => x.PlacedAt);
            o.HasIndex(x => x.PlacedOn);
            o.HasIndex(x => x.UpdatedAt);
            o.HasIndex(x => new { x.CustomerId, x.PlacedAt });
        });
        modelBuilder.Entity<Refund>(r =>
        {
            r.HasIndex(x => x.ShopifyId).IsUnique();
            r.HasIndex(x => x.On);
        });
        modelBuilder.Entity<OrderLine>(l =>
        {
            // Open lines and lines without a cost are few among all that were ever sold.
            l.HasIndex(x => new { x.ShopifyVariantId, x.Unfulfilled }).HasFilter("\"Unfulfilled\" > 0");
            l.HasIndex(x => x.ShopifyVariantId).HasFilter("\"UnitCost\" IS NULL");
        });
        modelBuilder.Entity<Product>(p =>
        {
            p.HasIndex(x => x.ShopifyVariantId).IsUnique();
            p.HasIndex(x => x.InventoryItemId);
            p.HasIndex(x => x.Sku);
        });
        modelBuilder.Entity<ProductDay>().HasKey(d => new { d.ShopifyVariantId, d.Date });
        modelBuilder.Entity<ProductDay>().HasIndex(d => d.Date);
        modelBuilder.Entity<StockLevel>().HasKey(l => new { l.InventoryItemId, l.LocationId });
        modelBuilder.Entity<AdDay>().HasKey(d => d.Date);
        modelBuilder.Entity<DailyFigures>().HasKey(d => d.Date);
        modelBuilder.Entity<SessionDay>().HasKey(d => d.Date);
        modelBuilder.Entity<Discrepancy>().HasIndex(d => d.Key).IsUnique();
        modelBuilder.Entity<Reconciliation>().HasIndex(r => r.At);
        modelBuilder.Entity<PrivacyRequest>().HasIndex(r => r.Key).IsUnique();
        modelBuilder.Entity<MirrorChange>(m =>
        {
            m.HasKey(x => new { x.Table, x.RowId });
            m.HasIndex(x => new { x.Table, x.DueAt });
        });
        modelBuilder.Entity<MirrorRow>(m =>
        {
            m.HasKey(x => new { x.Table, x.RowId });
            m.HasIndex(x => x.RecordId).IsUnique();
        });
        modelBuilder.Entity<SyncCursor>().HasKey(c => c.Name);
    }

    static void Queue<T>(ModelBuilder model) where T : WorkItem
    {
        // Finding the next piece of work reads only what is waiting, however much is done.
        model.Entity<T>().HasIndex(w => new { w.State, w.Lane, w.Id });
        model.Entity<T>().HasIndex(w => new { w.State, w.DueAt });
    }
}
