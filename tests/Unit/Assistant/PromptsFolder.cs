namespace MyCavoodle.Tests.Unit.Assistant;

/// <summary>The prompts as they stand in the repository.</summary>
static class PromptsFolder
{
    public static readonly string Path = System.IO.Path.Combine(RepositoryRoot.Path, "prompts");
}
