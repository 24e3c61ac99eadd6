using System.Globalization;
using System.Text.Json;
using MyCavoodle.Understanding.Slots;
using MyCavoodle.Understanding.Text;
using NodaTime;

namespace MyCavoodle.Understanding.Evaluation;

/// <summary>
/// The Recognizers-Text models that are no times, as far as a shop's messages name such things: a line is right when the
/// same words with the same values are found, and nothing else of that kind. These specifications cover the world's
/// units, currencies and telephone numbers; here only what an Australian shop meets is read.
/// </summary>
static class DatesOtherModels
{
    static readonly SlotReader Reader = new(ShopWords.None);

    public static IReadOnlyList<IReadOnlyList<string>> Rows(JsonElement root) =>
        [.. root.EnumerateArray().Select(Score).OfType<(string Model, bool Right)>().GroupBy(s => s.Model).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => (IReadOnlyList<string>)[g.Key, g.Count().ToString(CultureInfo.InvariantCulture), g.Average(s => s.Right ? 1.0 : 0).ToString("0.000", CultureInfo.InvariantCulture)])];

    /// <summary>Null for a model that is not read here.</summary>
    static (string Model, bool Right)? Score(JsonElement line)
    {
        var model = line.GetProperty("model").GetString()!;
        if (Found(model, line.GetProperty("input").GetString()!) is not { } found) return null;
        var expected = line.GetProperty("results").EnumerateArray().Select(r => Expected(model, r));
        return (model, expected.SequenceEqual(found));
    }

    static string Expected(string model, JsonElement result)
    {
        var value = result.GetProperty("Resolution").TryGetProperty("value", out var v) ? v.ToString() : "";
        return model is "NumberWithUnit/CurrencyModel" or "NumberWithUnit/DimensionModel" ? Number(value) : model is "Choice/BooleanModel" ? value.ToLowerInvariant() : Digits(model, value.ToLowerInvariant());
    }

    static List<string>? Found(string model, string input)
    {
        var reading = Reader.Read(PlainText.Of(input), new(DateTimeOffset.UnixEpoch, DateTimeZone.Utc));
        return model switch
        {
            "Sequence/EmailModel" => [.. reading.Emails.Select(e => e.Address)],
            "Sequence/URLModel" => [.. reading.All.OfType<LinkSlot>().Select(l => l.Address)],
            "Sequence/PhoneNumberModel" => [.. reading.Phones.Select(p => Digits(model, p.Words))],
            "Choice/BooleanModel" => [.. reading.All.OfType<AnswerSlot>().Select(a => a.IsYes ? "true" : "false")],
            "NumberWithUnit/CurrencyModel" => [.. reading.Amounts.Select(a => a.Amount.ToString("0.##", CultureInfo.InvariantCulture))],
            "NumberWithUnit/DimensionModel" => [.. reading.Sizes.Where(s => s.Unit != "size").Select(s => s.Value.ToString("0.##", CultureInfo.InvariantCulture))],
            _ => null,
        };
    }

    static string Number(string value) => decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number.ToString("0.##", CultureInfo.InvariantCulture) : value;

    static string Digits(string model, string value) => model == "Sequence/PhoneNumberModel" ? string.Concat(value.Where(char.IsAsciiDigit)) : value;
}
