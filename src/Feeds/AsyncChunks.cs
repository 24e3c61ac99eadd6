using System.Runtime.CompilerServices;

namespace MyCavoodle.Feeds;

static class AsyncChunks
{
    /// <summary>Gathers a stream into lists of at most <paramref name="size"/>.</summary>
    public static async IAsyncEnumerable<List<T>> Chunk<T>(this IAsyncEnumerable<T> items, int size, [EnumeratorCancellation] CancellationToken ct)
    {
        List<T> chunk = [];
        await foreach (var item in items.WithCancellation(ct))
        {
            chunk.Add(item);
            if (chunk.Count < size) continue;
            yield return chunk;
            chunk = [];
        }
        if (chunk.Count > 0) yield return chunk;
    }
}
