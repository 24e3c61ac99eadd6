using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace MyCavoodle.Hub;

/// <summary>Which totals to add up anew: those of some orders, customers, variants (with their pieces sold on some days) and days.</summary>
public sealed record RollupScope
{
    public IReadOnlyCollection<long> Orders { get; init; } = [];
    public IReadOnlyCollection<long> Customers { get; init; } = [];
    /// <summary>The shop's ids.</summary>
    public IReadOnlyCollection<long> Variants { get; init; } = [];
    public IReadOnlyCollection<DateOnly> Days { get; init; } = [];

    /// <summary>What an unsaved recount would change: Customer 17: TotalOrders 3 → 4.</summary>
    internal static IReadOnlyList<string> Changed(ChangeTracker tracker)
    {
        tracker.DetectChanges();
        return [.. tracker.Entries().Where(e => e.State is not EntityState.Unchanged).Select(Spoken)];
    }

    static string Spoken(EntityEntry row)
    {
        var key = string.Join('/', row.Metadata.FindPrimaryKey()!.Properties.Select(p => Text(row.Property(p).CurrentValue)));
        var changes = row.State is EntityState.Modified
            ? string.Join(", ", row.Properties.Where(p => p.IsModified).Select(p => $"{p.Metadata.Name} {Text(p.OriginalValue)} → {Text(p.CurrentValue)}"))
            : row.State is EntityState.Added ? "was missing" : "was too many";
        return $"{row.Metadata.ClrType.Name} {key}: {changes}";
    }

    static string Text(object? value) => value is decimal amount ? amount.ToString("0.####", CultureInfo.InvariantCulture) : Convert.ToString(value, CultureInfo.InvariantCulture) is { Length: > 0 } text ? text : "nothing";
}
