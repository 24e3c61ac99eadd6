using System.Text.Json.Nodes;
using MyCavoodle.Sandbox.Wire;

namespace MyCavoodle.Sandbox.Airtable;

/// <summary>Airtable's no, in one of its two bodies. https://airtable.com/developers/web/api/errors</summary>
sealed class AirtableRefusal(int status, string type, string? message) : Exception(message ?? type)
{
    public int Status => status;
    public string Type => type;

    public Answer ToAnswer() => Body(status, type, message);

    /// <summary>Without a message the error is a bare word instead of an object.</summary>
    public static Answer Body(int status, string type, string? message) => new(status, new JsonObject
    {
        ["error"] = message is null ? type : new JsonObject { ["type"] = type, ["message"] = message },
    });

    public static AirtableRefusal NotFound() => new(404, "NOT_FOUND", null);

    public static AirtableRefusal NoModel() => new(403, "INVALID_PERMISSIONS_OR_MODEL_NOT_FOUND",
        "Invalid permissions, or the requested model was not found. Check that both your user and your token have the required permissions, and that the model names and/or ids are correct.");

    public static AirtableRefusal Invalid(string message, string type = "INVALID_REQUEST_UNKNOWN") => new(422, type, message);

    public static AirtableRefusal BadRequest() => Invalid("Invalid request: parameter validation failed. Check your request data.");

    public static AirtableRefusal UnknownField(string name) => Invalid($"Unknown field name: \"{name}\"", "UNKNOWN_FIELD_NAME");

    public static AirtableRefusal BadValue(string field) => Invalid($"Field \"{field}\" cannot accept the provided value", "INVALID_VALUE_FOR_COLUMN");

    public static AirtableRefusal NoRow(string id) => Invalid($"Record ID {id} does not exist", "ROW_DOES_NOT_EXIST");

    /// <summary>The body of a 429 is unlike all others.</summary>
    public static Answer TooMany() => new(429, new JsonObject
    {
        ["errors"] = new JsonArray(new JsonObject { ["error"] = "RATE_LIMIT_REACHED", ["message"] = "Rate limit exceeded. Please try again later" }),
    });
}
