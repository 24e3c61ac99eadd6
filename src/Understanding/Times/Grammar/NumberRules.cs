using System.Globalization;
using static MyCavoodle.Understanding.Times.Grammar.Rule;

namespace MyCavoodle.Understanding.Times.Grammar;

/// <summary>Numbers and ordinals, in digits and in words.</summary>
static class NumberRules
{
    static readonly string[] Small = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".Split(' ');
    static readonly string[] Tens = "twenty thirty forty fifty sixty seventy eighty ninety".Split(' ');
    static readonly string[] SmallOrdinals = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth".Split(' ');
    static readonly string[] TensOrdinals = ["twentieth", "thirtieth"];

    public static void Words(Lexicon lexicon)
    {
        for (var i = 1; i < Small.Length; i++) lexicon.Add(Small[i], new Number(i));
        for (var i = 0; i < Tens.Length; i++) lexicon.Add(Tens[i], new Number(20 + 10 * i));
        for (var i = 0; i < SmallOrdinals.Length; i++) lexicon.Add(SmallOrdinals[i], new Ordinal(i + 1));
        for (var i = 0; i < TensOrdinals.Length; i++) lexicon.Add(TensOrdinals[i], new Ordinal(20 + 10 * i));
        lexicon.Add("fourty", new Number(40));
        lexicon.Add("a pair of|a couple of|a couple|couple of|couple|a pair|pair of", new Number(2) { IsVague = true });
        lexicon.Add("a few|few|several", new Number(3) { IsVague = true });
        lexicon.Add("a dozen|dozen", new Number(12) { IsVague = true });
    }

    public static IEnumerable<Rule> All =>
    [
        Of(A<Word>(w => w.IsNumber), w => w.Text.Length <= 8 ? new Number(int.Parse(w.Text, CultureInfo.InvariantCulture), w.Text.Length) : null),
        Of(A<Word>(w => w.IsNumber), Glued("."), A<Word>(w => w.IsNumber && w.Glued), (a, _, b) => a.Text.Length + b.Text.Length <= 12
            ? new Number(double.Parse($"{a.Text}.{b.Text}", CultureInfo.InvariantCulture), 9) : null),
        Of(A<Number>(n => n.Digits == 0 && n.IsBetween(20, 90) && n.Value % 10 == 0), Maybe("-"), A<Number>(n => n.Digits == 0 && n.IsBetween(1, 9)), (tens, _, one) => new Number(tens.Value + one.Value)),
        Of(A<Number>(n => n.Digits == 0 && n.IsBetween(20, 90) && n.Value % 10 == 0), Maybe("-"), A<Ordinal>(o => o.Value < 10), (tens, _, one) => tens.Value < 40 ? new Ordinal(tens.Int + one.Value) : null),
        Of(A<Number>(n => n.Digits == 0 && n.IsBetween(1, 9)), Say("thousand"), (n, _) => new Number(n.Value * 1000)),
        Of(A<Number>(n => n.Digits == 0 && n.IsBetween(1, 9)), Say("thousand"), Maybe("and"), A<Number>(n => n.Digits == 0 && n.IsBetween(1, 99)), (n, _, _, rest) => new Number(n.Value * 1000 + rest.Value)),
        // Nineteen eighty-two, twenty twenty-six.
        Of(A<Number>(n => n.Digits == 0 && n.IsBetween(18, 21)), Maybe("-"), A<Number>(n => n.Digits == 0 && n.IsBetween(10, 99)), (century, _, rest) => new Number(century.Value * 100 + rest.Value)).Costing(1),
        Of(A<Number>(n => n.Digits is 1 or 2 && n.IsBetween(1, 31)), Glued("st nd rd th"), (n, _) => new Ordinal(n.Int)),
        Of(A<Number>(n => n.Digits is 1 or 2 && n.IsBetween(1, 31)), Say("nd rd th"), (n, _) => new Ordinal(n.Int)),
        Of(A<Number>(n => n.Digits is 1 or 2), Glued("/"), A<Number>(n => n.Digits is 1 or 2 && n.Value > 0), (a, _, b) => a.Value < b.Value && b.Value <= 4 ? new Number(a.Value / b.Value, 9) : null),
        Of(A<Number>(n => n.IsWhole && n.Value < 1000), Say("and"), Say("a"), Say("half"), (n, _, _, _) => new Number(n.Value + 0.5)),
    ];
}
