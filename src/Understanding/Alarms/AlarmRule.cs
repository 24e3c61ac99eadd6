using MyCavoodle.Understanding.Text;

namespace MyCavoodle.Understanding.Alarms;

/// <summary>One way an alarm is raised: "a &amp; b" both near each other, "a &gt; b" b soon after a, "!c" c nowhere, "a whole" a is all there is.</summary>
sealed class AlarmRule
{
    /// <summary>Words between the first and the last of what must be near each other.</summary>
    const int Near = 45;
    const int Soon = 5;

    readonly string[][] chains;
    readonly string[] absent;
    readonly string? whole;

    AlarmRule(string[][] chains, string[] absent, string? whole) => (this.chains, this.absent, this.whole) = (chains, absent, whole);

    IEnumerable<string> Names => [.. chains.SelectMany(c => c), .. absent, .. whole is null ? [] : new[] { whole }];

    /// <summary>The rules under the headings "harm when" and so on, one heading a kind.</summary>
    /// <exception cref="InvalidDataException">A rule speaks of a list that is not there.</exception>
    public static List<(TKind Kind, AlarmRule Rule)> All<TKind>(WordLists lists, AlarmWords known, string path) where TKind : struct, Enum
    {
        List<(TKind, AlarmRule Rule)> rules = [.. from kind in Enum.GetValues<TKind>()
            from text in lists.Under(kind.ToString().ToLowerInvariant() + " when") select (kind, Parse(text))];
        return rules.SelectMany(r => r.Rule.Names).FirstOrDefault(n => !known.Knows(n)) is { } unknown
            ? throw new InvalidDataException($"{path}: a rule speaks of \"{unknown}\", and there is no such list.") : rules;
    }

    /// <summary>What was found, in the message's own words and order.</summary>
    public static IReadOnlyList<string> Said(IReadOnlyList<Found> found, List<string> words) =>
        [.. found.OrderBy(f => f.From).Select(f => string.Join(' ', words[f.From..(f.To + 1)])).Distinct()];

    static AlarmRule Parse(string text)
    {
        var parts = text.Split('!', StringSplitOptions.TrimEntries);
        return parts[0].EndsWith(" whole", StringComparison.Ordinal) ? new([], [], parts[0][..^" whole".Length])
            : new([.. parts[0].Split('&', StringSplitOptions.TrimEntries).Select(c => c.Split('>', StringSplitOptions.TrimEntries))], parts[1..], null);
    }

    /// <summary>What raises it, or nothing.</summary>
    public IReadOnlyList<Found> Raise(List<Found> found, List<string> words)
    {
        if (whole is not null)
        {
            var last = words.FindLastIndex(w => w != ".");
            return [.. found.Where(f => f.Name == whole && f.From == 0 && f.To >= last).Take(1)];
        }
        if (absent.Length > 0 && found.Exists(f => absent.Contains(f.Name))) return [];
        foreach (var first in Chains(chains[0], found))
        {
            List<Found> all = [.. first];
            if (chains.Skip(1).All(chain => Nearest(chain, found, all))) return all;
        }
        return [];
    }

    static bool Nearest(string[] chain, List<Found> found, List<Found> all)
    {
        foreach (var match in Chains(chain, found))
        {
            if (match.Exists(m => all.Exists(a => a.Name != m.Name && a.From == m.From && a.To == m.To && chain.Length > 1))) continue;
            if (match.Max(m => m.To) - all.Min(a => a.From) > Near || all.Max(a => a.To) - match.Min(m => m.From) > Near) continue;
            all.AddRange(match);
            return true;
        }
        return false;
    }

    /// <summary>Every way a chain is found: each link starts soon after the one before it.</summary>
    static IEnumerable<List<Found>> Chains(string[] chain, List<Found> found)
    {
        foreach (var first in found.Where(f => f.Name == chain[0]))
        {
            List<Found> links = [first];
            foreach (var name in chain.Skip(1))
            {
                var next = found.FindIndex(f => f.Name == name && f.From > links[^1].To && f.From - links[^1].To <= Soon);
                if (next < 0) break;
                links.Add(found[next]);
            }
            if (links.Count == chain.Length) yield return links;
        }
    }
}
