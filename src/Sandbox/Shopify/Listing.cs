using System.Text.Json.Nodes;
using MyCavoodle.Sandbox.Wire;

namespace MyCavoodle.Sandbox.Shopify;

/// <summary>
/// A paged list. Filters belong to the first request; every further page is asked for with page_info, beside which only
/// limit and fields may stand. https://shopify.dev/docs/api/admin-rest/usage/pagination
/// </summary>
/// <typeparam name="T">What is listed.</typeparam>
sealed class Listing<T>(string name, Func<T, long> id, Func<T, JsonObject> write)
{
    const int DefaultLimit = 50;
    const int HighestLimit = 250;

    /// <param name="call">The request.</param>
    /// <param name="select">What the filters leave over.</param>
    /// <param name="key">What the list is sorted by, before the id; newest first unless since_id is given.</param>
    public Answer Page(Call call, Func<IReadOnlyDictionary<string, string>, IEnumerable<T>> select, Func<T, long>? key = null, bool ascending = false)
    {
        var limit = int.TryParse(call.Query.GetValueOrDefault("limit"), out var wanted) ? wanted : DefaultLimit;
        if (limit is < 1 or > HighestLimit) limit = Math.Clamp(limit, 1, HighestLimit);
        Cursor? cursor = null;
        if (call.Query.TryGetValue("page_info", out var info))
        {
            if (call.Query.Keys.FirstOrDefault(k => k is not ("page_info" or "limit" or "fields")) is { } extra)
                return new Answer(400, new JsonObject { ["errors"] = new JsonObject { [extra] = $"{extra} cannot be passed when page_info is present. See https://shopify.dev/api/usage/pagination-rest for more information." } });
            cursor = Cursor.Decode(info);
            if (cursor is null) return new Answer(400, new JsonObject { ["errors"] = new JsonObject { ["page_info"] = "Invalid value." } });
        }
        var filters = cursor?.Filters ?? call.Query.Where(q => q.Key is not ("limit" or "fields")).ToDictionary(q => q.Key, q => q.Value);
        var up = ascending || filters.ContainsKey("since_id");
        var keyOf = key ?? id;
        var all = select(filters).Select(item => (Key: keyOf(item), Id: id(item), Item: item)).ToList();
        all.Sort((a, b) => (up ? 1 : -1) * (a.Key, a.Id).CompareTo((b.Key, b.Id)));

        var start = cursor is null ? 0 : all.FindIndex(e => IsAtOrBeyond(e.Key, e.Id, cursor, up));
        if (start < 0) start = all.Count;
        if (cursor is { Backwards: true }) start = Math.Max(0, start - limit);
        var page = all.Skip(start).Take(limit).ToList();

        var answer = Answer.Ok(new JsonObject { [name] = new JsonArray([.. page.Select(e => Trim(write(e.Item), call))]) });
        var links = new List<string>();
        if (start > 0 && page.Count > 0) links.Add(Link(call, new Cursor(filters, page[0].Key, page[0].Id, Backwards: true), limit, "previous"));
        if (start + page.Count < all.Count) links.Add(Link(call, new Cursor(filters, page[^1].Key, page[^1].Id, Backwards: false), limit, "next"));
        return links.Count > 0 ? answer.With("Link", string.Join(", ", links)) : answer;
    }

    /// <summary>Going forwards the cursor's element itself is left out; going backwards the page ends before it.</summary>
    static bool IsAtOrBeyond(long key, long id, Cursor cursor, bool up)
    {
        var side = (up ? 1 : -1) * (key, id).CompareTo((cursor.Key, cursor.Id));
        return cursor.Backwards ? side >= 0 : side > 0;
    }

    static string Link(Call call, Cursor cursor, int limit, string rel)
    {
        var url = $"{call.Http.Scheme}://{call.Http.Host}{call.Http.Path}?limit={limit}&page_info={cursor.Encode()}";
        return $"<{url}>; rel=\"{rel}\"";
    }

    static JsonObject Trim(JsonObject json, Call call)
    {
        if (call.Query.GetValueOrDefault("fields") is not { Length: > 0 } fields) return json;
        var wanted = fields.Split(',', StringSplitOptions.TrimEntries);
        foreach (var extra in json.Select(p => p.Key).Except(wanted).ToList()) json.Remove(extra);
        return json;
    }
}
