using System.ComponentModel;
using System.Reflection;
using Microsoft.Extensions.Options;
using MyCavoodle.Assistant;
using MyCavoodle.Bot.Flow;
using MyCavoodle.Clients.Gmail;
using MyCavoodle.Clients.Llm;
using MyCavoodle.Clients.Meta;
using MyCavoodle.Clients.Shopify;
using MyCavoodle.Clients.Telegram;
using MyCavoodle.Hub;

namespace MyCavoodle.Bot.Hosting;

/// <summary>Every section of settings, and the check that names all faulty keys at once before the host starts.</summary>
public static class Settings
{
    public static readonly IReadOnlyList<(string Section, Type Type)> Sections =
    [
        ("Bot", typeof(BotOptions)), ("Store", typeof(StoreOptions)), ("Flow", typeof(FlowOptions)), ("Staff", typeof(StaffOptions)),
        ("SupportHours", typeof(SupportHours)), ("Prompts", typeof(PromptsOptions)), ("Sandbox", typeof(SandboxModeOptions)),
        ("Shopify", typeof(ShopifyOptions)), ("Meta", typeof(MetaOptions)), ("Gmail", typeof(GmailOptions)),
        ("Telegram", typeof(TelegramOptions)), ("Llm", typeof(LlmOptions)),
    ];

    /// <exception cref="OptionsValidationException">Names every faulty key.</exception>
    public static void CheckSettings(this IServiceProvider services)
    {
        var configuration = services.GetRequiredService<IConfiguration>();
        List<string> faults = [];
        foreach (var (section, type) in Sections)
        {
            var unreadable = Unreadable(configuration.GetSection(section), type).ToList();
            faults.AddRange(unreadable);
            if (unreadable.Count == 0) faults.AddRange(Invalid(services, section, type));
        }
        if (faults.Count > 0) throw new OptionsValidationException("settings", typeof(Settings), faults);
    }

    /// <summary>Values that are not of the setting's type.</summary>
    static IEnumerable<string> Unreadable(IConfigurationSection section, Type type)
    {
        foreach (var property in type.GetProperties().Where(p => p.CanWrite))
        {
            var child = section.GetSection(property.Name);
            var kind = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
            if (child.Value is { Length: > 0 } value && !CanRead(kind, value))
                yield return $"{child.Path}: '{value}' is not a {Spoken(kind)}.";
            else if (kind.IsClass && kind.Namespace?.StartsWith(nameof(MyCavoodle), StringComparison.Ordinal) == true)
                foreach (var fault in Unreadable(child, kind)) yield return fault;
        }
    }

    static bool CanRead(Type type, string value)
    {
        if (type == typeof(Uri)) return Uri.TryCreate(value, UriKind.Absolute, out _);
        var converter = TypeDescriptor.GetConverter(type);
        return !converter.CanConvertFrom(typeof(string)) || converter.IsValid(value);
    }

    static string Spoken(Type type) => type switch
    {
        _ when type == typeof(Uri) => "web address (https://…)",
        _ when type == typeof(TimeSpan) => "time span (hh:mm:ss)",
        _ when type == typeof(TimeOnly) => "time of day (hh:mm)",
        _ when type.IsEnum => $"choice of {string.Join(", ", Enum.GetNames(type))}",
        _ when type == typeof(bool) => "true or false",
        _ => "number",
    };

    /// <summary>What the options' own rules say, each fault beginning with its section.</summary>
    static IEnumerable<string> Invalid(IServiceProvider services, string section, Type type)
    {
        try
        {
            var options = services.GetService(typeof(IOptions<>).MakeGenericType(type));
            _ = options?.GetType().GetProperty(nameof(IOptions<object>.Value))!.GetValue(options);
            return [];
        }
        catch (TargetInvocationException e) when (e.InnerException is OptionsValidationException faults)
        {
            return faults.Failures.Select(f => f.StartsWith(section, StringComparison.Ordinal) ? f : $"{section}: {f}");
        }
    }
}
