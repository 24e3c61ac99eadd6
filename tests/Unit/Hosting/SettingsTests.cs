using System.Collections;
using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MyCavoodle.Bot.Flow;
using MyCavoodle.Bot.Hosting;

namespace MyCavoodle.Tests.Unit.Hosting;

public sealed class SettingsTests
{
    [Fact]
    public void The_example_binds_and_is_valid() => Services(Example()).CheckSettings();

    [Fact]
    public void The_example_names_every_setting_with_its_default()
    {
        var example = Example();
        foreach (var (section, type) in Settings.Sections)
            Assert.All(Keys(section, Activator.CreateInstance(type)!), setting =>
            {
                var written = example.GetSection(setting.Key);
                Assert.True(written.Value is not null || written.GetChildren().Any() || example.AsEnumerable().Any(k => k.Key == setting.Key), $"{setting.Key} is missing in appsettings.example.json.");
                Assert.Equal(setting.Default, written.Value ?? "");
            });
    }

    [Fact]
    public void The_example_names_nothing_that_is_no_setting()
    {
        var known = Settings.Sections.SelectMany(s => Keys(s.Section, Activator.CreateInstance(s.Type)!)).Select(s => s.Key).Append("Urls").ToHashSet(StringComparer.OrdinalIgnoreCase);
        Assert.All(Example().AsEnumerable().Where(e => e.Value is not null), entry => Assert.Contains(entry.Key, known));
    }

    [Fact]
    public void Every_faulty_key_is_named_at_once()
    {
        var faulty = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Flow:Conversing"] = "many",
            ["Flow:Poll"] = "soon",
            ["Store:Provider"] = "Oracle",
            ["SupportHours:Opens"] = "18:00",
            ["Shopify:AccessToken"] = "only-this",
            ["Meta:BaseUrl"] = "not a url",
            ["Llm:MaxOutputTokens"] = "3",
            ["Sandbox:Port"] = "70000",
        }).Build();

        var faults = Assert.Throws<OptionsValidationException>(() => Services(faulty).CheckSettings()).Failures.ToList();

        foreach (var key in new[] { "Flow:Conversing", "Flow:Poll", "Store:Provider", "SupportHours:Opens", "Shopify:BaseUrl", "Shopify:WebhookSecret", "Meta:BaseUrl", "Llm:MaxOutputTokens", "Sandbox:Port" })
            Assert.Contains(faults, fault => fault.Contains(key, StringComparison.Ordinal));
    }

    static IConfigurationRoot Example() => new ConfigurationBuilder().AddJsonFile(Path.Combine(RepositoryRoot.Path, "appsettings.example.json")).Build();

    static ServiceProvider Services(IConfiguration configuration)
    {
        var services = new ServiceCollection();
        services.AddSingleton(configuration).AddLogging();
        BotHost.AddCore(services);
        services.AddOptions<FlowOptions>().BindConfiguration("Flow").ValidateDataAnnotations();
        return services.BuildServiceProvider();
    }

    /// <summary>Every setting below a section with its default as configuration writes it; unset: empty.</summary>
    static IEnumerable<(string Key, string Default)> Keys(string prefix, object options)
    {
        foreach (var property in options.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite))
        {
            var value = property.GetValue(options);
            var key = $"{prefix}:{property.Name}";
            if (value is not null && value.GetType().Namespace!.StartsWith("MyCavoodle", StringComparison.Ordinal) && value is not Enum)
                foreach (var inner in Keys(key, value)) yield return inner;
            else
                yield return (key, Written(value));
        }
    }

    static string Written(object? value) => value switch
    {
        null => "",
        IEnumerable and not string => "",
        TimeOnly time => time.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)!,
    };
}
