namespace MyCavoodle.Sandbox.Shopify.Graph;

/// <summary>
/// The plan of a bulk query, after Shopify's own rules for one: a single field at the top, one to five connections, two
/// levels of them below the first, an id wherever there are children, no connection inside a list.
/// </summary>
sealed record BulkPlan(Plan Root)
{
    const int MostConnections = 5;
    const int DeepestNesting = 2;

    /// <exception cref="GraphException">Not fit to run in bulk.</exception>
    public static BulkPlan Read(string query, AdminSchema schema)
    {
        var document = Reader.Read(query);
        var operation = document.Operations[0];
        if (operation.Kind != "query") throw new GraphException("Bulk queries must be queries");
        var root = new Planner(document, [], schema, inBulk: true).Plan(schema.Queries, operation.Selections, ["query"]);
        if (root.Fields.Count != 1) throw new GraphException("Bulk queries must have exactly one top-level field");
        if (root.Fields[0].Field?.Name is "node" or "nodes") throw new GraphException("The top-level node and nodes fields are not supported in bulk queries");
        var count = Check(root, depth: -1, insideList: false);
        if (count == 0) throw new GraphException("Bulk queries must contain at least one connection.");
        if (count > MostConnections) throw new GraphException($"Bulk queries cannot contain more than {MostConnections} connections.");
        return new(root);
    }

    static int Check(Plan plan, int depth, bool insideList)
    {
        var count = 0;
        foreach (var field in plan.Fields.Where(f => f.Plan is not null))
        {
            if (field.Field!.Shape != Shape.Connection) { count += Check(field.Plan!, depth, insideList || field.Field.Shape == Shape.Many); continue; }
            if (insideList) throw new GraphException("Queries that contain a connection field within a list field are not currently supported.");
            if (depth + 1 > DeepestNesting) throw new GraphException($"Bulk queries cannot nest connections more than {DeepestNesting} levels deep.");
            var node = NodeOf(field) ?? throw new GraphException($"The connection '{field.Key}' must select its nodes");
            var inside = Check(node, depth + 1, insideList: false);
            if (inside > 0 && node.Find("id")?.Field?.Name != "id")
                throw new GraphException($"The parent 'node' field for a nested connection must select the 'id' field without an alias and must be of 'ID' return type. Connection fields without 'id': {field.Key}.");
            count += 1 + inside;
        }
        return count;
    }

    /// <summary>What is asked of a connection's nodes, by whichever of the two ways.</summary>
    public static Plan? NodeOf(PlannedField connection) =>
        connection.Plan!.Fields.FirstOrDefault(f => f.Field?.Name == "nodes")?.Plan
        ?? connection.Plan.Fields.FirstOrDefault(f => f.Field?.Name == "edges")?.Plan?.Fields.FirstOrDefault(f => f.Field?.Name == "node")?.Plan;
}
