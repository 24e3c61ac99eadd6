using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MyCavoodle.Clients.Meta;

/// <summary>
/// Meta's times: milliseconds in messaging, seconds in feeds and comments, either of them as text in test deliveries, and ISO with
/// <c>+0000</c> when read back. Above a hundred milliard it must be milliseconds (seconds would be the year 5138).
/// </summary>
sealed class MetaTime : JsonConverter<DateTimeOffset?>
{
    public override DateTimeOffset? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Number:
                return reader.TryGetInt64(out var number) ? FromUnix(number) : null;
            case JsonTokenType.String:
                return Parse(reader.GetString());
            default:
                reader.Skip();
                return null;
        }
    }

    public override void Write(Utf8JsonWriter writer, DateTimeOffset? value, JsonSerializerOptions options)
    {
        if (value is { } at)
            writer.WriteNumberValue(at.ToUnixTimeMilliseconds());
        else
            writer.WriteNullValue();
    }

    static DateTimeOffset? Parse(string? text) =>
        long.TryParse(text, CultureInfo.InvariantCulture, out var number) ? FromUnix(number)
        : DateTimeOffset.TryParseExact(text, ["yyyy-MM-ddTHH:mm:sszzz", "yyyy-MM-ddTHH:mm:ssK"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at
        : null;

    static DateTimeOffset? FromUnix(long number) => number switch
    {
        < 0 or > 253_402_300_799_999 => null,
        > 100_000_000_000 => DateTimeOffset.FromUnixTimeMilliseconds(number),
        _ => DateTimeOffset.FromUnixTimeSeconds(number),
    };
}
