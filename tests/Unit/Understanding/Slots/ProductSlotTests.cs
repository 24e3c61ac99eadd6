namespace MyCavoodle.Tests.Unit.Understanding.Slots;

public sealed class ProductSlotTests
{
    [Theory]
    [InlineData("oatmeal shampoo", "Oatmeal Soothing Shampoo")]
    [InlineData("Oatmeal Soothing Shampoo", "Oatmeal Soothing Shampoo")]
    [InlineData("the shampoo with oatmeal", "Oatmeal Soothing Shampoo")]
    [InlineData("oatmeel shampo", "Oatmeal Soothing Shampoo")]
    [InlineData("lavander shampoo", "Lavender Calming Shampoo")]
    [InlineData("slicker brushes", "Slicker Brush")]
    [InlineData("is the slicker any good", "Slicker Brush")]
    [InlineData("how much is the detangler", "Detangling Spray")]
    [InlineData("deshedding tool", "De-Shedding Tool")]
    [InlineData("de shedding tool", "De-Shedding Tool")]
    [InlineData("microfiber towl", "Microfibre Towel")]
    [InlineData("paw balm", "Paw Balm")]
    [InlineData("puppy shampoo", "Puppy Tearless Shampoo")]
    [InlineData("oatmeal condish for my cavoodle", "Oatmeal Conditioner")]
    public void A_product_is_found_misspelt_in_part_and_in_another_order(string message, string product) =>
        Assert.Equal(product, Assert.Single(Shop.Read(message).Products).Candidates[0].Product);

    [Theory]
    [InlineData("oatmeal shampoo 500 ml", "500 ml")]
    [InlineData("do you have the oatmeal shampoo in 500?", "500 ml")]
    [InlineData("half litre of the lavender shampoo", "500 ml")]
    [InlineData("the towel in pink", "Pink")]
    [InlineData("large slicker brush", "Large")]
    [InlineData("christmas bandana size m", "M")]
    [InlineData("oatmeal shampoo", null)]
    [InlineData("oatmeal shampoo in 750 ml", null)]
    public void The_variant_is_the_one_that_is_named(string message, string? variant) =>
        Assert.Equal(variant, Assert.Single(Shop.Read(message).Products).Candidates[0].Variant);

    [Fact]
    public void Where_the_words_fit_several_all_are_given()
    {
        Assert.Equal(["Oatmeal Conditioner", "Oatmeal Soothing Shampoo"], Assert.Single(Shop.Read("the oatmeal one in 500").Products).Candidates.Select(c => c.Product));
        Assert.Equal(["Bamboo Pin Brush", "Slicker Brush"], Assert.Single(Shop.Read("do you have brushes").Products).Candidates.Select(c => c.Product).Order());
    }

    [Fact]
    public void Two_products_in_one_text_are_two()
    {
        Assert.Equal(["Oatmeal Soothing Shampoo", "Lavender Calming Shampoo"], Firsts("can I swap the oatmeal shampoo for the lavender one"));
        Assert.Equal(["Oatmeal Soothing Shampoo", "Oatmeal Conditioner"], Firsts("oatmeal shampoo and conditioner"));
        Assert.Equal(["Lavender Calming Shampoo", "Slicker Brush", "Microfibre Towel"], Firsts("lavender shampoo, slicker brush & a towel"));
    }

    [Theory]
    [InlineData("where is my order")]
    [InlineData("his paw hurts")]
    [InlineData("will it arrive before christmas")]
    [InlineData("his skin condition is bad")]
    [InlineData("I bought something")]
    [InlineData("I am calling about my pin")]
    [InlineData("what band is this")]
    [InlineData("do you sell cat food")]
    public void A_product_the_text_does_not_name_is_never_given(string message) => Assert.Empty(Shop.Read(message).Products);

    static IEnumerable<string> Firsts(string message) => Shop.Read(message).Products.Select(p => p.Candidates[0].Product);
}
