using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace MyCavoodle.Clients.Shopify;

/// <summary>Makes whole things of an export's lines: a parent's line, then those of its children, then the next parent's.</summary>
interface IBulkReader<T>
{
    /// <summary>Takes a line; true when it begins the next parent, so that the one before is whole.</summary>
    /// <exception cref="JsonException">Not the JSON that was asked for, or a child behind another's parent.</exception>
    bool Take(ReadOnlySpan<byte> line, [MaybeNullWhen(false)] out T whole);

    /// <summary>The last one, when there are no more lines.</summary>
    bool TryFinish([MaybeNullWhen(false)] out T whole);
}

/// <summary>What all exports share: the parent being read.</summary>
abstract class BulkReader<TNode, T> : IBulkReader<T> where TNode : class
{
    TNode? parent;

    public bool Take(ReadOnlySpan<byte> line, [MaybeNullWhen(false)] out T whole)
    {
        whole = default;
        if (line.TrimEnd("\r "u8).IsEmpty)
            return false;
        // Inside a string the quotes would be escaped, so this is a name.
        if (line.IndexOf("\"__parentId\":"u8) >= 0)
        {
            AddChild(line);
            return false;
        }
        var isWhole = TryFinish(out whole);
        parent = ReadParent(line) ?? throw new JsonException("A line that is null.");
        return isWhole;
    }

    public bool TryFinish([MaybeNullWhen(false)] out T whole)
    {
        whole = parent is null ? default : Finish(parent);
        var isWhole = parent is not null;
        parent = null;
        return isWhole;
    }

    void AddChild(ReadOnlySpan<byte> line)
    {
        var (type, parentId) = Kin(line);
        if (parent is null || IdOf(parent) != parentId)
            throw new JsonException("A child that does not follow its parent.");
        Add(line, type);
    }

    protected abstract TNode? ReadParent(ReadOnlySpan<byte> line);
    protected abstract string? IdOf(TNode parent);
    protected abstract void Add(ReadOnlySpan<byte> line, string? type);
    protected abstract T Finish(TNode parent);

    // Of the outermost object only: the line of an order's item holds ids of products as well.
    static (string? Type, string? ParentId) Kin(ReadOnlySpan<byte> line)
    {
        string? id = null, parentId = null;
        var reader = new Utf8JsonReader(line);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isId = reader.ValueTextEquals("id"u8);
            var isParent = reader.ValueTextEquals("__parentId"u8);
            reader.Read();
            if (isId && reader.TokenType == JsonTokenType.String)
                id = reader.GetString();
            else if (isParent)
                parentId = reader.GetString();
            else
                reader.Skip();
        }
        return (id?.Split('/') is [.., var type, _] ? type : null, parentId);
    }
}

sealed class BulkOrders : BulkReader<OrderNode, ShopifyOrder>
{
    readonly List<LineItemNode> lines = [];
    readonly List<ShippingLineNode> shipping = [];

    protected override OrderNode? ReadParent(ReadOnlySpan<byte> line) => JsonSerializer.Deserialize(line, NodeJson.Default.OrderNode);

    protected override string? IdOf(OrderNode parent) => parent.Id;

    // A shipping line may have no id; nothing else comes without.
    protected override void Add(ReadOnlySpan<byte> line, string? type)
    {
        if (type == "LineItem")
            lines.Add(JsonSerializer.Deserialize(line, NodeJson.Default.LineItemNode)!);
        else if (type is "ShippingLine" or null)
            shipping.Add(JsonSerializer.Deserialize(line, NodeJson.Default.ShippingLineNode)!);
    }

    protected override ShopifyOrder Finish(OrderNode parent)
    {
        var order = parent.ToOrder(lines, shipping);
        lines.Clear();
        shipping.Clear();
        return order;
    }
}

sealed class BulkCustomers : BulkReader<CustomerNode, ShopifyCustomer>
{
    protected override CustomerNode? ReadParent(ReadOnlySpan<byte> line) => JsonSerializer.Deserialize(line, NodeJson.Default.CustomerNode);
    protected override string? IdOf(CustomerNode parent) => parent.Id;
    protected override void Add(ReadOnlySpan<byte> line, string? type) { }
    protected override ShopifyCustomer Finish(CustomerNode parent) => parent.ToCustomer();
}

sealed class BulkProducts : BulkReader<ProductNode, ShopifyProduct>
{
    readonly List<VariantNode> variants = [];

    protected override ProductNode? ReadParent(ReadOnlySpan<byte> line) => JsonSerializer.Deserialize(line, NodeJson.Default.ProductNode);

    protected override string? IdOf(ProductNode parent) => parent.Id;

    protected override void Add(ReadOnlySpan<byte> line, string? type)
    {
        if (type == "ProductVariant")
            variants.Add(JsonSerializer.Deserialize(line, NodeJson.Default.VariantNode)!);
    }

    protected override ShopifyProduct Finish(ProductNode parent)
    {
        var product = parent.ToProduct(variants);
        variants.Clear();
        return product;
    }
}
