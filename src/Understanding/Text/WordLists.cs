namespace MyCavoodle.Understanding.Text;

/// <summary>
/// The shop's own words, as people edit them: <c>heading: entry, entry</c>, further entries on indented lines, # before
/// a remark. A heading may come more than once.
/// </summary>
public sealed class WordLists
{
    readonly List<(string Heading, List<string> Entries)> lists = [];

    public IEnumerable<(string Heading, IReadOnlyList<string> Entries)> All => lists.Select(l => (l.Heading, (IReadOnlyList<string>)l.Entries));

    /// <summary>The entries under a heading; none where the file has no such heading.</summary>
    public IEnumerable<string> Under(string heading) => lists.Where(l => l.Heading == heading).SelectMany(l => l.Entries);

    /// <param name="separator">What parts the entries; a space where entries hold commas themselves.</param>
    /// <exception cref="InvalidDataException">A line is neither an entry below a heading nor a heading.</exception>
    public static WordLists Read(string path, char separator = ',')
    {
        var read = new WordLists();
        foreach (var line in File.ReadLines(path).Select(l => l.TrimEnd()).Where(l => l.Length > 0 && l[0] != '#'))
        {
            var entries = line;
            if (line[0] != ' ')
            {
                if (line.IndexOf(':', StringComparison.Ordinal) is var colon && colon < 1) throw new InvalidDataException($"{path}: \"{line}\" is no heading.");
                read.lists.Add((line[..colon], []));
                entries = line[(colon + 1)..];
            }
            if (read.lists.Count == 0) throw new InvalidDataException($"{path}: \"{line}\" comes before the first heading.");
            read.lists[^1].Entries.AddRange(entries.Split(separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        }
        return read;
    }
}
