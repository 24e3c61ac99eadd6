using System.Text.Json.Nodes;
using MyCavoodle.Sandbox.Wire;

namespace MyCavoodle.Sandbox.Gmail;

/// <summary>Refusals in Google's shape. https://developers.google.com/workspace/gmail/api/guides/handle-errors</summary>
static class GmailError
{
    public static Answer NotFound() => Answer(404, "notFound", "Requested entity was not found.");
    public static Answer Invalid(string why) => Answer(400, "invalidArgument", why);

    public static Answer Unauthenticated()
    {
        var error = new JsonObject { ["message"] = "Invalid Credentials", ["domain"] = "global", ["reason"] = "authError", ["location"] = "Authorization", ["locationType"] = "header" };
        return Whole(401, "Invalid Credentials", error, "UNAUTHENTICATED");
    }

    public static Answer Answer(int status, string reason, string message) =>
        Whole(status, message, new JsonObject { ["message"] = message, ["domain"] = reason is "rateLimitExceeded" ? "usageLimits" : "global", ["reason"] = reason }, Name(status));

    static Answer Whole(int status, string message, JsonObject error, string name) => new(status, new JsonObject
    {
        ["error"] = new JsonObject { ["code"] = status, ["message"] = message, ["errors"] = new JsonArray(error), ["status"] = name },
    });

    static string Name(int status) => status switch
    {
        400 => "INVALID_ARGUMENT", 401 => "UNAUTHENTICATED", 403 => "PERMISSION_DENIED", 404 => "NOT_FOUND", 409 => "ABORTED", 429 => "RESOURCE_EXHAUSTED",
        503 => "UNAVAILABLE", _ => "INTERNAL",
    };
}
