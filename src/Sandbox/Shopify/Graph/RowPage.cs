using System.Globalization;
using System.Text;

namespace MyCavoodle.Sandbox.Shopify.Graph;

/// <summary>One page of a connection. Cursors hold what the element is sorted by and its id, so a page stays where it is while others change.</summary>
sealed record RowPage(IReadOnlyList<Row> Rows, bool HasNext, bool HasPrevious)
{
    /// <exception cref="GraphException">A cursor that is none.</exception>
    public static RowPage Of(IEnumerable<Row> rows, Arguments arguments)
    {
        var fromEnd = arguments.Whole("first") is null && arguments.Has("last");
        var limit = arguments.Whole("first") ?? arguments.Whole("last") ?? int.MaxValue - 1;
        var up = arguments.Flag("reverse") == fromEnd ? 1 : -1;
        var (after, before) = (Decode(arguments, "after"), Decode(arguments, "before"));
        if (fromEnd) (after, before) = (before, after);
        var wanted = rows.Where(r => (after is not { } a || up * r.CompareTo(a) > 0) && (before is not { } b || up * r.CompareTo(b) < 0));
        var (page, more) = Least(wanted, limit, up);
        if (fromEnd) page.Reverse();
        var beyond = (fromEnd ? before : after) is not null;
        return fromEnd ? new(page, after is not null, more) : new(page, more, beyond);
    }

    /// <summary>The least so many, in order, without sorting the rest.</summary>
    static (List<Row> Page, bool More) Least(IEnumerable<Row> rows, int limit, int up)
    {
        var greatestFirst = Comparer<Row>.Create((x, y) => -up * x.CompareTo(y));
        var kept = new PriorityQueue<Row, Row>(greatestFirst);
        var more = false;
        foreach (var row in rows)
            if (kept.Count < limit) kept.Enqueue(row, row);
            else { more = true; if (limit > 0) kept.EnqueueDequeue(row, row); }
        var page = new List<Row>(kept.Count);
        while (kept.TryDequeue(out var row, out _)) page.Add(row);
        page.Reverse();
        return (page, more);
    }

    public static string Cursor(Row row) => Convert.ToBase64String(Encoding.ASCII.GetBytes($"{row.Key}:{row.Id}"));

    static Row? Decode(Arguments arguments, string name)
    {
        if (arguments.Text(name) is not { } cursor) return null;
        try
        {
            var parts = Encoding.ASCII.GetString(Convert.FromBase64String(cursor)).Split(':');
            return new Row(long.Parse(parts[0], CultureInfo.InvariantCulture), long.Parse(parts[1], CultureInfo.InvariantCulture), cursor);
        }
        catch (Exception e) when (e is FormatException or IndexOutOfRangeException) { throw new GraphException($"Invalid cursor for current pagination sort: {cursor}", "BAD_REQUEST"); }
    }
}
