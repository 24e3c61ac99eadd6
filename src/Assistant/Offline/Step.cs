namespace MyCavoodle.Assistant.Offline;

/// <summary>What comes next: tools to call, or words to say.</summary>
abstract record Step
{
    public static Step Call(string tool, params (string Name, object? Value)[] arguments) => new Calls([Errand(tool, arguments)]);

    /// <summary>What has no value is not given.</summary>
    public static Errand Errand(string tool, params (string Name, object? Value)[] arguments) =>
        new(tool, arguments.Where(a => a.Value is not null).ToDictionary(a => a.Name, a => a.Value));
}

/// <summary>One tool to call.</summary>
sealed record Errand(string Tool, IReadOnlyDictionary<string, object?> Arguments);

sealed record Calls(IReadOnlyList<Errand> Errands) : Step;

sealed record Words(string Text) : Step;
