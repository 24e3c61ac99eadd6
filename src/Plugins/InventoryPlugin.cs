using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.AI;
using MyCavoodle.Assistant;
using MyCavoodle.Hub;

namespace MyCavoodle.Plugins;

/// <summary>What the assistant may ask about the catalogue and the stock.</summary>
public sealed class InventoryPlugin(HubContext hub, Caller caller, TurnNotes notes) : IPlugin
{
    public IEnumerable<AIFunction> Tools => caller.May(Right.SeeStockLevels)
        ? [AIFunctionFactory.Create(FindProductsAsync, "find_products"), AIFunctionFactory.Create(ListLowStockAsync, "list_low_stock")]
        : [AIFunctionFactory.Create(FindProductsAsync, "find_products")];

    [Description("Finds products by the words a customer uses: price, sizes, stock, description and ingredients, as in the shop now.")]
    public async Task<ProductAnswer> FindProductsAsync(
        [Description("The customer's own words for the product, e.g. 'oatmeal shampoo 500ml', 'something for itchy skin', 'cheapest conditioner'.")] string query,
        CancellationToken ct = default)
    {
        notes.About(InquiryCategory.ProductInfo);
        var products = await hub.Products.AsNoTracking().Where(p => p.Active).ToListAsync(ct);
        return ProductAnswer.Of(products, query);
    }

    [Description("Lists the products that have reached their reorder point. For staff.")]
    public async Task<LowStockAnswer> ListLowStockAsync(CancellationToken ct = default)
    {
        if (!caller.May(Right.SeeStockLevels)) return LowStockAnswer.Refused;
        var low = await hub.Products.AsNoTracking().Where(p => p.Active && p.Available <= p.ReorderPoint)
            .OrderBy(p => p.Available).ThenBy(p => p.Name).ThenBy(p => p.Variant).ToListAsync(ct);
        return LowStockAnswer.Of(low);
    }
}
