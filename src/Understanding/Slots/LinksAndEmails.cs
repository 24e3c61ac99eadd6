using System.Text.RegularExpressions;
using MyCavoodle.Understanding.Text;

namespace MyCavoodle.Understanding.Slots;

/// <summary>Links, and email addresses also as they are spoken: "jo dot smith at gmail dot com".</summary>
sealed partial class LinksAndEmails : IFinder
{
    /// <summary>Where most Australians have their mail.</summary>
    static readonly string[] Providers = ["gmail.com", "hotmail.com", "outlook.com", "yahoo.com", "icloud.com", "bigpond.com", "live.com", "yahoo.com.au", "hotmail.com.au", "outlook.com.au", "optusnet.com.au", "bigpond.net.au", "me.com", "live.com.au", "iinet.net.au", "tpg.com.au", "protonmail.com", "googlemail.com"];

    /// <summary>Providers whose names are one letter from another's.</summary>
    static readonly HashSet<string> Right = [.. Providers, "mail.com", "gmx.com", "ymail.com", "email.com", "aol.com", "proton.me", "msn.com", "mac.com", "fastmail.com", "gmail.com.au", "gmx.net", "olive.com", "we.com"];

    public IEnumerable<Slot> Find(SlotText text)
    {
        foreach (Match m in Email().Matches(text.Lower)) yield return Of(text, m.Index, m.Index + m.Value.TrimEnd('.', '-').Length, m.Value.TrimEnd('.', '-'));
        if (text.Lower.Contains(" at ", StringComparison.Ordinal) || text.Lower.Contains("(at)", StringComparison.Ordinal) || text.Lower.Contains('@'))
            foreach (Match m in Spoken().Matches(text.Lower))
                if (text.IsFree(m.Index, m.Index + m.Length) && IsAddress(m)) yield return Of(text, m.Index, m.Index + m.Length, Written(m));
        foreach (Match m in Link().Matches(text.Lower))
        {
            var words = m.Value.TrimEnd('.', ',', ')', '!', '?', ';', ':', '\'', '"');
            if (text.IsFree(m.Index, m.Index + words.Length)) yield return new LinkSlot(m.Index, text.Words(m.Index, m.Index + words.Length), words);
        }
    }

    static EmailSlot Of(SlotText text, int from, int to, string address)
    {
        var domain = address[(address.IndexOf('@') + 1)..];
        return new(from, text.Words(from, to), address, Meant(domain) is { } meant ? address[..^domain.Length] + meant : null);
    }

    /// <summary>"Look at example.com" is a link; "amy at gmail.com" and "amy at example dot com" are addresses.</summary>
    static bool IsAddress(Match m) => !m.Value.Contains(" at ", StringComparison.Ordinal) || !m.Groups["domain"].Value.Contains('.') || Providers.Contains(m.Groups["domain"].Value);

    static string Written(Match m) => Dots().Replace(m.Groups["name"].Value, ".") + "@" + Dots().Replace(m.Groups["domain"].Value, ".");

    static string? Meant(string domain) => Right.Contains(domain) ? null
        : Providers.Where(p => p[0] == domain[0] && Math.Abs(p.Length - domain.Length) <= 2).FirstOrDefault(p => EditDistance.Between(p, domain) <= (p.Length > 8 ? 2 : 1));

    // Bounded, so that no text makes it slow.
    [GeneratedRegex(@"(?<![\p{L}\p{N}._%+\-])[\p{L}\p{N}_%+\-](?:[\p{L}\p{N}._%+'\-]{0,62}[\p{L}\p{N}_%+\-])?@[\p{L}\p{N}](?:[\p{L}\p{N}\-]{0,61})(?:\.[\p{L}\p{N}\-]{1,63}){1,5}")] private static partial Regex Email();
    [GeneratedRegex(@"(?<name>\b[\p{L}\p{N}_\-]{1,40}(?:(?:\s?\.\s?|\s(?:dot|point)\s)[\p{L}\p{N}_\-]{1,40}){0,3})(?:\s?[(\[]at[)\]]\s?|\s?@\s?|\sat\s)(?<domain>[\p{L}\p{N}\-]{2,40}(?:(?:\.|\s?[(\[]dot[)\]]\s?|\sdot\s)(?:com|net|org|au|edu|gov|co|nz|uk|io|me)\b){1,3})")] private static partial Regex Spoken();
    [GeneratedRegex(@"\s?[(\[]dot[)\]]\s?|\s(?:dot|point)\s|\s?\.\s?")] private static partial Regex Dots();
    [GeneratedRegex(@"\b(?:https?://|www\.)[^\s<>""]{1,300}|(?<![@\p{L}\p{N}.\-])[\p{L}\p{N}\-]{1,60}(?:\.[\p{L}\p{N}\-]{1,60}){0,3}\.(?:com|net|org|au|io|co|shop|store|nz|uk)\b(?:/[^\s<>""]{0,300})?")] private static partial Regex Link();
}
