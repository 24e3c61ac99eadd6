using System.Text.Json;
using MyCavoodle.Clients.Http;

namespace MyCavoodle.Clients.Meta;

/// <summary>Reads webhook bodies: ids that are numbers or text, times of four kinds, parts of unknown shape as absent.</summary>
public static class MetaJson
{
    internal static readonly JsonSerializerOptions Options = Wire.Options(JsonNamingPolicy.SnakeCaseLower);

    /// <exception cref="JsonException">The body is no JSON object.</exception>
    public static MetaDelivery Parse(string body)
    {
        var delivery = JsonSerializer.Deserialize<MetaDelivery>(body, Options) ?? throw new JsonException("The body is null.");
        return delivery with { Entries = [.. delivery.Entries.Where(e => e is not null).Select(Unfold)] };
    }

    static MetaEntry Unfold(MetaEntry entry) => entry.Field is null ? entry
        : entry with { Changes = [.. entry.Changes, new MetaChange { Field = entry.Field, Value = entry.Value }] };
}
