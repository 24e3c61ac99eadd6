using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MyCavoodle.Clients.Http;

/// <summary>
/// Reads a string that providers sometimes send as a number or a boolean (Meta's ids, Shopify's property values), digit for digit.
/// Objects and arrays where a string should be are unknown shapes: skipped, null.
/// </summary>
sealed class LooseString : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return reader.GetString();
            case JsonTokenType.Number:
                return reader.HasValueSequence ? Encoding.ASCII.GetString(reader.ValueSequence) : Encoding.ASCII.GetString(reader.ValueSpan);
            case JsonTokenType.True:
                return "true";
            case JsonTokenType.False:
                return "false";
            default:
                reader.Skip();
                return null;
        }
    }

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
