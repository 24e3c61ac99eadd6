namespace MyCavoodle.Feeds.Airtable;

/// <summary>
/// What is known of a record in the base, kept as <see cref="Hub.MirrorRow.SentHash"/>: the system's cells as they were sent and as
/// they came back, and each of the team's cells as it was last seen or written. A cell of the team that nobody changed in the hub
/// is not written, so an entry on its way to us is never overwritten.
/// </summary>
/// <param name="Sent">16 digits.</param>
/// <param name="Seen">16 digits.</param>
/// <param name="Team">One of 16 digits for each of the team's fields, in the schema's order.</param>
public sealed record SentState(string Sent, string Seen, IReadOnlyList<string> Team)
{
    /// <summary>A hash that nothing has.</summary>
    public const string None = "----------------";

    /// <summary>Before what is kept: the system's cells must be sent whatever they are.</summary>
    public const string Stale = "!";

    /// <summary>Null: it has never been written, or the schema has changed since.</summary>
    public static SentState? Read(string? kept, Sheet sheet) => kept?.TrimStart(Stale[0]).Split('.') is { } parts && parts.Length == 2 + sheet.Teams.Count()
        ? new(kept.StartsWith(Stale, StringComparison.Ordinal) ? None : parts[0], parts[1], parts[2..]) : null;

    public static SentState Nothing(Sheet sheet) => new(None, None, [.. sheet.Teams.Select(_ => None)]);

    /// <summary>With one of the team's cells as it is in the base now.</summary>
    public SentState With(Sheet sheet, SchemaField field, string hash)
    {
        var team = Team.ToArray();
        team[sheet.Teams.ToList().IndexOf(field)] = hash;
        return this with { Team = team };
    }

    /// <summary>What is known of one of the team's cells.</summary>
    public string Of(Sheet sheet, SchemaField field) => Team[sheet.Teams.ToList().IndexOf(field)];

    public override string ToString() => string.Join('.', [Sent, Seen, .. Team]);
}
