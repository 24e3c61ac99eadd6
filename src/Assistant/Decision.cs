using MyCavoodle.Hub;

namespace MyCavoodle.Assistant;

/// <summary>What the assistant wants to happen; the flow makes it happen.</summary>
public abstract record Decision;

/// <summary>Say this.</summary>
public sealed record Reply(string Text) : Decision;

/// <summary>A person must take over.</summary>
/// <param name="Summary">What it is about, for that person.</param>
/// <param name="Language">The ISO code of what the contact writes where that is not English; see prompts/offline/languages.yaml.</param>
public sealed record Escalate(EscalationReason Reason, string Summary, string? Language = null) : Decision;

/// <summary>Say nothing: there is nothing to answer.</summary>
public sealed record StaySilent(string Reason) : Decision;
