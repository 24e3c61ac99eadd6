using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;
using MyCavoodle.Assistant;
using MyCavoodle.Hub;

namespace MyCavoodle.Plugins;

/// <summary>Makes the tools of one turn for one caller.</summary>
public sealed class Toolbox(Knowledge knowledge, IOptions<SupportHours> hours, TimeProvider time)
{
    public IReadOnlyList<AIFunction> For(Caller caller, TurnNotes notes, HubContext hub) =>
    [
        .. new IPlugin[]
        {
            new OrdersPlugin(hub, caller, notes, time),
            new InventoryPlugin(hub, caller, notes),
            new InquiriesPlugin(hub, caller, notes, knowledge, hours.Value, time),
            new FinancePlugin(hub, caller, time),
        }.SelectMany(plugin => plugin.Tools),
    ];
}
