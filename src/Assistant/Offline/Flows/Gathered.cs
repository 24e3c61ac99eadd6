using System.Text.RegularExpressions;

namespace MyCavoodle.Assistant.Offline.Flows;

/// <summary>What the contact told for a deed so far, read anew from the transcript each time; what was said later stands.</summary>
sealed partial class Gathered
{
    readonly Dictionary<string, string> told = [];

    /// <param name="since">Where the deed began in <see cref="Scene.Said"/>.</param>
    public Gathered(Scene scene, Flow flow, int since, Wording wording)
    {
        var last = scene.Said.Count - 1;
        for (var at = since; at <= last; at++)
        {
            if (!scene.Said[at].ByContact) continue;
            var message = Utterance.Of(scene.Said[at].Text).Original;
            var asked = at > 0 && !scene.Said[at - 1].ByContact ? scene.Said[at - 1].Text : "";
            if (ShowsPicture(message)) (HasPhoto, HasNews) = (true, at == last);
            foreach (var need in flow.Needs)
                if (Told(need, flow, message, at == since, asked, wording) is { } value)
                {
                    // A yes or a no with more to it corrects; the rest of the request stays.
                    told[need.Id] = value;
                    HasNews |= at == last;
                }
        }
        Opening = Utterance.Of(scene.Said[since].Text).Original;
    }

    public string? this[Need need] => told.GetValueOrDefault(need.Id);
    public IEnumerable<KeyValuePair<string, string>> Values => told;
    public bool HasPhoto { get; }
    /// <summary>The very last message told something.</summary>
    public bool HasNews { get; }
    /// <summary>The words it began with.</summary>
    public string Opening { get; }

    public static bool ShowsPicture(string message) => Picture().IsMatch(message);

    static string? Told(Need need, Flow flow, string message, bool opens, string asked, Wording wording)
    {
        var isAnswer = Wording.Says(asked, need.Ask);
        if (need.Kind == Need.Address) return need.ToldIn(message);
        if (isAnswer && message.Any(char.IsLetterOrDigit) && !Turn.Asks(message.ToLowerInvariant())) return message;
        var corrects = Wording.Says(asked, flow.Question) && Consent.Of(message) != true && !Turn.Asks(message.ToLowerInvariant());
        return opens || isAnswer || corrects ? need.ToldIn(message) : null;
    }

    [GeneratedRegex(@"\[(?:image|video|attached:[^\]]*|unsupported attachment|file)\]")] private static partial Regex Picture();
}
