namespace MyCavoodle.Clients.Shopify;

/// <summary>How many there are at a location.</summary>
/// <param name="InventoryItemId">See <see cref="ShopifyVariant.InventoryItemId"/>.</param>
/// <param name="LocationId">Where.</param>
/// <param name="Quantity">The new number.</param>
/// <param name="Expected">What is believed to be there now; another number there refuses the change. Null: no matter what.</param>
public sealed record ShopifyStockCount(long InventoryItemId, long LocationId, int Quantity, int? Expected = null);

/// <summary>How many come or go at a location.</summary>
/// <param name="InventoryItemId">See <see cref="ShopifyVariant.InventoryItemId"/>.</param>
/// <param name="LocationId">Where.</param>
/// <param name="By">Negative: they go.</param>
/// <param name="Expected">What is believed to be there now; another number there refuses the change. Null: no matter what.</param>
public sealed record ShopifyStockChange(long InventoryItemId, long LocationId, int By, int? Expected = null);
