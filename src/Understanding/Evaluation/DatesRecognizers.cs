using System.Text.Json;
namespace MyCavoodle.Understanding.Evaluation;
static class DatesRecognizers { public static EvalReport Run(string file, JsonElement root) => new("dates", file, [], [], []); }
