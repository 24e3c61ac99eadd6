using System.Text.Json.Nodes;
using MyCavoodle.Sandbox.Wire;

namespace MyCavoodle.Sandbox.Meta;

/// <summary>
/// Refusals in Meta's shape. Codes and subcodes are what callers decide on, the text is only for people.
/// https://developers.facebook.com/docs/messenger-platform/error-codes
/// </summary>
static class MetaError
{
    public static Answer BadToken() => Of(401, 190, null, "Invalid OAuth access token - Cannot parse access token");

    public static Answer OutsideWindow(bool instagram) => instagram
        ? Of(403, 10, 2534022, "This message is sent outside of allowed window.", "IGApiException")
        : Of(400, 10, 2018278, "(#10) This message is sent outside of allowed window. Learn more about the new policy here: https://developers.facebook.com/docs/messenger-platform/policy-overview");

    public static Answer NoSuchUser() => Of(400, 100, 2018001, "(#100) No matching user found");
    public static Answer TooLong(string limit) => Of(400, 100, 2534025, $"(#100) Length of param message[text] must be less than or equal to {limit}");
    public static Answer TagNotApproved() => Of(400, 100, 2018276, "(#100) The HUMAN_AGENT tag has not been approved for this app");
    public static Answer Invalid(string why) => Of(400, 100, null, $"(#100) {why}");
    public static Answer NoSuchObject(string id) => Of(400, 100, 33, $"Unsupported request. Object with ID '{id}' does not exist, cannot be loaded due to missing permissions, or does not support this operation.", "GraphMethodException");

    static Answer Of(int http, int code, int? subcode, string message, string type = "OAuthException")
    {
        var error = new JsonObject { ["message"] = message, ["type"] = type, ["code"] = code };
        if (subcode is not null) error["error_subcode"] = subcode;
        error["is_transient"] = false;
        error["fbtrace_id"] = $"A{Guid.NewGuid():n}"[..22];
        return new Answer(http, new JsonObject { ["error"] = error });
    }
}
