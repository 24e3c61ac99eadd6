using System.Text.RegularExpressions;

namespace MyCavoodle.Assistant.Offline.Flows;

/// <summary>Yes or no to what we asked last.</summary>
static partial class Consent
{
    /// <returns>Null when it is neither, or both.</returns>
    public static bool? Of(string text)
    {
        var plain = text.Trim().ToLowerInvariant();
        // "No photo, sorry" is no no.
        if (NoPicture().IsMatch(plain)) return null;
        if (No().IsMatch(plain)) return false;
        return Yes().IsMatch(plain) && !Doubt().IsMatch(plain) ? true : null;
    }

    [GeneratedRegex(@"^\W*(?:yes+|yep|yeah*|yea|yup|ya|yas|aye|sure(?: thing)?|ok(?:ay|ie)?|pls|please(?: do)?|go (?:ahead|for it)|do (?:it|that)|correct|right|exactly|that'?s (?:right|it|correct|fine)|(?:sounds|looks) (?:good|right|great)|perfect|great|absolutely|definitely|of course|that would be (?:great|good|lovely)|y)(?![\p{L}'])|^(?:👍|✅|👌|🙏)")]
    private static partial Regex Yes();
    [GeneratedRegex(@"^\W*(?:no|don'?t have (?:a|any)|haven'?t got (?:a|any)|without) (?:photos?|pics?|pictures?|images?)\b")] private static partial Regex NoPicture();
    [GeneratedRegex(@"^\W*(?:no+|nope|nah|nay|not (?:now|yet|really|any ?more)|don'?t(?! know)|do not|dont(?! know)|stop|wait|leave it|leave (?:it|that) (?:be|as)|forget (?:it|that)|never ?mind|(?:i )?changed my mind|i'?ve changed my mind|(?:actually|oh|hmm+|on second thoughts?)[ ,]+(?:no|nah|don'?t|dont|leave it|never ?mind|keep|i changed|i'?ve changed)|keep (?:it|the order)|n)(?![\p{L}'])|\b(?:forget (?:it|about it)|never ?mind|leave it(?: then)?|don'?t (?:worry|bother))(?![\p{L}'])|^👎")]
    private static partial Regex No();
    [GeneratedRegex(@"\b(?:but|no|not|wait|actually|don'?t|dont|instead|however|rather)\b|\?")] private static partial Regex Doubt();
}
