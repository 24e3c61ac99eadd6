using System.Collections;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MyCavoodle.Clients.Shopify;

/// <summary>
/// Free fields of a line item or an order ("Engraving": "Biscuit"). Shopify sends a list of name and value, themes sometimes make
/// it an object, and values may be numbers: both shapes are read into the same pairs, repeated names kept.
/// </summary>
[JsonConverter(typeof(Reader))]
public sealed class ShopifyPropertySet(IReadOnlyList<KeyValuePair<string, string?>> pairs) : IReadOnlyCollection<KeyValuePair<string, string?>>
{
    public static readonly ShopifyPropertySet None = new([]);

    /// <summary>The first value under a name, or null.</summary>
    public string? this[string name] => pairs.FirstOrDefault(p => p.Key == name).Value;

    public int Count => pairs.Count;
    public IEnumerator<KeyValuePair<string, string?>> GetEnumerator() => pairs.GetEnumerator();
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    sealed class Reader : JsonConverter<ShopifyPropertySet>
    {
        public override ShopifyPropertySet Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var json = JsonElement.ParseValue(ref reader);
            return json.ValueKind switch
            {
                JsonValueKind.Array => new([.. json.EnumerateArray().Where(e => e.ValueKind == JsonValueKind.Object).Select(Pair)]),
                JsonValueKind.Object => new([.. json.EnumerateObject().Select(p => KeyValuePair.Create(p.Name, Text(p.Value)))]),
                _ => None,
            };
        }

        public override void Write(Utf8JsonWriter writer, ShopifyPropertySet value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, value.Select(p => new { name = p.Key, value = p.Value }), options);

        static KeyValuePair<string, string?> Pair(JsonElement e) =>
            new(e.TryGetProperty("name", out var name) ? Text(name) ?? "" : "", e.TryGetProperty("value", out var value) ? Text(value) : null);

        static string? Text(JsonElement e) => e.ValueKind switch
        {
            JsonValueKind.Null => null,
            JsonValueKind.String => e.GetString(),
            _ => e.GetRawText(),
        };
    }
}
