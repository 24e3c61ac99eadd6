using MyCavoodle.Clients.Airtable;
using Xunit;

namespace MyCavoodle.Tests.Unit.Clients;

public sealed class AirtableFormulaTests
{
    [Theory]
    [InlineData("plain", "'plain'")]
    [InlineData("O'Brien says \"hi\"", "'O\\'Brien says \"hi\"'")]
    [InlineData("ends with \\", "'ends with \\\\'")]
    [InlineData("\\' OR TRUE() OR '", "'\\\\\\' OR TRUE() OR \\''")]
    [InlineData("two\r\nlines\tand a tab", "'two\\r\\nlines\\tand a tab'")]
    [InlineData("{Field} 🐶", "'{Field} 🐶'")]
    public void Words_stay_words(string value, string formula) => Assert.Equal(formula, AirtableFormula.Text(value).ToString());

    [Theory]
    [InlineData("Order ID", "{Order ID}")]
    [InlineData("fldSAUw6qVy9NzXzF", "{fldSAUw6qVy9NzXzF}")]
    [InlineData("Guest's {odd} name", "{Guest's {odd\\} name}")]
    public void Names_stay_names(string name, string formula) => Assert.Equal(formula, AirtableFormula.Field(name).ToString());

    [Fact]
    public void Formulas_are_made_of_formulas() => Assert.Equal(
        "AND(IS_AFTER(LAST_MODIFIED_TIME(), '2026-11-19T21:00:00.000Z'), OR(({Total} = 12.5), NOT({Paid})))",
        AirtableFormula.And(
            AirtableFormula.IsAfter(AirtableFormula.Function("LAST_MODIFIED_TIME"), new(2026, 11, 20, 8, 0, 0, TimeSpan.FromHours(11))),
            AirtableFormula.Or(AirtableFormula.Is(AirtableFormula.Field("Total"), AirtableFormula.Number(12.5m)), AirtableFormula.Not(AirtableFormula.Field("Paid")))).ToString());

    [Theory]
    [InlineData("TRUE(), EVIL")]
    [InlineData("")]
    public void A_function_is_a_name_alone(string name) => Assert.Throws<ArgumentException>(() => AirtableFormula.Function(name));
}
