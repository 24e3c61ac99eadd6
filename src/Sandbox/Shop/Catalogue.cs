namespace MyCavoodle.Sandbox.Shop;

/// <summary>The 24 products of the made-up shop, in four categories. No brand or recipe of the real world is meant.</summary>
static class Catalogue
{
    /// <summary>One size: its name, the end of its sku, price, cost, stock today, and the struck-out price if any.</summary>
    sealed record Size(string Name, string Suffix, decimal Price, decimal Cost, int Stock, decimal? Was = null);

    sealed record Entry(string Sku, string Title, string Category, int Grams, int ReorderPoint, string Description, string? Ingredients, params Size[] Sizes);

    static Size One(decimal price, decimal cost, int stock, decimal? was = null) => new("Default Title", "", price, cost, stock, was);

    static readonly Entry[] Entries =
    [
        new("SH-OAT", "Oatmeal Calm Shampoo", "Shampoo", 300, 12, "A gentle wash for itchy, sensitive skin. Soap free, safe from 12 weeks.",
            "Water, colloidal oatmeal, decyl glucoside, aloe vera leaf juice, glycerin, chamomile extract, citric acid, potassium sorbate",
            new("250 ml", "-250", 22.95m, 7.40m, 64), new("500 ml", "-500", 36.95m, 11.80m, 41, 39.95m)),
        new("SH-CUR", "Curl & Coat Shampoo", "Shampoo", 300, 12, "Keeps cavoodle curls springy and loose of mats. For weekly baths.",
            "Water, coco-glucoside, hydrolysed oat protein, coconut oil, panthenol, lavender water, citric acid, sodium benzoate",
            new("250 ml", "-250", 24.95m, 8.10m, 58), new("500 ml", "-500", 39.95m, 12.90m, 9)),
        new("SH-PUP", "Puppy First Bath Shampoo", "Shampoo", 280, 10, "Tear-free and unscented, made for puppies from 8 weeks.",
            "Water, decyl glucoside, aloe vera leaf juice, glycerin, calendula extract, citric acid, potassium sorbate",
            new("250 ml", "-250", 21.95m, 6.90m, 73), new("500 ml", "-500", 34.95m, 10.90m, 30)),
        new("SH-WHT", "Bright Coat Shampoo", "Shampoo", 300, 8, "Lifts tear and paw stains from cream and apricot coats. No bleach.",
            "Water, coco-glucoside, violet pigment, glycerin, blueberry extract, panthenol, citric acid, sodium benzoate", One(27.95m, 9.20m, 36)),
        new("SH-FOM", "Waterless Foam Shampoo", "Shampoo", 220, 15, "A rinse-free foam for muddy paws between baths.",
            "Water, coco-glucoside, aloe vera leaf juice, witch hazel water, panthenol, citric acid, potassium sorbate", One(19.95m, 5.80m, 6, 24.95m)),
        new("SH-BAR", "Solid Shampoo Bar", "Shampoo", 110, 10, "One bar, about thirty baths, no bottle. Wraps in paper.",
            "Sodium cocoyl isethionate, cocoa butter, coconut oil, oat flour, kaolin clay, lavender oil", One(17.95m, 4.60m, 88)),
        new("CO-SLK", "Silk Coat Conditioner", "Conditioner", 300, 12, "A rich rinse-out conditioner that makes brushing easy.",
            "Water, cetearyl alcohol, behentrimonium chloride, silk amino acids, argan oil, panthenol, citric acid",
            new("250 ml", "-250", 24.95m, 8.00m, 47), new("500 ml", "-500", 39.95m, 12.70m, 22)),
        new("CO-DET", "Detangle Leave-In Spray", "Conditioner", 260, 15, "Spray on, wait a minute, brush out the knots behind the ears.",
            "Water, glycerin, hydrolysed wheat protein, jojoba oil, panthenol, chamomile extract, potassium sorbate",
            new("200 ml", "-200", 23.95m, 7.10m, 11), new("400 ml", "-400", 37.95m, 11.20m, 39)),
        new("CO-COC", "Coconut Rinse Conditioner", "Conditioner", 300, 10, "Light, quick to rinse, smells of summer.",
            "Water, cetearyl alcohol, coconut oil, shea butter, glycerin, citric acid, sodium benzoate", One(22.95m, 7.20m, 51)),
        new("CO-ALO", "Aloe Calm Conditioner", "Conditioner", 300, 10, "For dry or itchy skin, made to follow Oatmeal Calm Shampoo.",
            "Water, aloe vera leaf juice, cetearyl alcohol, colloidal oatmeal, glycerin, calendula extract, citric acid", One(23.95m, 7.60m, 44)),
        new("CO-PUP", "Puppy Soft Conditioner", "Conditioner", 280, 8, "Unscented and tear-free, for the first coat.",
            "Water, cetearyl alcohol, aloe vera leaf juice, oat extract, glycerin, citric acid", One(20.95m, 6.50m, 33)),
        new("CO-OIL", "Argan Coat Oil", "Conditioner", 120, 6, "A few drops after the bath for shine on show days.",
            "Argan oil, jojoba oil, sunflower seed oil, vitamin E", One(29.95m, 9.90m, 0)),
        new("AC-SLI", "Curved Slicker Brush", "Accessories", 210, 10, "Long soft pins that reach the undercoat without scratching.", null, One(34.95m, 11.40m, 57)),
        new("AC-CMB", "Steel Greyhound Comb", "Accessories", 130, 8, "Fine on one side, coarse on the other; finds what the brush missed.", null, One(24.95m, 7.30m, 62)),
        new("AC-TWL", "Bamboo Drying Towel", "Accessories", 380, 10, "Takes up three times its weight in water.", null,
            new("Medium", "-M", 28.95m, 9.20m, 35), new("Large", "-L", 36.95m, 12.10m, 5)),
        new("AC-COT", "Towelling Drying Coat", "Accessories", 420, 6, "Wrap up after the bath, stay warm in the car. Measure along the back: S 30 cm, M 38 cm, L 46 cm.", null,
            new("S", "-S", 44.95m, 15.60m, 18), new("M", "-M", 47.95m, 16.80m, 24, 54.95m), new("L", "-L", 49.95m, 17.90m, 13)),
        new("AC-NAI", "Quiet Nail Grinder", "Accessories", 260, 6, "Two speeds, hardly a hum, rechargeable.", null, One(49.95m, 18.70m, 21)),
        new("AC-SCI", "Round-Tip Face Scissors", "Accessories", 90, 6, "For the hair around the eyes. Rounded tips, stainless steel.", null, One(32.95m, 10.80m, 29)),
        new("BU-PUP", "Puppy Starter Bundle", "Bundles", 900, 6, "Puppy First Bath Shampoo, Puppy Soft Conditioner and a Curved Slicker Brush.", null, One(69.95m, 24.10m, 26, 77.85m)),
        new("BU-BTH", "Bath Day Bundle", "Bundles", 1000, 8, "Curl & Coat Shampoo, Silk Coat Conditioner and a medium Bamboo Drying Towel.", null, One(71.95m, 25.30m, 31, 78.85m)),
        new("BU-CUR", "Curl Care Duo", "Bundles", 620, 8, "Curl & Coat Shampoo with Detangle Leave-In Spray.", null, One(44.95m, 15.20m, 40, 48.90m)),
        new("BU-SEN", "Sensitive Skin Set", "Bundles", 620, 8, "Oatmeal Calm Shampoo with Aloe Calm Conditioner.", null, One(42.95m, 15.00m, 7, 46.90m)),
        new("BU-SHO", "Show Ready Kit", "Bundles", 800, 4, "Bright Coat Shampoo, Silk Coat Conditioner, Steel Greyhound Comb and Face Scissors.", null, One(99.95m, 35.30m, 14, 110.80m)),
        new("BU-TRV", "Travel Groom Kit", "Bundles", 450, 6, "Waterless Foam, Solid Shampoo Bar and a Steel Greyhound Comb in a zip pouch.", null, One(54.95m, 17.70m, 19, 62.85m)),
    ];

    /// <summary>A fresh copy, since stock changes while the sandbox runs.</summary>
    public static List<Product> Stocked(DateTimeOffset since)
    {
        var variants = 0;
        return [.. Entries.Select((entry, index) =>
        {
            var product = new Product
            {
                Id = Ids.Product(index), Title = entry.Title, Category = entry.Category, Description = entry.Description,
                Ingredients = entry.Ingredients, ReorderPoint = entry.ReorderPoint, CreatedAt = since, UpdatedAt = since,
            };
            product.Variants.AddRange(entry.Sizes.Select(size => new Variant
            {
                Id = Ids.Variant(variants), InventoryItemId = Ids.InventoryItem(variants++), Product = product, Title = size.Name,
                Sku = entry.Sku + size.Suffix, Price = size.Price, CompareAtPrice = size.Was, Cost = size.Cost,
                Grams = entry.Grams, Stock = size.Stock, UpdatedAt = since,
            }));
            return product;
        })];
    }
}
