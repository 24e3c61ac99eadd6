using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MyCavoodle.Hub;

namespace MyCavoodle.Tests.Scenarios;

/// <summary>Price, stock, ingredients, shipping and returns: the shop's own answer, in one message.</summary>
[Collection(ShopCollection.Name)]
public sealed class ProductStory(ShopInABox shop)
{
    [Fact]
    public async Task The_price_is_the_catalogue_s()
    {
        var product = await AnyAsync(p => p.Available > 0 && p.Variant != null);
        var answer = await Someone("price").AsksAsync($"How much is the {product.Name} {product.Variant}?");
        Assert.Contains(Figure.Money(product.RetailPrice), answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_stock_is_the_shop_s_also_a_moment_after_it_changed()
    {
        var product = await AnyAsync(p => p.Available > 0 && p.Variant == null);
        var asker = Someone("stock");
        await shop.PostAsync("/sandbox/api/shop/stock", new { sku = product.Sku, available = 7 });
        await StockIsAsync(product.Sku!, 7);
        Assert.Contains("7", await asker.AsksAsync($"do you have the {product.Name} in stock?"), StringComparison.Ordinal);

        await shop.PostAsync("/sandbox/api/shop/stock", new { sku = product.Sku, available = 0 });
        await StockIsAsync(product.Sku!, 0);
        Assert.Matches("(?i)out of stock|sold out", await asker.AsksAsync($"is {product.Name} available now?"));
    }

    [Fact]
    public async Task The_ingredients_are_the_product_s()
    {
        var product = await AnyAsync(p => p.Ingredients != null);
        var answer = await Someone("ingredients").AsksAsync($"What are the ingredients of {product.Name}?");
        Assert.Contains(product.Ingredients!.Split(',')[0].Trim(), answer, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("How much is shipping and how long does it take?", "$9.95")]
    [InlineData("what's your return policy?", "30 days")]
    public async Task Shipping_and_returns_are_what_the_shop_has_written_down(string question, string fact) =>
        Assert.Contains(fact, await Someone(fact).AsksAsync(question), StringComparison.Ordinal);

    [Fact]
    public async Task Two_questions_in_one_message_get_one_answer_to_both()
    {
        var product = await AnyAsync(p => p.Variant == null && p.Available > 0);
        var asker = Someone("both");
        var answer = await asker.AsksAsync($"how much is the {product.Name} and what does shipping cost?");

        Assert.Contains(Figure.Money(product.RetailPrice), answer, StringComparison.Ordinal);
        Assert.Contains("$9.95", answer, StringComparison.Ordinal);
        Assert.Single(await asker.SaidByShopAsync());
    }

    [Theory]
    [InlineData("what's MER this week?")]
    [InlineData("revenue yesterday")]
    [InlineData("how many inquiries are open?")]
    public async Task The_founder_s_questions_are_refused_politely_to_a_customer(string question)
    {
        var answer = await Someone($"nosy {question}").AsksAsync(question);
        Assert.DoesNotMatch(@"\$\d|\d\.\d\d", answer);
        Assert.Matches("(?i)can't|cannot|not able|only", answer);
    }

    Contact Someone(string why) => shop.Contact(ChannelNames.Messenger, $"product-{why}");

    async Task<Product> AnyAsync(System.Linq.Expressions.Expression<Func<Product, bool>> kind)
    {
        await using var hub = shop.Hub();
        return await hub.Products.Where(p => p.Active && p.Sku != null).Where(kind).OrderBy(p => p.Id).FirstAsync();
    }

    Task StockIsAsync(string sku, int available) => Eventually.TrueAsync(async () =>
    {
        await using var hub = shop.Hub();
        return await hub.Products.AnyAsync(p => p.Sku == sku && p.Available == available);
    }, string.Create(CultureInfo.InvariantCulture, $"the hub knows {available} of {sku}"));
}
