using System.Text.Json.Nodes;

namespace MyCavoodle.Feeds.Airtable;

/// <summary>One field of a mirrored table: what it is called and means, whose it is, how it is read from its noun and taken back.</summary>
/// <param name="Meaning">What it says, with its formula where it has one; also its description in Airtable.</param>
public sealed record SchemaField(string Name, CellType Cell, FieldOwner Owner, string Meaning)
{
    /// <summary>The value, by the noun's own formulas; a link's is the id of the linked row in the hub.</summary>
    public Func<object, Moment, object?> Read { get; init; } = (_, _) => null;

    /// <summary>Takes an entry of the team over into the noun; null for fields that are not the team's.</summary>
    public Func<object, JsonNode?, TeamEntry>? Take { get; init; }

    /// <summary>The formula to paste into Airtable, whose API can make none; null: the hub writes the field.</summary>
    public string? Formula { get; init; }

    public bool IsByHand => Formula is not null;
}

/// <summary>What became of an entry of the team.</summary>
/// <param name="Fault">Why it was refused and what stays, for the editor; null: it is taken over.</param>
public readonly record struct TeamEntry(string? Fault)
{
    public static readonly TeamEntry Taken = new(null);
}
