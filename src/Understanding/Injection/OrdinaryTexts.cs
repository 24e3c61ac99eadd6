using System.Text;
using System.Text.Json;
using MyCavoodle.Understanding.Evaluation;

namespace MyCavoodle.Understanding.Injection;

/// <summary>What people write who attack nobody: the public data sets, and longer texts joined from neighbouring lines of theirs.</summary>
static class OrdinaryTexts
{
    // A file, and every how-manieth line of it: generated and off-topic collections need not be read in full
    static readonly (string File, int Every)[] Files =
    [
        ("ecommerce/train.tsv", 1), ("bitext/train.tsv", 4), ("banking77/train.tsv", 2), ("clinc150/train.tsv", 1), ("clinc150/oos_train.tsv", 1), ("hwu64/train.tsv", 1),
        ("hint3_curekart/train.tsv", 1), ("hint3_sofmattress/train.tsv", 1), ("hint3_powerplay11/train.tsv", 1),
        ("sentiment/vader_train.tsv", 1), ("sentiment/tweeteval_offensive_train.tsv.gz", 3), ("sentiment/tweeteval_emotion_train.tsv", 3), ("spam/sms_train.tsv", 1),
    ];

    /// <summary>Lines joined to one long text: 4 to 19.</summary>
    const int FewestJoined = 4, MoreJoined = 16;

    /// <summary>One text in five is never learned from, so that there is something to draw the line with.</summary>
    static bool IsHeldOut(string text)
    {
        var hash = 2166136261u;
        foreach (var c in text) hash = (hash ^ c) * 16777619;
        return (hash ^ hash >> 15) % 5 == 0;
    }

    public static List<InjectionSample> In(string dataFolder)
    {
        List<InjectionSample> all = [];
        foreach (var (file, every) in Files)
        {
            var table = Tabular.Read(Path.Combine(dataFolder, file), "text");
            List<string> lines = [.. table.Rows.Where((_, at) => at % every == 0).Where(r => !file.StartsWith("spam", StringComparison.Ordinal) || table.Field(r, "label") == "ham").Select(r => table.Field(r, "text"))];
            Add(all, file, lines);
        }
        List<string> turns = [];
        using (var conversations = JsonDocument.Parse(Tabular.Open(Path.Combine(dataFolder, "tau_retail/conversations.json.gz"))))
            foreach (var conversation in conversations.RootElement.EnumerateArray())
                turns.AddRange((conversation.GetProperty("messages_display").GetString() ?? "").Split('\n').Where(l => l.StartsWith("user: ", StringComparison.Ordinal)).Select(l => l[6..]));
        Add(all, "tau_retail", turns);
        return all;
    }

    static void Add(List<InjectionSample> all, string family, List<string> lines)
    {
        all.AddRange(lines.Select(l => new InjectionSample(l, false, family) { IsHeldOut = IsHeldOut(l) }));
        // Each part by itself: a held-out line must not come back inside a joined text
        foreach (var group in lines.GroupBy(IsHeldOut))
        {
            var part = group.ToList();
            for (int at = 0, made = 0; at + FewestJoined + MoreJoined < part.Count; made++)
            {
                var count = FewestJoined + made * 7 % MoreJoined;
                var joined = new StringBuilder();
                foreach (var line in part.Skip(at).Take(count)) joined.Append(joined.Length == 0 ? "" : made % 3 == 0 ? "\n" : " ").Append(line).Append(made % 2 == 0 ? "." : "");
                all.Add(new(joined.ToString(), false, family + " joined") { IsHeldOut = group.Key });
                at += count * 2;
            }
        }
    }
}
