using System.Text.Json;

namespace MyCavoodle.Feeds;

/// <summary>What a backfill reads, in this order.</summary>
public enum BackfillPart { Products, Customers, Orders, Done }

/// <summary>How far a backfill has come; kept as a cursor, so that it goes on where it was when the program ended.</summary>
/// <param name="StartedAt">The instant from which the shop must be pulled once it is done.</param>
/// <param name="Operation">The shop's id of the export being made or read; null: none was asked for yet.</param>
/// <param name="Line">The last line of that export which is stored.</param>
/// <param name="Taken">How many of this part are stored.</param>
sealed record BackfillState(DateTimeOffset StartedAt, BackfillPart Part, string? Operation, long Line, long Taken)
{
    public static BackfillState Begin(DateTimeOffset now) => new(now, BackfillPart.Products, null, 0, 0);

    /// <returns>Null: there is none, or nobody can read it, and the shop is read from the beginning.</returns>
    public static BackfillState? Read(string? written)
    {
        try
        {
            return written is not null && JsonSerializer.Deserialize<BackfillState>(written) is { } state && Enum.IsDefined(state.Part) ? state : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public string Write() => JsonSerializer.Serialize(this);

    public BackfillState Next() => new(StartedAt, Part + 1, null, 0, 0);

    /// <summary>The export is of no use: another one is asked for. What is stored is stored.</summary>
    public BackfillState Anew() => Again() with { Operation = null };

    /// <summary>The same export is read from its first line.</summary>
    public BackfillState Again() => this with { Line = 0, Taken = 0 };
}

/// <summary>How far a backfill is, for a person who waits.</summary>
/// <param name="Total">As the shop counts; 0: not known.</param>
/// <param name="IsPreparing">The shop is still writing its export, and <paramref name="Done"/> is how far it is with that.</param>
public readonly record struct BackfillProgress(BackfillPart Part, long Done, long Total, bool IsPreparing);
