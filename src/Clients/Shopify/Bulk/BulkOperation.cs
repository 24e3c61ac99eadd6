namespace MyCavoodle.Clients.Shopify;

/// <summary>An export that Shopify makes in the background.</summary>
/// <param name="Id">Such as <c>gid://shopify/BulkOperation/123</c>: keep it.</param>
/// <param name="Status">created, running, completed, canceling, canceled, failed, expired.</param>
/// <param name="ObjectCount">Lines of the file so far, children included.</param>
/// <param name="RootObjectCount">Orders, customers or products so far.</param>
/// <param name="Url">Where the file is, once completed; null also when there is nothing to export. Signed: keep it from logs.</param>
/// <param name="PartialUrl">What a failed export got as far as.</param>
/// <param name="ErrorCode">access_denied, internal_server_error, timeout; null unless failed.</param>
public sealed record BulkOperation(string Id, string Status, long ObjectCount, long RootObjectCount, Uri? Url, Uri? PartialUrl, string? ErrorCode)
{
    /// <summary>Whether it has ended, well or not.</summary>
    public bool IsOver => Status is "completed" or "failed" or "canceled" or "expired";

    /// <summary>Whether the whole file is there (<see cref="Url"/>), or nothing was to be exported (no address).</summary>
    public bool IsCompleted => Status == "completed";

    /// <summary>Without the addresses, which open the file to anyone.</summary>
    public override string ToString() => $"{Id} {Status} {RootObjectCount}/{ObjectCount} {ErrorCode}".TrimEnd();
}

sealed class BulkOperationNode
{
    public string? Id { get; set; }
    public string? Status { get; set; }
    public long ObjectCount { get; set; }
    public long RootObjectCount { get; set; }
    public Uri? Url { get; set; }
    public Uri? PartialDataUrl { get; set; }
    public string? ErrorCode { get; set; }

    public BulkOperation ToOperation() => new(Id ?? "", Words.Lower(Status) ?? "", ObjectCount, RootObjectCount, Url, PartialDataUrl, Words.Lower(ErrorCode));
}
