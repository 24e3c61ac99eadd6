using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MyCavoodle.Assistant.Offline;
using MyCavoodle.Understanding;

namespace MyCavoodle.Assistant;

/// <summary>Where the prompts are. Section <c>Prompts</c>.</summary>
public sealed class PromptsOptions
{
    /// <summary>The prompts folder; empty: <c>prompts</c> beside the program.</summary>
    public string Path { get; set; } = "";

    public string Folder => Path.Length > 0 ? Path : System.IO.Path.Combine(AppContext.BaseDirectory, "prompts");
}

public static class AssistantRegistration
{
    /// <summary>Prompts, knowledge, the reader of messages and the offline model. Which model answers is the host's choice.</summary>
    public static IServiceCollection AddAssistant(this IServiceCollection services)
    {
        services.AddOptions<PromptsOptions>().BindConfiguration("Prompts");
        services.AddSingleton(provider => new Prompts(Folder(provider)));
        services.AddSingleton(provider => Knowledge.Load(Path.Combine(Folder(provider), "knowledge")));
        services.AddSingleton(provider => new MessageReader(Path.Combine(Folder(provider), "offline")));
        services.AddSingleton(provider => new OfflineModel(Folder(provider), provider.GetRequiredService<MessageReader>()));
        return services;
    }

    static string Folder(IServiceProvider provider) => provider.GetRequiredService<IOptions<PromptsOptions>>().Value.Folder;
}
