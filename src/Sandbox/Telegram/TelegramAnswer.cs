using System.Text.Json.Nodes;
using MyCavoodle.Sandbox.Wire;

namespace MyCavoodle.Sandbox.Telegram;

/// <summary>Answers in Telegram's shape: https://core.telegram.org/bots/api#making-requests</summary>
static class TelegramAnswer
{
    public static Answer Ok(JsonNode? result) => Answer.Ok(new JsonObject { ["ok"] = true, ["result"] = result });

    public static Answer Bad(string why) => Error(400, $"Bad Request: {why}");

    public static Answer Error(int code, string description) =>
        new(code, new JsonObject { ["ok"] = false, ["error_code"] = code, ["description"] = description });
}
