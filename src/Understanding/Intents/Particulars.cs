using System.Text.RegularExpressions;

namespace MyCavoodle.Understanding.Intents;

/// <summary>
/// What a customer says to be recognised - "Name: Jo Hill, Order ID: 1042", addresses of pages and mailboxes - says
/// nothing about what they want, so the learner reads messages without it.
/// </summary>
static partial class Particulars
{
    /// <summary>The message without them; as it was, when nothing else is in it.</summary>
    public static string Without(string message)
    {
        if (!MayHave(message)) return message;
        var rest = Number().Replace(Fields().Replace(Introduction().Replace(Addresses().Replace(message, " "), " "), " "), "order ");
        return rest.Any(char.IsLetter) ? rest : message;
    }

    // Most messages have none; this spares them the patterns.
    static bool MayHave(string message) => message.AsSpan().ContainsAny(':', '@', '#') || message.Contains("name", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"https?://\S+|\b[\w.+-]{1,64}@[\w-]{1,64}\.[\w.]{1,64}")]
    private static partial Regex Addresses();

    /// <summary>"#1042" is an order, also where the word is missing.</summary>
    [GeneratedRegex(@"(?:\border\s*)?#\s?\d+\s*", RegexOptions.IgnoreCase)]
    private static partial Regex Number();

    [GeneratedRegex(@"\b[Mm]y (?:full )?name(?:'s| is) (?:\p{Lu}[\w'-]*[ .,]*){1,3}")]
    private static partial Regex Introduction();

    [GeneratedRegex(@"\b(?i:(?:(?:full|first|last|user|account|order|customer|phone|member|membership|e-?mail|zip|post) ?)?(?:name|id|number|no|level|address|code|e-?mail|phone)) ?: *(?:(?!(?i:full|first|last|user|account|order|customer|phone|member|membership|e-?mail|zip|post) ?\w{0,12} ?:)(?:\p{Lu}[\w'.-]*|[\w#(+-]{0,30}\d[\w)-]*)[ ,;]*){1,4}")]
    private static partial Regex Fields();
}
