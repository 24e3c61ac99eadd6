using System.Text.Json;
using MyCavoodle.Clients.Http;

namespace MyCavoodle.Clients.Airtable;

/// <summary>Airtable's JSON: camel case, missing parts as null or empty, cells as they come.</summary>
static class AirtableJson
{
    public static readonly JsonSerializerOptions Options = Wire.Options(JsonNamingPolicy.CamelCase);
}
