namespace MyCavoodle.Sandbox.Shopify.Graph;

/// <summary>What is asked of objects of one type: fragments laid open, variables filled in, every field known.</summary>
sealed class Plan(ObjectType type)
{
    readonly List<PlannedField> fields = [];

    public ObjectType Type => type;
    public IReadOnlyList<PlannedField> Fields => fields;
    /// <summary>Of an interface: the plan for each type that may turn up.</summary>
    public Dictionary<string, Plan> ByType { get; } = [];

    public void Add(PlannedField field) => fields.Add(field);
    public PlannedField? Find(string key) => fields.Find(f => f.Key == key);
}

/// <param name="Key">The alias, or the name.</param>
/// <param name="Field">Null stands for __typename.</param>
/// <param name="Plan">What is asked of the objects it yields.</param>
sealed record PlannedField(string Key, Field? Field, Arguments Arguments, Plan? Plan);

/// <summary>
/// What a request costs, in points, by a rule of the sandbox: an object 1, a connection 2 and for its objects the square
/// root of <c>first</c> times what one costs, a mutation 10. Shopify does not publish its own any more; it also grows
/// slower than <c>first</c>: https://community.shopify.dev/t/unexpectedly-low-graphql-query-cost-in-shopify-admin-api-seeking-clarification/23101
/// </summary>
static class Cost
{
    public const int OfMutation = 10;
    public const int MostPerRequest = 1_000;

    public static int Of(Plan plan) => plan.ByType.Count > 0 ? plan.ByType.Values.Max(Of) : plan.Fields.Sum(Of);

    static int Of(PlannedField field) => field.Field?.Shape switch
    {
        Shape.One or Shape.Many => OfObject(field.Plan!) + Of(field.Plan!),
        Shape.Connection => OfConnection(field.Arguments.Whole("first") ?? field.Arguments.Whole("last") ?? 0, Of(field.Plan!)),
        _ => 0,
    };

    public static int OfObject(Plan plan) => plan.Type.IsFree ? 0 : 1;

    public static int OfConnection(int count, double each) => 2 + (int)Math.Ceiling(Math.Sqrt(count) * each);
}
