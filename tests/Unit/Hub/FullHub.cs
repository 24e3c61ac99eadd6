using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using MyCavoodle.Hub;

namespace MyCavoodle.Tests.Unit.Hub;

/// <summary>Fills every table of the model, also those that come later, with values that are easily lost on the way to another database.</summary>
static class FullHub
{
    public const int Rows = 20;

    public static async Task FillAsync(TemporaryHub hubs)
    {
        await using var hub = hubs.CreateDbContext();
        foreach (var table in CopyTable.All(hub))
        {
            var type = hub.Model.GetEntityTypes().Single(t => t.GetTableName() == table.Name);
            for (var row = 1; row <= Rows; row++)
            {
                var entry = hub.Entry(Activator.CreateInstance(type.ClrType)!);
                foreach (var property in type.GetProperties()) entry.Property(property).CurrentValue = Value(property, row);
                entry.State = EntityState.Added;
            }
            await hub.SaveChangesAsync();
        }
    }

    static object? Value(IProperty property, int row)
    {
        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        if (property.IsForeignKey() || property.IsPrimaryKey() && type == typeof(long)) return property.IsNullable && row % 3 == 0 ? null : row * 7L;
        if (property.IsNullable && row % 3 == 0) return null;
        return type switch
        {
            _ when type == typeof(string) => $"{(row % 2 == 0 ? "zoë" : "Zoe")} {row} \U0001F43E \u4F60 'quoted' \"twice\" \\ %\r\n\t{property.Name}",
            _ when type == typeof(decimal) => row % 2 == 0 ? -1234567.8912m + row : 0.0001m * row,
            _ when type == typeof(long) => long.MaxValue - row,
            _ when type == typeof(int) => row % 2 == 0 ? -row : int.MaxValue - row,
            _ when type == typeof(bool) => row % 2 == 0,
            _ when type == typeof(DateOnly) => row == 1 ? DateOnly.MinValue : new DateOnly(2028, 2, 29).AddDays(row),
            _ when type == typeof(DateTimeOffset) => row == 1 ? default : new DateTimeOffset(2026, 10, 3, 15, 59, 59, TimeSpan.Zero).AddTicks(row * 1234567L),
            _ when type == typeof(byte[]) => new byte[] { 0, 255, (byte)row, 10 },
            _ when type.IsEnum => Enum.GetValues(type).GetValue(row % Enum.GetValues(type).Length),
            _ => throw new NotSupportedException(string.Create(CultureInfo.InvariantCulture, $"No value for {property.Name} yet.")),
        };
    }
}
