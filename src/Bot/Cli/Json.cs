using System.Text.Encodings.Web;
using System.Text.Json;

namespace MyCavoodle.Bot.Cli;

static class Json
{
    /// <summary>For terminals: readable, with signs such as ÷ left as they are.</summary>
    public static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
