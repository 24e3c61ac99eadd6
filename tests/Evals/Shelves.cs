using MyCavoodle.Hub;

namespace MyCavoodle.Tests.Evals;

/// <summary>What the small shop sells: sizes, sales, low stock and one product that is sold out.</summary>
static class Shelves
{
    const string Oats = "Water, colloidal oatmeal, decyl glucoside, aloe vera leaf juice, glycerin, chamomile extract, citric acid";

    public static readonly IReadOnlyList<Product> Products =
    [
        Product(1, 11, "Oatmeal Calm Shampoo", "250 ml", ProductCategory.Shampoo, 22.95m, 64, "A gentle wash for itchy, sensitive skin. Soap free, safe from 12 weeks.", Oats),
        Product(1, 12, "Oatmeal Calm Shampoo", "500 ml", ProductCategory.Shampoo, 36.95m, 41, "A gentle wash for itchy, sensitive skin. Soap free, safe from 12 weeks.", Oats, 39.95m),
        Product(2, 21, "Curl & Coat Shampoo", "250 ml", ProductCategory.Shampoo, 24.95m, 58, "Keeps cavoodle curls springy and loose of mats. For weekly baths.", "Water, coco-glucoside, coconut oil, panthenol, lavender water, citric acid"),
        Product(2, 22, "Curl & Coat Shampoo", "500 ml", ProductCategory.Shampoo, 39.95m, 9, "Keeps cavoodle curls springy and loose of mats. For weekly baths.", "Water, coco-glucoside, coconut oil, panthenol, lavender water, citric acid"),
        Product(3, 31, "Puppy First Bath Shampoo", "250 ml", ProductCategory.Shampoo, 21.95m, 73, "Tear-free and unscented, made for puppies from 8 weeks.", "Water, decyl glucoside, aloe vera leaf juice, glycerin, calendula extract"),
        Product(4, 41, "Bright Coat Shampoo", null, ProductCategory.Shampoo, 27.95m, 36, "Lifts tear and paw stains from cream and apricot coats. No bleach.", "Water, coco-glucoside, violet pigment, glycerin, blueberry extract"),
        Product(5, 51, "Waterless Foam Shampoo", null, ProductCategory.Shampoo, 19.95m, 6, "A rinse-free foam for muddy paws between baths.", "Water, coco-glucoside, aloe vera leaf juice, witch hazel water", 24.95m),
        Product(6, 61, "Silk Coat Conditioner", "250 ml", ProductCategory.Conditioner, 24.95m, 47, "A rich rinse-out conditioner that makes brushing easy.", "Water, cetearyl alcohol, silk amino acids, argan oil, panthenol"),
        Product(6, 62, "Silk Coat Conditioner", "500 ml", ProductCategory.Conditioner, 39.95m, 22, "A rich rinse-out conditioner that makes brushing easy.", "Water, cetearyl alcohol, silk amino acids, argan oil, panthenol"),
        Product(7, 71, "Detangle Leave-In Spray", "200 ml", ProductCategory.Conditioner, 23.95m, 11, "Spray on, wait a minute, brush out the knots behind the ears.", "Water, glycerin, hydrolysed wheat protein, jojoba oil, panthenol"),
        Product(7, 72, "Detangle Leave-In Spray", "400 ml", ProductCategory.Conditioner, 37.95m, 39, "Spray on, wait a minute, brush out the knots behind the ears.", "Water, glycerin, hydrolysed wheat protein, jojoba oil, panthenol"),
        Product(8, 81, "Aloe Calm Conditioner", null, ProductCategory.Conditioner, 23.95m, 44, "For dry or itchy skin, made to follow Oatmeal Calm Shampoo.", "Water, aloe vera leaf juice, colloidal oatmeal, glycerin"),
        Product(9, 91, "Argan Coat Oil", null, ProductCategory.Conditioner, 29.95m, 0, "A few drops after the bath for shine on show days.", "Argan oil, jojoba oil, sunflower seed oil, vitamin E"),
        Product(10, 101, "Curved Slicker Brush", null, ProductCategory.Accessories, 34.95m, 57, "Long soft pins that reach the undercoat without scratching.", null),
        Product(11, 111, "Steel Greyhound Comb", null, ProductCategory.Accessories, 24.95m, 62, "Fine on one side, coarse on the other; finds what the brush missed.", null),
        Product(12, 121, "Bamboo Drying Towel", "Medium", ProductCategory.Accessories, 28.95m, 35, "Takes up three times its weight in water.", null),
        Product(12, 122, "Bamboo Drying Towel", "Large", ProductCategory.Accessories, 36.95m, 5, "Takes up three times its weight in water.", null),
        Product(13, 131, "Quiet Nail Grinder", null, ProductCategory.Accessories, 49.95m, 21, "Two speeds, hardly a hum, rechargeable.", null),
        Product(14, 141, "Puppy Starter Bundle", null, ProductCategory.Bundles, 69.95m, 26, "Puppy First Bath Shampoo, Silk Coat Conditioner and a Curved Slicker Brush.", null, 77.85m),
        Product(15, 151, "Curl Care Duo", null, ProductCategory.Bundles, 44.95m, 40, "Curl & Coat Shampoo with Detangle Leave-In Spray.", null, 48.90m),
    ];

    static Product Product(long product, long variant, string name, string? size, ProductCategory category, decimal price, int available, string about, string? ingredients, decimal? was = null) => new()
    {
        ShopifyProductId = product, ShopifyVariantId = variant, InventoryItemId = variant, Sku = $"SKU-{variant}", Name = name, Variant = size, Category = category, Description = about,
        Ingredients = ingredients, Active = true, RetailPrice = price, ComparePrice = was, CostPrice = price / 3, Available = available, ReorderPoint = 10, UpdatedAt = SmallShop.Now,
    };
}
