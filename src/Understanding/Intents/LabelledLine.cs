using MyCavoodle.Understanding.Evaluation;

namespace MyCavoodle.Understanding.Intents;

/// <summary>A line of the public data: what somebody wrote and what it was about.</summary>
/// <param name="Accept">Every intent that is right for it, its own first.</param>
/// <param name="Tier">How near it is to a shop's inbox: "shop", "support", "templated", "oos_far"; "" where the file does not say.</param>
public sealed record LabelledLine(string Text, string Intent, IReadOnlyList<string> Accept, string Tier, string Source, string SourceLabel, string File)
{
    public static IEnumerable<LabelledLine> Read(string path)
    {
        var table = Tabular.Read(path, "text", "intent");
        foreach (var row in table.Rows)
        {
            var intent = table.Field(row, "intent");
            yield return new(table.Field(row, "text"), intent, [intent, .. table.Field(row, "accept").Split('|', StringSplitOptions.RemoveEmptyEntries)],
                table.Field(row, "tier"), table.Field(row, "source"), table.Field(row, "source_label"), path);
        }
    }
}
