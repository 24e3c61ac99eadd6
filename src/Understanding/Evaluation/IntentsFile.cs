using MyCavoodle.Understanding.Learning;

namespace MyCavoodle.Understanding.Evaluation;

/// <param name="Accepted">Further labels that are right as well.</param>
/// <param name="Tier">Where the text comes from, where the file says so: its tier, else its source.</param>
public sealed record LabelledText(string Text, string Intent, IReadOnlyList<string> Accepted, string Tier);

/// <summary>Reads texts and intents: columns <c>text</c> and <c>intent</c>, and if present <c>accept</c> (parted by |), <c>tier</c> or <c>source</c>.</summary>
public static class IntentsFile
{
    /// <exception cref="InvalidDataException">A column is missing, or there is no text.</exception>
    public static IReadOnlyList<LabelledText> Read(string path)
    {
        var table = Tabular.Read(path, "text", "intent");
        var tier = table.Has("tier") ? "tier" : "source";
        IReadOnlyList<LabelledText> texts = [.. table.Rows.Select(row => new LabelledText(
            table.Field(row, "text"), table.Field(row, "intent"), table.Field(row, "accept").Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), table.Field(row, tier)))];
        return texts.Count > 0 ? texts : throw new InvalidDataException($"{path} holds no text.");
    }

    /// <summary>The same as examples to learn from.</summary>
    /// <param name="paths">One file, or several parted by commas.</param>
    public static IReadOnlyList<Example> Examples(string paths) => [.. paths.Split(',', StringSplitOptions.RemoveEmptyEntries).SelectMany(Read).Select(t => new Example(t.Text, t.Intent))];
}
