using MyCavoodle.Understanding;

namespace MyCavoodle.Tests.Unit.Assistant;

/// <summary>The prompts as they stand in the repository.</summary>
static class PromptsFolder
{
    public static readonly string Path = System.IO.Path.Combine(RepositoryRoot.Path, "prompts");

    static readonly Lazy<MessageReader> Shared = new(() => new(System.IO.Path.Combine(Path, "offline")));

    /// <summary>Keeps nothing between messages, so one does for all tests.</summary>
    public static MessageReader Reader => Shared.Value;
}
