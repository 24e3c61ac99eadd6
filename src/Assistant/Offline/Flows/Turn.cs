using System.Text.RegularExpressions;

namespace MyCavoodle.Assistant.Offline.Flows;

/// <summary>Words that turn a conversation: a question back, another wish, a correction.</summary>
static partial class Turn
{
    /// <summary>It asks something, rather than tells it.</summary>
    public static bool Asks(string text) => Asking().IsMatch(text);

    /// <summary>"Actually", "instead": what follows stands for what was said.</summary>
    public static bool ChangesMind(string text) => Changing().IsMatch(text);

    /// <summary>"No, the other order", "not that one".</summary>
    public static bool WantsOther(string text) => Other().IsMatch(text);

    /// <summary>"Don't cancel it, change the address": the one that is denied is not wished for.</summary>
    public static bool Denies(string text, Flow flow) => Denies(text, flow.Intent);

    /// <inheritdoc cref="Denies(string, Flow)"/>
    public static bool Denies(string text, Intent intent) => intent == Intent.CancelOrder && Denial().IsMatch(text);

    /// <summary>It asks where a parcel or its money is.</summary>
    public static bool AsksWhere(string text) => Where().IsMatch(text);

    [GeneratedRegex(@"\?|^\W*(?:(?:ok(?:ay)?|and|oh|also|but|hmm+|wait)[ ,]+)*(?:how|what|what's|whats|when|where|which|who|why|is|are|do|does|did|can|could|will|would|has|have|should)\b")] private static partial Regex Asking();
    [GeneratedRegex(@"\b(?:actually|instead|rather|forget (?:it|that|about)|never ?mind|on second thoughts?|scrap that)\b")] private static partial Regex Changing();
    [GeneratedRegex(@"\b(?:the )?other (?:one|order|parcel|package)\b|\bnot (?:that|this) (?:one|order|parcel)\b|\bwrong order\b")] private static partial Regex Other();
    [GeneratedRegex(@"\b(?:where|when|wheres|where's|track\w*|status|news|update|(?:has|have|did|is|was) (?:it|my|the|order|numberslot)\b)")] private static partial Regex Where();
    [GeneratedRegex(@"\b(?:don'?t|dont|do not|not|no need to|without) (?:want to )?cancel\w*")] private static partial Regex Denial();
}
