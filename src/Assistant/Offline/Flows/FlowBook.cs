namespace MyCavoodle.Assistant.Offline.Flows;

/// <summary>All deeds of <c>prompts/offline/flows/*.yaml</c>, by the intent their file is named after.</summary>
sealed class FlowBook
{
    readonly Dictionary<Intent, Flow> flows = [];

    /// <exception cref="InvalidDataException">A file is named after no intent, or cannot be read.</exception>
    public FlowBook(string folder)
    {
        foreach (var path in Directory.EnumerateFiles(folder, "*.yaml").Order(StringComparer.Ordinal))
        {
            var flow = Yaml.Read<Flow>(path);
            flow.Intent = IntentBook.Named(Path.GetFileNameWithoutExtension(path));
            flows.Add(flow.Intent, flow);
        }
    }

    public Flow? For(Intent intent) => flows.GetValueOrDefault(intent);

    /// <summary>The deeds a message wants by its own words.</summary>
    public IReadOnlyList<Flow> WantedIn(Reading reading) =>
        [.. reading.Clues.Select(c => For(c.Intent)).OfType<Flow>().Where(f => !Turn.Denies(reading.Utterance.Text, f)).Distinct()];
}
