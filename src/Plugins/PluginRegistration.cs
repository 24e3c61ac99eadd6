using Microsoft.Extensions.DependencyInjection;

namespace MyCavoodle.Plugins;

public static class PluginRegistration
{
    public static IServiceCollection AddPlugins(this IServiceCollection services) => services.AddSingleton<Toolbox>();
}
