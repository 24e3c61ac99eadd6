namespace MyCavoodle.Understanding.Learning;

/// <summary>The lists of words that come with the learner; # begins a remark.</summary>
static class WordLists
{
    public static IEnumerable<string> Lines(string name)
    {
        using var list = new StreamReader(typeof(WordLists).Assembly.GetManifestResourceStream(typeof(WordLists), name) ?? throw new FileNotFoundException(name));
        return [.. list.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(line => line[0] != '#')];
    }
}
