namespace MyCavoodle.Sandbox.Faults;

/// <summary>
/// The faults waiting to strike. The host of another emulator (a model's, say) may take its own from here as well:
/// <c>board.TakeForCall("llm", path)</c>.
/// </summary>
public sealed class FaultBoard
{
    readonly Lock gate = new();
    readonly List<Fault> faults = [];

    public IReadOnlyList<Fault> All { get { lock (gate) return [.. faults]; } }

    public void Add(Fault fault) { lock (gate) faults.Add(fault); }

    public void Clear() { lock (gate) faults.Clear(); }

    /// <summary>The fault that strikes this API call, counted as used; null: all is well.</summary>
    public Fault? TakeForCall(string provider, string path) => Take(provider, path, Fault.CallKinds);

    /// <summary>The fault that strikes this delivery, counted as used; null: all is well.</summary>
    public Fault? TakeForWebhook(string provider, string topic) => Take(provider, topic, Fault.WebhookKinds);

    /// <summary>The fault that strikes a bulk query, counted as used; null: all is well.</summary>
    public Fault? TakeForBulk(string kind) => Take("shopify", "", [kind]);

    Fault? Take(string provider, string where, IReadOnlyList<string> kinds)
    {
        lock (gate)
        {
            var fault = faults.FirstOrDefault(f => f.Provider == provider && kinds.Contains(f.Kind)
                && (f.Path is null || where.Contains(f.Path, StringComparison.OrdinalIgnoreCase)));
            if (fault?.Times is { } left && (fault.Times = left - 1) == 0) faults.Remove(fault);
            return fault;
        }
    }
}
