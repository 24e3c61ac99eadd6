namespace MyCavoodle.Clients.Shopify;

/// <summary>
/// What is exported, and the calls around it. A bulk query has no pages, no more than five connections, and none inside a list
/// (refunds cannot bring their transactions). https://shopify.dev/docs/api/usage/bulk-operations/queries#operation-restrictions
/// </summary>
static class BulkQueries
{
    const string Operation = "id status errorCode objectCount rootObjectCount url partialDataUrl";

    // Grouped: children come right behind their parent, which since 2026 is no longer the default.
    public static readonly GraphQlQuery Run = new("bulk run", """
        mutation bulkRun($query:String!){bulkOperationRunQuery(query:$query,groupObjects:true){bulkOperation{id} userErrors{field message code} } }
        """, 10, MayRepeat: false);

    public static readonly GraphQlQuery Status = new("bulk status", $$"""query bulkStatus($id:ID!){bulkOperation(id:$id){ {{Operation}} } }""", 1);

    public static readonly GraphQlQuery Newest = new("bulk newest", $$"""
        query bulkNewest{bulkOperations(first:10,query:"operation_type:query",sortKey:CREATED_AT,reverse:true){nodes{ {{Operation}} } } }
        """, 12);

    public static readonly GraphQlQuery Current = new("bulk current", $$"""query bulkCurrent{currentBulkOperation(type:QUERY){ {{Operation}} } }""", 1);

    public static string Orders(string? filter) => $$"""
        { orders{{Arguments(filter)}}{edges{node{ {{Facts.Order}} lineItems{edges{node{ {{Facts.LineItem}} } } } shippingLines{edges{node{ {{Facts.ShippingLine}} } } } } } } }
        """;

    public static string Customers(string? filter) => $$"""{ customers{{Arguments(filter)}}{edges{node{ {{Facts.Customer}} } } } }""";

    public static string Products(string? filter) => $$"""
        { products{{Arguments(filter)}}{edges{node{ {{Facts.Product}} variants{edges{node{ {{Facts.Variant}} } } } } } } }
        """;

    // A filter is ours alone and has no double quotes.
    static string Arguments(string? filter) => filter is null ? "" : $"(query:\"{filter}\")";
}
