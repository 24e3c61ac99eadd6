using MyCavoodle.Hub;
using MyCavoodle.Tests.Unit.Assistant;
using MyCavoodle.Understanding.Injection;
using MyCavoodle.Understanding.Slots;
using MyCavoodle.Understanding.Text;
using MyCavoodle.Understanding.Times;
using Xunit.Abstractions;

namespace MyCavoodle.Tests.Unit.Understanding.Text;

/// <summary>No message, however made, may throw or hold up a reader. Add a reading below and it is thrown at as well.</summary>
public class FuzzTests(ITestOutputHelper output)
{
    static readonly string Offline = Path.Combine(RepositoryRoot.Path, "prompts", "offline");
    static readonly List<InjectionSample> Samples = InjectionSample.Own(Offline);

    static readonly SlotReader Shelf = new(new(new Catalogue([new("Oatmeal Calm Shampoo", ["250 ml", "500 ml"], []), new("Curved Slicker Brush", [], [])]), Metrics.None));
    static readonly TimeSetting Setting = new(new(2026, 11, 22, 1, 0, 0, TimeSpan.Zero), Sydney.Zone);

    static readonly Dictionary<string, Func<Func<string, object>>> Readings = new()
    {
        ["plain text"] = () => PlainText.Of,
        ["injection"] = () => Reading(InjectionDetector.Learn(Samples)),
        ["whole reading"] = () => message => PromptsFolder.Reader.Read(message, Shelf, Setting),
    };

    static Func<string, object> Reading(InjectionDetector detector) => message => detector.Read(PlainText.Of(message));

    public static TheoryData<string> Names => [.. Readings.Keys];

    /// <summary>All engines together take their time; a fifth of the inputs is enough every day.</summary>
    static int Inputs(string reading) => reading == "whole reading" && Fuzz.Inputs < 1_000_000 ? Fuzz.Inputs / 5 : Fuzz.Inputs;

    [Theory, MemberData(nameof(Names))]
    public void Nothing_anybody_writes_throws_or_takes_long(string reading) =>
        output.WriteLine($"{reading}: {new Fuzz(Readings[reading]()).Run(new HostileInputs([.. Samples.Select(s => s.Text)]).Take(Inputs(reading)))}");
}
