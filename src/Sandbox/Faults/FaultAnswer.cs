using System.Text.Json.Nodes;
using MyCavoodle.Sandbox.Airtable;
using MyCavoodle.Sandbox.Wire;

namespace MyCavoodle.Sandbox.Faults;

/// <summary>An error as each provider words it.</summary>
static class FaultAnswer
{
    public static Answer Of(string provider, int status, string path) => provider switch
    {
        "shopify" when status == 429 && path.EndsWith("graphql.json", StringComparison.Ordinal) => ThrottledGraph(),
        "shopify" => Shopify(status),
        "meta" => Meta(status),
        "gmail" => Gmail(status),
        "telegram" => Telegram(status),
        "airtable" => Airtable(status),
        _ => new Answer(status, new JsonObject { ["error"] = "fault" }),
    };

    static Answer Shopify(int status) => status == 429
        ? new Answer(429, new JsonObject { ["errors"] = "Exceeded 2 calls per second for api client. Reduce request rates to resume uninterrupted service." })
            .With("Retry-After", "2.0")
        : new Answer(status, new JsonObject { ["errors"] = status == 404 ? "Not Found" : status >= 500 ? "Internal Server Error" : "Refused" });

    /// <summary>GraphQL says "too many" with HTTP 200; the status tells how long it takes to have the points again.</summary>
    static Answer ThrottledGraph() => Answer.Ok(new JsonObject
    {
        ["errors"] = new JsonArray(new JsonObject { ["message"] = "Throttled", ["extensions"] = new JsonObject { ["code"] = "THROTTLED" } }),
        ["extensions"] = new JsonObject
        {
            ["cost"] = new JsonObject
            {
                ["requestedQueryCost"] = 100, ["actualQueryCost"] = null,
                ["throttleStatus"] = new JsonObject { ["maximumAvailable"] = 2000, ["currentlyAvailable"] = 0, ["restoreRate"] = 100 },
            },
        },
    });

    /// <summary>Meta says "too many" with HTTP 400 and a code, and tells the wait in a header, in minutes.</summary>
    static Answer Meta(int status)
    {
        var (http, code, transient, text) = status switch
        {
            429 => (400, 613, true, "(#613) Calls to this api have exceeded the rate limit."),
            401 => (401, 190, false, "Error validating access token: Session has expired."),
            403 => (403, 200, false, "(#200) Permissions error"),
            >= 500 => (status, 2, true, "(#2) Service temporarily unavailable"),
            _ => (status, 100, false, "(#100) Invalid parameter"),
        };
        var body = new JsonObject
        {
            ["error"] = new JsonObject { ["message"] = text, ["type"] = "OAuthException", ["code"] = code, ["is_transient"] = transient, ["fbtrace_id"] = "AsandboxFault" },
        };
        var answer = new Answer(http, body);
        return status != 429 ? answer : answer.With("X-App-Usage", """{"call_count":100,"total_time":25,"total_cputime":25}""")
            .With("X-Business-Use-Case-Usage", $$"""{"{{Credentials.MetaPageId}}":[{"type":"messenger","call_count":100,"total_cputime":25,"total_time":25,"estimated_time_to_regain_access":1}]}""");
    }

    static Answer Gmail(int status)
    {
        var (reason, text) = status switch
        {
            401 => ("authError", "Invalid Credentials"),
            403 or 429 => ("rateLimitExceeded", "Rate Limit Exceeded"),
            404 => ("notFound", "Requested entity was not found."),
            >= 500 => ("backendError", "Backend Error"),
            _ => ("badRequest", "Bad Request"),
        };
        return MyCavoodle.Sandbox.Gmail.GmailError.Answer(status, reason, text);
    }

    static Answer Telegram(int status)
    {
        var body = new JsonObject
        {
            ["ok"] = false, ["error_code"] = status,
            ["description"] = status switch { 429 => "Too Many Requests: retry after 1", 401 => "Unauthorized", 403 => "Forbidden: bot was blocked by the user", 404 => "Not Found", >= 500 => "Internal Server Error", _ => "Bad Request" },
        };
        if (status == 429) body["parameters"] = new JsonObject { ["retry_after"] = 1 };
        return new Answer(status, body);
    }

    /// <summary>Three kinds of bodies: a list, an object, a bare word.</summary>
    static Answer Airtable(int status) => status switch
    {
        429 => AirtableRefusal.TooMany(),
        401 => AirtableRefusal.Body(401, "AUTHENTICATION_REQUIRED", "Authentication required"),
        403 => AirtableRefusal.NoModel().ToAnswer(),
        404 => AirtableRefusal.NotFound().ToAnswer(),
        503 => AirtableRefusal.Body(503, "SERVICE_UNAVAILABLE", "The service is temporarily unavailable. Please retry shortly."),
        >= 500 => AirtableRefusal.Body(status, "SERVER_ERROR", "Try again. If the problem persists, contact support."),
        _ => AirtableRefusal.Body(status, "INVALID_REQUEST_UNKNOWN", "Invalid request: parameter validation failed. Check your request data."),
    };
}
