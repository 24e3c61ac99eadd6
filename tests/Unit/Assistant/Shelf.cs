using MyCavoodle.Hub;

namespace MyCavoodle.Tests.Unit.Assistant;

/// <summary>A few products and orders.</summary>
static class Shelf
{
    static readonly DateTimeOffset Then = Sydney.At(new(2026, 11, 18), new(10, 0));

    public static readonly IReadOnlyList<Product> Products =
    [
        Product(1, 1, "Oatmeal Calm Shampoo", "250 ml", ProductCategory.Shampoo, 22.95m, 64, "A gentle wash for itchy, sensitive skin.", "Water, colloidal oatmeal, aloe vera leaf juice"),
        Product(1, 2, "Oatmeal Calm Shampoo", "500 ml", ProductCategory.Shampoo, 36.95m, 41, "A gentle wash for itchy, sensitive skin.", "Water, colloidal oatmeal, aloe vera leaf juice", 39.95m),
        Product(2, 3, "Curl & Coat Shampoo", "250 ml", ProductCategory.Shampoo, 24.95m, 58, "Keeps cavoodle curls springy.", "Water, coco-glucoside, coconut oil"),
        Product(3, 4, "Puppy First Bath Shampoo", "250 ml", ProductCategory.Shampoo, 21.95m, 73, "Tear-free and unscented.", "Water, decyl glucoside"),
        Product(4, 5, "Silk Coat Conditioner", "250 ml", ProductCategory.Conditioner, 24.95m, 47, "Makes brushing easy.", "Water, silk amino acids, argan oil"),
        Product(5, 6, "Detangle Leave-In Spray", "200 ml", ProductCategory.Conditioner, 23.95m, 11, "Spray on and brush out.", "Water, glycerin"),
        Product(6, 7, "Argan Coat Oil", null, ProductCategory.Conditioner, 29.95m, 0, "A few drops for shine.", "Argan oil, jojoba oil"),
        Product(7, 8, "Curved Slicker Brush", null, ProductCategory.Accessories, 34.95m, 57, "Long soft pins.", null),
        Product(8, 9, "Bamboo Drying Towel", "Medium", ProductCategory.Accessories, 28.95m, 35, "Takes up water.", null),
        Product(8, 10, "Bamboo Drying Towel", "Large", ProductCategory.Accessories, 36.95m, 5, "Takes up water.", null),
        Product(9, 11, "Puppy Starter Bundle", null, ProductCategory.Bundles, 69.95m, 26, "Puppy shampoo, conditioner and a brush.", null, 77.85m),
    ];

    public static readonly IReadOnlyList<Order> Orders =
    [
        new() { ShopifyId = 2, Number = "#5124", PlacedAt = Then.AddDays(2), UpdatedAt = Then, Status = OrderStatus.Processing, Payment = PaymentStatus.Paid, Total = 34.95m },
        new()
        {
            ShopifyId = 1, Number = "#5123", PlacedAt = Then, UpdatedAt = Then, Status = OrderStatus.Shipped, Payment = PaymentStatus.Paid, Total = 59.90m,
            Carrier = "Australia Post", TrackingNumber = "33ABC0001", TrackingUrl = "https://auspost.example/33ABC0001", ShippedAt = Then.AddDays(1), ShippingMethodName = "Standard",
        },
    ];

    static Product Product(long product, long variant, string name, string? size, ProductCategory category, decimal price, int available, string about, string? ingredients, decimal? was = null) => new()
    {
        ShopifyProductId = product, ShopifyVariantId = variant, InventoryItemId = variant, Name = name, Variant = size, Category = category, Description = about,
        Ingredients = ingredients, Active = true, RetailPrice = price, ComparePrice = was, Available = available, ReorderPoint = 10, UpdatedAt = Then,
    };
}
