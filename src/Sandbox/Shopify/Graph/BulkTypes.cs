namespace MyCavoodle.Sandbox.Shopify.Graph;

/// <summary>https://shopify.dev/docs/api/admin-graphql/2026-01/objects/BulkOperation</summary>
sealed class BulkTypes
{
    public ObjectType<BulkOperation> Operation { get; } = new ObjectType<BulkOperation>("BulkOperation")
        .Value("id", b => b.Id)
        .Value("status", b => b.Status)
        .Value("errorCode", b => b.ErrorCode)
        .Value("type", _ => "QUERY")
        .Value("query", b => b.Query)
        .Value("createdAt", b => b.CreatedAt)
        .Value("completedAt", b => b.CompletedAt)
        .Value("objectCount", b => b.ObjectCount)
        .Value("rootObjectCount", b => b.RootObjectCount)
        .Value("fileSize", b => b.Url is null && b.PartialDataUrl is null ? null : b.FileSize)
        .Value("url", b => b.Url)
        .Value("partialDataUrl", b => b.PartialDataUrl);
}
