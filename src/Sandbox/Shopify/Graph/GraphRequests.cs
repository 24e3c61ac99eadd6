using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;
using MyCavoodle.Sandbox.Wire;

namespace MyCavoodle.Sandbox.Shopify.Graph;

/// <summary>
/// POST graphql.json: reads, checks, charges and answers one request. Whatever is wrong with it, the status is 200 and
/// <c>errors</c> tells. https://shopify.dev/docs/api/admin-graphql
/// </summary>
sealed class GraphRequests(SandboxWorld world)
{
    readonly PointBucket points = world.Shopify.Points;

    public Answer Answer(Call call)
    {
        if (call["query"] is not { Length: > 0 } query) return Wire.Answer.Ok(new JsonObject { ["errors"] = new JsonObject { ["query"] = "Required parameter missing or invalid" } });
        try
        {
            var (root, kind) = Plan(query, call.Structure("variables") as JsonObject ?? [], call["operationName"]);
            var cost = Cost.Of(root) + (kind == "mutation" ? Cost.OfMutation * root.Fields.Count : 0);
            if (cost > Cost.MostPerRequest) return TooDear(cost);
            return points.TryTake(cost) ? Run(root, cost) : Throttled(cost);
        }
        catch (GraphException e) { return Refused(e); }
    }

    (Plan Root, string Kind) Plan(string query, JsonObject given, string? name)
    {
        var document = Reader.Read(query);
        var operation = document.Operations.FirstOrDefault(o => string.IsNullOrEmpty(name) || o.Name == name)
            ?? throw new GraphException($"No operation named \"{name}\"");
        if (document.Operations.Count > 1 && string.IsNullOrEmpty(name)) throw new GraphException("An operation name is required");
        var variables = new JsonObject();
        foreach (var variable in operation.Variables)
        {
            variables[variable.Name] = given.ContainsKey(variable.Name) ? given[variable.Name]?.DeepClone() : variable.Default?.Invoke([]);
            if (variable.IsRequired && variables[variable.Name] is null)
                throw new GraphException($"Variable ${variable.Name} was provided invalid value: Expected value to not be null", "INVALID_VARIABLE", variable.Place);
        }
        var schema = world.Shopify.Schema;
        var type = operation.Kind == "mutation" ? schema.Mutations : schema.Queries;
        var title = operation.Name is null ? operation.Kind : $"{operation.Kind} {operation.Name}";
        return (new Planner(document, variables, schema).Plan(type, operation.Selections, [title]), operation.Kind);
    }

    Answer Run(Plan root, int requested)
    {
        var buffer = new ArrayBufferWriter<byte>();
        double actual;
        try
        {
            using var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = Wire.Answer.Json.Encoder });
            actual = new Executor(json).Write(root, world);
        }
        catch (GraphException) { points.GiveBack(requested); throw; }
        var spent = Math.Min(requested, (int)Math.Ceiling(actual) + (root.Type == world.Shopify.Schema.Mutations ? Cost.OfMutation * root.Fields.Count : 0));
        points.GiveBack(requested - spent);
        return Wire.Answer.Ok(new JsonObject { ["data"] = JsonNode.Parse(buffer.WrittenSpan), ["extensions"] = Extensions(requested, spent) });
    }

    Answer Throttled(int cost) => Wire.Answer.Ok(new JsonObject
    {
        ["errors"] = new JsonArray(new JsonObject
        {
            ["message"] = "Throttled",
            ["extensions"] = new JsonObject { ["code"] = "THROTTLED", ["documentation"] = "https://shopify.dev/api/usage/rate-limits" },
        }),
        ["extensions"] = Extensions(cost, null),
    });

    static Answer TooDear(int cost) => Wire.Answer.Ok(new JsonObject
    {
        ["errors"] = new JsonArray(new JsonObject
        {
            ["message"] = $"Query cost is {cost}, which exceeds the single query max cost limit ({Cost.MostPerRequest}).\n\nSee https://shopify.dev/concepts/about-apis/rate-limits for more information on how the cost of a query is calculated.\n\n"
                + "To query larger amounts of data with fewer limits, bulk operations should be used instead.",
            ["extensions"] = new JsonObject { ["code"] = "MAX_COST_EXCEEDED", ["cost"] = cost, ["maxCost"] = Cost.MostPerRequest, ["documentation"] = "https://shopify.dev/api/usage/rate-limits" },
        }),
    });

    static Answer Refused(GraphException e)
    {
        var error = new JsonObject { ["message"] = e.Message };
        if (e.Place is { } place) error["locations"] = new JsonArray(new JsonObject { ["line"] = place.Line, ["column"] = place.Column });
        if (e.Path.Count > 0) error["path"] = new JsonArray([.. e.Path.Select(p => (JsonNode)p)]);
        if (e.Code is { } code)
        {
            var more = new JsonObject { ["code"] = code };
            foreach (var (name, value) in e.More) more[name] = value;
            error["extensions"] = more;
        }
        return Wire.Answer.Ok(new JsonObject { ["errors"] = new JsonArray(error) });
    }

    JsonObject Extensions(int requested, int? actual) => new()
    {
        ["cost"] = new JsonObject
        {
            ["requestedQueryCost"] = requested, ["actualQueryCost"] = actual,
            ["throttleStatus"] = new JsonObject { ["maximumAvailable"] = points.Maximum, ["currentlyAvailable"] = points.Available, ["restoreRate"] = points.PerSecond },
        },
    };
}
