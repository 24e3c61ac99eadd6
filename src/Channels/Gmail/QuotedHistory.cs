using System.Text.RegularExpressions;

namespace MyCavoodle.Channels.Gmail;

/// <summary>
/// Keeps what the writer added and cuts what they quoted and signed. A forwarded mail is what they want to show, so it stays.
/// When nothing would be left, everything stays.
/// </summary>
static partial class QuotedHistory
{
    const int LongestAttribution = 3;

    public static string Cut(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var own = string.Join('\n', Own(lines)).Trim();
        own = Footer().Replace(own, "").Trim();
        return own.Length > 0 ? BlankLines().Replace(own, "\n\n") : text.ReplaceLineEndings("\n").Trim();
    }

    static IEnumerable<string> Own(string[] lines)
    {
        for (var i = 0; i < lines.Length; i++)
        {
            if (Forwarded().IsMatch(lines[i]))
            {
                foreach (var line in lines[i..]) yield return line;
                yield break;
            }
            if (lines[i].TrimEnd() == "--" || OriginalMessage().IsMatch(lines[i]) || IsHeaderBlock(lines, i)) yield break;
            if (AttributionLength(lines, i) is > 0 and var length)
            {
                // Quoted line by line, an answer may follow below; else all that follows is history.
                if (!lines.Skip(i + length).SkipWhile(string.IsNullOrWhiteSpace).FirstOrDefault("").StartsWith('>')) yield break;
                i += length - 1;
            }
            else if (!lines[i].TrimStart().StartsWith('>')) yield return lines[i].TrimEnd();
        }
    }

    // "On Fri, 20 Nov 2026 at 10:00, Jane <jane@example.com> wrote:", wrapped anywhere.
    static int AttributionLength(string[] lines, int at)
    {
        if (!AttributionStart().IsMatch(lines[at])) return 0;
        for (var length = 1; length <= LongestAttribution && at + length <= lines.Length; length++)
            if (Attribution().IsMatch(string.Join(' ', lines[at..(at + length)].Select(l => l.Trim())))) return length;
        return 0;
    }

    // Outlook's: From, Sent, To, Subject on lines of their own.
    static bool IsHeaderBlock(string[] lines, int at)
    {
        if (!From().IsMatch(lines[at])) return false;
        var next = lines.Skip(at + 1).Where(l => !string.IsNullOrWhiteSpace(l)).Take(4).ToList();
        return next.Any(Sent().IsMatch) && next.Any(To().IsMatch);
    }

    const RegexOptions Linear = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"^\s*(-{5,} ?Forwarded message ?-{5,}|Begin forwarded message:|-{3,} ?Weitergeleitete Nachricht)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Forwarded();
    [GeneratedRegex(@"^\s*-{4,} ?(Original Message|Original Appointment|Ursprüngliche Nachricht|Message d'origine|Mensaje original|Messaggio originale)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OriginalMessage();
    [GeneratedRegex(@"^\s*(On|Am|Le|El|Il|Op|Em|Den)\s", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AttributionStart();
    [GeneratedRegex(@"^[*_]*\s*(From|Von|De|Da|Van):", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex From();
    [GeneratedRegex(@"^[*_]*\s*(Sent|Date|Gesendet|Datum|Envoyé|Enviado|Inviato|Verzonden)\s*:", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Sent();
    [GeneratedRegex(@"^[*_]*\s*(To|An|À|Para|A|Aan|Subject|Betreff|Objet|Asunto|Oggetto|Onderwerp)\s*:", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex To();
    // A date or an address must be in it: "On Monday you wrote:" is a sentence of the writer's own.
    static readonly Regex AttributionLine = new(@"^\S+\s.{0,400}[0-9@].{0,400}(wrote|schrieb|a écrit|escribió|ha scritto|schreef|escreveu|skrev)[^:]{0,200}:\s*$", Linear);
    static Regex Attribution() => AttributionLine;
    static readonly Regex FooterLine = new(@"\n\s*(Sent from my \S[^\n]{0,60}|Sent from (Yahoo|Outlook|Mail|AOL)[^\n]{0,60}|Get Outlook for \S[^\n]{0,80}|_{10,}|Von meinem \S+ gesendet)\s*$", Linear);
    static Regex Footer() => FooterLine;
    [GeneratedRegex(@"\n{3,}")]
    private static partial Regex BlankLines();
}
