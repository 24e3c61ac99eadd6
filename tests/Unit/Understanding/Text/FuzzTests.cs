using MyCavoodle.Understanding.Injection;
using MyCavoodle.Understanding.Text;
using Xunit.Abstractions;

namespace MyCavoodle.Tests.Unit.Understanding.Text;

/// <summary>No message, however made, may throw or hold up a reader. Add a reading below and it is thrown at as well.</summary>
public class FuzzTests(ITestOutputHelper output)
{
    static readonly string Offline = Path.Combine(RepositoryRoot.Path, "prompts", "offline");
    static readonly List<InjectionSample> Samples = InjectionSample.Own(Offline);

    static readonly Dictionary<string, Func<Func<string, object>>> Readings = new()
    {
        ["plain text"] = () => PlainText.Of,
        ["injection"] = () => Reading(InjectionDetector.Learn(Samples)),
    };

    static Func<string, object> Reading(InjectionDetector detector) => message => detector.Read(PlainText.Of(message));

    public static TheoryData<string> Names => [.. Readings.Keys];

    [Theory, MemberData(nameof(Names))]
    public void Nothing_anybody_writes_throws_or_takes_long(string reading) =>
        output.WriteLine($"{reading}: {new Fuzz(Readings[reading]()).Run(new HostileInputs([.. Samples.Select(s => s.Text)]).Take(Fuzz.Inputs))}");
}
