namespace MyCavoodle.Sandbox.Airtable;

/// <summary>The workspace: its bases, and how much its callers may ask. Starts with one base as new as the web app makes them.</summary>
sealed class AirtablePlatform
{
    readonly List<Base> bases = [];
    readonly SandboxWorld world;
    readonly Throttle perToken;

    public AirtablePlatform(SandboxWorld world)
    {
        this.world = world;
        (perToken, Pager) = (new Throttle(), new Pager(world.Time));
        var options = world.Options;
        (RequestsPerSecond, RequestsPerSecondPerToken, Penalty) = (options.AirtableRequestsPerSecond, options.AirtableRequestsPerSecondPerToken, options.AirtablePenalty);
        Create(Credentials.AirtableBaseId, "MyCavoodle", [new TableSpec("Table 1", null, [new FieldSpec("Name", "singleLineText", null, null)])]);
    }

    public IReadOnlyList<Base> Bases => bases;
    public Pager Pager { get; }
    public int RequestsPerSecond { get; set; }
    public int RequestsPerSecondPerToken { get; set; }
    public TimeSpan Penalty { get; set; }

    public Base? Find(string id) => bases.FirstOrDefault(b => b.Id == id);

    public Base Create(string id, string name, IEnumerable<TableSpec> tables)
    {
        var made = new Base(id, name, world.Time);
        var edit = new SchemaEdit(made, new Transaction(made, Actor.Api, world.Now));
        foreach (var table in tables) edit.Create(table);
        bases.Add(made);
        return made;
    }

    /// <summary>Both limits count every request, also those that fail.</summary>
    public bool TryEnter(Base? home, DateTimeOffset arrivedAt) =>
        perToken.TryEnter(arrivedAt, RequestsPerSecondPerToken, Penalty) && home?.Throttle.TryEnter(arrivedAt, RequestsPerSecond, Penalty) != false;
}
