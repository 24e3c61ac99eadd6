using Microsoft.Extensions.DependencyInjection;
using MyCavoodle.Hub;

namespace MyCavoodle.Feeds.Airtable;

static class AirtableRegistration
{
    public static IServiceCollection AddAirtable(this IServiceCollection services) => services
        .AddSingleton<BaseSchema>().AddSingleton<LiveBase>().AddSingleton<Adoption>().AddSingleton<Provisioning>()
        .AddSingleton<AirtableMirror>().AddSingleton<ChangedRows>().AddSingleton<BatchSender>().AddSingleton<Bookkeeping>().AddSingleton<DayChanges>()
        .AddSingleton<AirtableEdits>().AddSingleton<EditsFromHook>().AddSingleton<EditsByPolling>().AddSingleton<TeamEdits>().AddSingleton<HandMadeRows>()
        .AddSingleton<GoneRows>().AddSingleton<HookKeeper>()
        .AddSingleton<ISource, AirtableFeed>();
}
