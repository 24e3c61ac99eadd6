using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace MyCavoodle.Tests.Unit.Hosting;

/// <summary>References point one way, so that a tool has no client within reach and an emulator shares no mistake with the client it faces.</summary>
public sealed class ReferencesTests
{
    [Theory]
    [InlineData("Hub", "")]
    [InlineData("Clients", "")]
    [InlineData("Sandbox", "")]
    [InlineData("Hub.Sqlite", "Hub")]
    [InlineData("Hub.Postgres", "Hub")]
    [InlineData("Channels", "Hub,Clients")]
    [InlineData("Feeds", "Hub,Clients")]
    [InlineData("Understanding", "")]
    [InlineData("Assistant", "Hub,Understanding")]
    [InlineData("Plugins", "Assistant,Hub")]
    [InlineData("Jobs", "Assistant,Feeds,Hub,Clients")]
    public void A_project_knows_only_those_below_it(string project, string allowed)
    {
        using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, $"MyCavoodle.{project}.dll"));
        using var assembly = new PEReader(file);
        var metadata = assembly.GetMetadataReader();
        var ours = metadata.AssemblyReferences.Select(r => metadata.GetString(metadata.GetAssemblyReference(r).Name))
            .Where(name => name.StartsWith("MyCavoodle.", StringComparison.Ordinal)).Select(name => name["MyCavoodle.".Length..]);

        Assert.Subset(allowed.Split(',').ToHashSet(), ours.ToHashSet());
    }
}
