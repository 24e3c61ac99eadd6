using MyCavoodle.Understanding.Evaluation;

namespace MyCavoodle.Understanding.Injection;

/// <param name="Family">The kind of attack, or where an ordinary text comes from.</param>
public sealed record InjectionSample(string Text, bool IsAttack, string Family)
{
    /// <summary>Not to be learned from: the line between ordinary and attack is drawn with it.</summary>
    public bool IsHeldOut { get; init; }

    /// <summary>The samples of the shop's team: <c>injection/attacks</c> and <c>injection/ordinary</c> under prompts/offline, one message a line.</summary>
    public static List<InjectionSample> Own(string offlineFolder) =>
        [.. Own(Path.Combine(offlineFolder, "injection", "attacks"), isAttack: true), .. Own(Path.Combine(offlineFolder, "injection", "ordinary"), isAttack: false)];

    static IEnumerable<InjectionSample> Own(string folder, bool isAttack) =>
        from file in Directory.GetFiles(folder, "*.txt").Order(StringComparer.Ordinal)
        from line in File.ReadLines(file)
        where line.Length > 0 && !line.StartsWith("//", StringComparison.Ordinal)
        select new InjectionSample(line.Replace("\\n", "\n", StringComparison.Ordinal), isAttack, Path.GetFileNameWithoutExtension(file));

    /// <summary>A file of the public data sets: "attack" in the column label is one, everything else, also a file without labels, is ordinary.</summary>
    /// <exception cref="InvalidDataException">It has no column text.</exception>
    public static List<InjectionSample> In(string file)
    {
        var table = Tabular.Read(file, "text");
        return [.. table.Rows.Select(row => new InjectionSample(table.Field(row, "text"), table.Field(row, "label") == "attack",
            table.Field(row, "source") is { Length: > 0 } source ? source : Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(file))) ?? ""))];
    }
}
