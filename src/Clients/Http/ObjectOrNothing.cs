using System.Text.Json;
using System.Text.Json.Serialization;

namespace MyCavoodle.Clients.Http;

/// <summary>Reads an object, and takes anything else in its place (a string, a list) as absent: the shape of some old Meta events.</summary>
sealed class ObjectOrNothing<T> : JsonConverter<T> where T : class
{
    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.StartObject)
            return JsonSerializer.Deserialize<T>(ref reader, options);
        reader.Skip();
        return null;
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => JsonSerializer.Serialize(writer, value, options);
}
