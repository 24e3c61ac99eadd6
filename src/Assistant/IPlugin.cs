using Microsoft.Extensions.AI;

namespace MyCavoodle.Assistant;

/// <summary>A set of tools for one caller and one turn. The methods behind them know nothing of any agent framework.</summary>
public interface IPlugin
{
    /// <summary>Only what this caller may use; each method checks for itself all the same.</summary>
    IEnumerable<AIFunction> Tools { get; }
}
