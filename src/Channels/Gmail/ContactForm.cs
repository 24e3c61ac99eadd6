using System.Text.RegularExpressions;
using MyCavoodle.Clients.Gmail;

namespace MyCavoodle.Channels.Gmail;

/// <summary>
/// The shop's contact form: a mail of Shopify's that carries a customer's words. The customer is answered, never the mailer; who
/// they are is only what they typed. https://help.shopify.com/en/manual/online-store/themes/customizing-themes/add-contact-page
/// </summary>
sealed partial record ContactForm(MailSender Sender, string Text)
{
    public static ContactForm? Of(GmailMessage mail, MailSender author, string text)
    {
        if (author.Address != "mailer@shopify.com" && !author.Address.EndsWith("@shopifyemail.com", StringComparison.Ordinal)) return null;
        var words = Body().Match(text);
        if (!Opening().IsMatch(text) || !words.Success) return null;
        var typed = Email().Match(text) is { Success: true } m ? m.Groups[1].Value.ToLowerInvariant() : null;
        var address = MailSender.ReplyTo(mail, author.Address)?.Address ?? typed;
        var name = Name().Match(text) is { Success: true } n ? MailReader.OneLine(n.Groups[1].Value) : null;
        return address is null || address.Contains("shopify", StringComparison.Ordinal) ? null
            : new(new(address, string.IsNullOrWhiteSpace(name) || name.Length > 100 ? null : name), words.Groups[1].Value.Trim());
    }

    [GeneratedRegex(@"contact\s+form", RegexOptions.IgnoreCase)] private static partial Regex Opening();
    [GeneratedRegex(@"^\s*(?:Body|Comment|Message):\s*(\S.*)", RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.Singleline)] private static partial Regex Body();
    [GeneratedRegex(@"^\s*E-?mail:\s*(\S+@\S+)", RegexOptions.IgnoreCase | RegexOptions.Multiline)] private static partial Regex Email();
    [GeneratedRegex(@"^\s*Name:\s*(\S.*)$", RegexOptions.IgnoreCase | RegexOptions.Multiline)] private static partial Regex Name();
}
