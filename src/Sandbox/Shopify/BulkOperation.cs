using System.IO.Compression;

namespace MyCavoodle.Sandbox.Shopify;

/// <summary>A query that runs by itself and leaves a file of JSON lines behind.</summary>
sealed class BulkOperation
{
    readonly List<byte[]> parts = [];

    public required string Id { get; init; }
    public required string Query { get; init; }
    /// <summary>Children directly behind their parent, instead of anywhere behind it.</summary>
    public required bool GroupObjects { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required Uri File { get; init; }
    public CancellationTokenSource Cancelling { get; } = new();

    /// <summary>CREATED, RUNNING, CANCELING, and then COMPLETED, CANCELED, FAILED; EXPIRED when the file is gone.</summary>
    public string Status { get; set; } = "CREATED";
    public string? ErrorCode { get; set; }
    public DateTimeOffset? CompletedAt { get; set; }
    public long ObjectCount { get; set; }
    public long RootObjectCount { get; set; }
    public long FileSize { get; private set; }

    public bool IsOver => Status is not ("CREATED" or "RUNNING" or "CANCELING");
    /// <summary>Nothing found, no file.</summary>
    public string? Url => Status == "COMPLETED" && ObjectCount > 0 ? File.AbsoluteUri : null;
    public string? PartialDataUrl => Status is "FAILED" or "CANCELED" && ObjectCount > 0 ? File.AbsoluteUri : null;

    /// <summary>Lines, each with its end. Kept compressed: a hundred thousand orders are some hundred megabytes.</summary>
    public void Append(ReadOnlySpan<byte> lines)
    {
        FileSize += lines.Length;
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest)) gzip.Write(lines);
        lock (parts) parts.Add(packed.ToArray());
    }

    public void Forget() { lock (parts) parts.Clear(); }

    public async Task WriteAsync(Stream to, CancellationToken ct)
    {
        byte[][] all;
        lock (parts) all = [.. parts];
        foreach (var part in all)
        {
            await using var gzip = new GZipStream(new MemoryStream(part), CompressionMode.Decompress);
            await gzip.CopyToAsync(to, ct);
        }
    }
}
