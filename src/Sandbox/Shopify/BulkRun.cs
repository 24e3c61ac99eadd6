using System.Buffers;
using System.Text.Json;
using MyCavoodle.Sandbox.Shopify.Graph;
using MyCavoodle.Sandbox.Wire;

namespace MyCavoodle.Sandbox.Shopify;

/// <summary>Runs one bulk query: some hundred objects at a time, so that others get their turn in between.</summary>
sealed class BulkRun(SandboxWorld world, BulkOperation operation, BulkPlan plan)
{
    const int AtATime = 200;

    readonly ArrayBufferWriter<byte> lines = new();
    readonly ArrayBufferWriter<byte> children = new();

    public async Task RunAsync()
    {
        var ct = operation.Cancelling.Token;
        try
        {
            lock (world.Gate) if (operation.Status == "CREATED") operation.Status = "RUNNING";
            if (world.Faults.TakeForBulk("bulk-slow") is { } slow) await Task.Delay(slow.Delay, ct);
            foreach (var (rows, node) in Roots())
                foreach (var some in rows.Chunk(AtATime))
                {
                    ct.ThrowIfCancellationRequested();
                    lock (world.Gate) foreach (var row in some) Write(row.Node, node, parent: null);
                    Flush();
                    if (world.Faults.TakeForBulk("bulk-fail") is not null) { End("FAILED", "INTERNAL_SERVER_ERROR"); return; }
                }
            End("COMPLETED", null);
        }
        catch (OperationCanceledException) { End("CANCELED", null); }
        catch (GraphException) { End("FAILED", "INTERNAL_SERVER_ERROR"); }
    }

    /// <summary>The objects of the top connection, or of those inside a single object at the top; taken down before the first is written.</summary>
    List<(List<Row> Rows, Plan Node)> Roots()
    {
        lock (world.Gate)
        {
            var top = plan.Root.Fields[0];
            if (top.Field!.Shape == Shape.Connection) return [Read(top, world)];
            return top.Field.Read(world, top.Arguments) is { } single ? [.. Connections(top.Plan!, single).Select(c => Read(c.Field, c.Source))] : [];
        }
    }

    static (List<Row>, Plan) Read(PlannedField connection, object source)
    {
        var rows = (IEnumerable<Row>)connection.Field!.Read(source, connection.Arguments)!;
        return ([.. RowPage.Of(rows, connection.Arguments).Rows], BulkPlan.NodeOf(connection)!);
    }

    /// <summary>A line for the object, then one for each of its children, with the parent's id.</summary>
    void Write(object source, Plan node, string? parent, ArrayBufferWriter<byte>? into = null)
    {
        into ??= lines;
        using (var json = new Utf8JsonWriter(into, new JsonWriterOptions { Encoder = Answer.Json.Encoder }))
            new Executor(json).Write(node, source, f => f.Field?.Shape == Shape.Connection, parent is null ? null : j => j.WriteString("__parentId", parent));
        into.Write("\n"u8);
        operation.ObjectCount++;
        if (parent is null) operation.RootObjectCount++;
        var below = operation.GroupObjects ? into : children;
        foreach (var (field, holder) in Connections(node, source))
        {
            var id = (string)node.Find("id")!.Field!.Read(source, Arguments.None)!;
            var (rows, child) = Read(field, holder);
            foreach (var row in rows) Write(row.Node, child, id, below);
        }
    }

    /// <summary>The connections asked of an object, also those of single objects inside it.</summary>
    static IEnumerable<(PlannedField Field, object Source)> Connections(Plan node, object source)
    {
        foreach (var field in node.Fields)
            if (field.Field?.Shape == Shape.Connection) yield return (field, source);
            else if (field.Field?.Shape == Shape.One && field.Plan is { } inner && inner.Fields.Count > 0 && HasConnection(inner) && field.Field.Read(source, field.Arguments) is { } inside)
                foreach (var deeper in Connections(inner, inside)) yield return deeper;
    }

    static bool HasConnection(Plan plan) => plan.Fields.Any(f => f.Field?.Shape == Shape.Connection || f.Field?.Shape == Shape.One && HasConnection(f.Plan!));

    void Flush()
    {
        lines.Write(children.WrittenSpan);
        if (lines.WrittenCount > 0) operation.Append(lines.WrittenSpan);
        lines.ResetWrittenCount();
        children.ResetWrittenCount();
    }

    void End(string status, string? error)
    {
        lock (world.Gate)
        {
            (operation.Status, operation.ErrorCode, operation.CompletedAt) = (status, error, world.Now);
            world.Shopify.AnnounceBulk(operation);
        }
    }
}
