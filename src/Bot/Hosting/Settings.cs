using System.Collections;
using System.ComponentModel;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using MyCavoodle.Assistant;
using MyCavoodle.Assistant.Offline;
using MyCavoodle.Bot.Flow;
using MyCavoodle.Clients.Airtable;
using MyCavoodle.Clients.Gmail;
using MyCavoodle.Clients.Llm;
using MyCavoodle.Clients.Meta;
using MyCavoodle.Clients.Shopify;
using MyCavoodle.Clients.Telegram;
using MyCavoodle.Feeds;
using MyCavoodle.Hub;
using MyCavoodle.Understanding;

namespace MyCavoodle.Bot.Hosting;

/// <summary>Every section of settings, and the check that names all faulty keys at once before the host starts.</summary>
public static partial class Settings
{
    public static readonly IReadOnlyList<(string Section, Type Type)> Sections =
    [
        ("Bot", typeof(BotOptions)), ("Store", typeof(StoreOptions)), ("Flow", typeof(FlowOptions)), ("Staff", typeof(StaffOptions)),
        ("SupportHours", typeof(SupportHours)), ("Prompts", typeof(PromptsOptions)), ("Sandbox", typeof(SandboxModeOptions)), ("Sessions", typeof(StoreSessionOptions)),
        ("Shopify", typeof(ShopifyOptions)), ("Meta", typeof(MetaOptions)), ("Gmail", typeof(GmailOptions)),
        ("Telegram", typeof(TelegramOptions)), ("Airtable", typeof(AirtableOptions)), ("Llm", typeof(LlmOptions)),
    ];

    /// <summary>What the web host itself reads beside our sections.</summary>
    static readonly string[] HostKeys =
        ["urls", "http_ports", "https_ports", "environment", "contentRoot", "webRoot", "applicationName", "AllowedHosts", "Logging", "Kestrel"];

    /// <summary>The first argument that is no setting, in a sentence; null: all are <c>--Section:Key value</c> or <c>--Section:Key=value</c>.</summary>
    public static string? NotUnderstood(string[] args)
    {
        for (var i = 0; i < args.Length; i++)
        {
            if (!args[i].StartsWith("--", StringComparison.Ordinal)) return $"'{args[i]}' is neither a verb nor a setting.";
            var key = args[i][2..].Split('=')[0];
            if (!IsKnown(key)) return $"There is no setting {key}.";
            if (!args[i].Contains('=', StringComparison.Ordinal) && ++i == args.Length) return $"--{key} needs a value.";
        }
        return null;
    }

    static bool IsKnown(string key)
    {
        var path = key.Split(':');
        if (HostKeys.Contains(path[0], StringComparer.OrdinalIgnoreCase)) return true;
        var type = Sections.FirstOrDefault(s => s.Section.Equals(path[0], StringComparison.OrdinalIgnoreCase)).Type;
        foreach (var name in path.Skip(1)) type = type is null || IsList(type) ? type : Property(type, name)?.PropertyType;
        return type is not null && path.Length > 1;
    }

    /// <exception cref="OptionsValidationException">Names every faulty key.</exception>
    public static void CheckSettings(this IServiceProvider services)
    {
        var configuration = services.GetRequiredService<IConfiguration>();
        List<string> faults = [.. UnreadableUrls(configuration["urls"])];
        foreach (var (section, type) in Sections)
        {
            var unreadable = Unreadable(configuration.GetSection(section), type).ToList();
            faults.AddRange(unreadable);
            if (unreadable.Count == 0) faults.AddRange(Invalid(services, section, type));
        }
        faults.AddRange(UnreadablePrompts(services, faults));
        if (faults.Count > 0) throw new OptionsValidationException("settings", typeof(Settings), faults);
    }

    /// <summary>Keys that are no settings, and values that are not of the setting's type.</summary>
    static IEnumerable<string> Unreadable(IConfigurationSection section, Type type) => section.GetChildren().SelectMany(child =>
        Property(type, child.Key) is { } property ? UnreadableValue(child, Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType)
            : [$"{child.Path}: there is no such setting."]);

    static IEnumerable<string> UnreadableValue(IConfigurationSection setting, Type kind)
    {
        if (IsList(kind))
            return setting.Value is { Length: > 0 } single ? [$"{setting.Path}: '{single}' is not a list ({setting.Path}:0, {setting.Path}:1, …)."]
                : setting.GetChildren().SelectMany(item => UnreadableValue(item, kind.GetGenericArguments()[0]));
        if (kind.IsClass && kind.Namespace?.StartsWith(nameof(MyCavoodle), StringComparison.Ordinal) == true) return Unreadable(setting, kind);
        return setting.Value is { Length: > 0 } value && !CanRead(kind, value) ? [$"{setting.Path}: '{value}' is not a {Spoken(kind)}."] : [];
    }

    static PropertyInfo? Property(Type type, string name) =>
        type.GetProperties().FirstOrDefault(p => p.CanWrite && p.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    static bool IsList(Type type) => type.IsGenericType && type.IsAssignableTo(typeof(IEnumerable));

    static IEnumerable<string> UnreadableUrls(string? urls)
    {
        foreach (var url in (urls ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            if (!CanListen(url)) yield return $"Urls: '{url}' is not an address to listen on (http://127.0.0.1:5080).";
    }

    static bool CanListen(string url)
    {
        try
        {
            return BindingAddress.Parse(url) is { Scheme: "http" or "https", PathBase: "" };
        }
        catch (FormatException)
        {
            return false;
        }
    }

    /// <summary>The words are read at the start, so that a folder which is not there is not found out by the first customer.</summary>
    static IEnumerable<string> UnreadablePrompts(IServiceProvider services, IReadOnlyList<string> faults)
    {
        if (faults.Any(f => f.StartsWith("Prompts", StringComparison.Ordinal))) return [];
        try
        {
            _ = (services.GetService<Prompts>(), services.GetService<Knowledge>(), services.GetService<MessageReader>(), services.GetService<OfflineModel>());
            return [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return [$"Prompts:Path: the prompts cannot be read: {e.Message}"];
        }
    }

    static bool CanRead(Type type, string value)
    {
        if (type == typeof(Uri)) return Uri.TryCreate(value, UriKind.Absolute, out _);
        if (type.IsEnum) return Enum.GetNames(type).Contains(value, StringComparer.OrdinalIgnoreCase);
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
            return faults.Failures.Select(f => f.StartsWith(section, StringComparison.Ordinal) ? f
                : Annotated().Match(f) is { Success: true } rule ? $"{section}:{rule.Groups[1].Value}: {rule.Groups[2].Value}" : $"{section}: {f}");
        }
    }

    /// <summary>How the framework tells a fault: the member, and what its rule says.</summary>
    [GeneratedRegex("members: '([^']+)' with the error: '(.+)'")] private static partial Regex Annotated();
}
