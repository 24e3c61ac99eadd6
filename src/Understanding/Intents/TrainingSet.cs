using System.Globalization;
using MyCavoodle.Understanding.Evaluation;
using MyCavoodle.Understanding.Learning;

namespace MyCavoodle.Understanding.Intents;

/// <summary>
/// What the intents are learned from: the public e-commerce lines and the shop's own utterances. Lines that the dev parts have too are left out, so that figures measured there stay honest.
/// </summary>
public static class TrainingSet
{
    /// <summary>How much a line counts. Shoppers' own words are few and near, unless their label takes several intents together; generated ones are many and alike.</summary>
    const double Own = 1, Shop = 2, ShopInGeneral = 1, Support = 1, Templated = 0.5, Wrapped = 0.5;

    /// <summary>Every how-manieth utterance is learned with courtesies around it, too.</summary>
    const int Every = 3;

    static readonly string[] Courtesies = ["{0} thanks", "hi, {0}", "{0}. thank you", "hello {0} thank you so much", "hey there. {0} cheers", "good morning! {0}", "{0} thanks heaps!", "thanks. {0}", "{0} ta", "i'm good thank you. {0}", "{0} ok great"];

    /// <param name="dataFolder">Holds <c>ecommerce/train.tsv</c> and its dev parts.</param>
    /// <param name="offlineFolder"><c>prompts/offline</c>, with <c>utterances/</c> in it.</param>
    /// <exception cref="IOException">One of the files is not there.</exception>
    /// <exception cref="InvalidDataException">A file is not what it should be; says which and why.</exception>
    public static IReadOnlyList<Example> Of(string dataFolder, string offlineFolder)
    {
        var held = HeldOut(dataFolder).Select(l => Key(l.Text)).ToHashSet(StringComparer.Ordinal);
        Dictionary<string, string> said = [];
        // Told twice and differently, what was told first holds: the shop's own word.
        List<Example> own = [.. OwnWords(offlineFolder).Where(IsNew)];
        return [.. own, .. WithCourtesies(own).Where(IsNew), .. FromShops(dataFolder).Where(IsNew)];

        bool IsNew(Example example) => Key(example.Text) is { Length: > 0 } key && !held.Contains(key) && said.TryAdd(key, example.Label);
    }

    /// <summary>The dev lines of the e-commerce data and of the clothing shop; those that are there.</summary>
    public static IReadOnlyList<LabelledLine> HeldOut(string dataFolder) =>
        [.. DevFiles.Select(f => Path.Combine(dataFolder, f)).Where(File.Exists).SelectMany(LabelledLine.Read)];

    static readonly string[] DevFiles = [Path.Combine("ecommerce", "dev.tsv"), Path.Combine("abcd_openers", "dev.tsv")];

    /// <summary>One file an intent, one utterance a line; # begins a note.</summary>
    static IEnumerable<Example> OwnWords(string offlineFolder)
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(offlineFolder, "utterances"), "*.txt").Order(StringComparer.Ordinal))
        {
            var intent = Path.GetFileNameWithoutExtension(file);
            if (!Intents.All.Contains(intent)) throw new InvalidDataException($"{file}: no intent {intent}; there are {string.Join(", ", Intents.All)}.");
            foreach (var line in File.ReadLines(file))
                if (line.Trim() is { Length: > 0 } text && text[0] != '#') yield return new(text, intent, Own);
        }
    }

    /// <summary>Some of the utterances once more as people wrap them; what is wanted stays the same.</summary>
    static IEnumerable<Example> WithCourtesies(IEnumerable<Example> utterances) =>
        utterances.Where(u => !Intents.IsCourtesy(u.Label)).Select((u, i) => (u, i)).Where(both => both.i % Every == 0)
            .Select(both => both.u with { Text = string.Format(CultureInfo.InvariantCulture, Courtesies[both.i / Every % Courtesies.Length], both.u.Text), Weight = Wrapped });

    static IEnumerable<Example> FromShops(string dataFolder) =>
        LabelledLine.Read(Path.Combine(dataFolder, "ecommerce", "train.tsv"))
            .Select(l => new Example(l.Text, l.Intent, l.Tier switch { "shop" => l.Accept.Count == 1 ? Shop : ShopInGeneral, "templated" => Templated, _ => Support }));

    /// <summary>Two lines that differ in case and punctuation alone are the same.</summary>
    static string Key(string text) =>
        string.Join(' ', string.Concat(text.ToLowerInvariant().Select(c => char.IsLetterOrDigit(c) ? c : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
