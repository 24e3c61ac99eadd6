namespace MyCavoodle.Sandbox.Shop;

/// <summary>Numbers like Shopify's: larger than 32 bits hold, always the same for the same thing.</summary>
static class Ids
{
    public const long Shop = 68_120_330_001;
    public const long Location = 71_500_220_001;

    public static long Order(int number) => 6_100_000_000_000 + number * 100L;
    /// <summary>A hundred fit beside the next order's; a longer order has its own range.</summary>
    public static long Line(int number, int index) => index < 100 ? 15_000_000_000_000 + number * 100L + index : 16_000_000_000_000 + number * 1000L + index;
    public static int OrderNumber(long id) => id is > 6_100_000_000_000 and < 6_400_000_000_000 && id % 100 == 0 ? (int)((id - 6_100_000_000_000) / 100) : 0;
    public static long Edit(int number, int index) => 3_200_000_000_000 + number * 100L + index;
    public static long Fulfilment(int number) => 5_300_000_000_000 + number * 100L;
    public static long FulfilmentOrder(int number) => 6_700_000_000_000 + number * 100L;
    public static int OfFulfilmentOrder(long id) => id > 6_700_000_000_000 ? (int)((id - 6_700_000_000_000) / 100) : 0;
    public static long Refund(int number, int index) => 980_000_000_000 + number * 100L + index;
    public static long Transaction(int number, int index) => 7_400_000_000_000 + number * 100L + index;
    public static long Customer(int index) => 7_800_000_000_000 + index * 37L;
    public static long Product(int index) => 8_900_000_000_000 + index * 111L;
    public static long Variant(int index) => 45_100_000_000_000 + index * 13L;
    public static long InventoryItem(int index) => 47_200_000_000_000 + index * 17L;
}
