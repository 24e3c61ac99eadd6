using System.Net.Mail;
using System.Text;
using MyCavoodle.Clients.Gmail;
using MyCavoodle.Clients.Gmail.Mime;
using Xunit;

namespace MyCavoodle.Tests.Unit.Clients;

public sealed class MimeTests
{
    [Fact]
    public void A_line_break_in_a_header_starts_no_header()
    {
        var mail = Mail(subject: "Hi\r\nBcc: victim@x.example\u2028X: y", references: "<a@b>\r\nBcc: z@x.example", id: "7\nBcc: q@x.example", name: "Bob\r\nBcc: p@x.example");
        var headers = mail[..mail.IndexOf("\r\n\r\n", StringComparison.Ordinal)].Split("\r\n");
        Assert.DoesNotContain(headers, h => h.StartsWith("Bcc", StringComparison.OrdinalIgnoreCase) || h.StartsWith("X:", StringComparison.Ordinal));
        Assert.DoesNotContain(mail.Replace("\r\n", "", StringComparison.Ordinal), c => c is '\r' or '\n');
    }

    [Theory]
    [InlineData("Re: Wo ist meine Bestellung für Möpsli?")]
    [InlineData("🐶🐩 Ein sehr langer Betreff über Hundebürsten, der ganz sicher nicht in ein einziges Wort passt 🐕‍🦺 und weiter geht")]
    [InlineData("Plain")]
    [InlineData("=?utf-8?B?not?= mine")]
    [InlineData("")]
    public void A_subject_comes_back_as_it_was(string subject)
    {
        var encoded = EncodedWords.Encode(subject);
        Assert.True(Ascii.IsValid(encoded));
        Assert.All(encoded.Split("\r\n "), word => Assert.True(word.Length <= 75));
        Assert.Equal(subject, EncodedWords.Decode(encoded.Replace("\r\n", "", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("=?ISO-8859-1?Q?Andr=E9_Pirard?= <a@b.example>", "André Pirard <a@b.example>")]
    [InlineData("=?iso-2022-jp?B?GyRCRnxLXDhsGyhC?=", "日本語")]
    [InlineData("=?utf-8?B?broken!?=", "=?utf-8?B?broken!?=")]
    [InlineData("2 + 2 =? 4", "2 + 2 =? 4")]
    public void Foreign_encoded_words_are_decoded(string header, string expected) => Assert.Equal(expected, EncodedWords.Decode(header));

    [Fact]
    public void An_answer_names_its_original_and_says_that_a_machine_wrote_it()
    {
        var mail = Mail(subject: "Re: Order", references: "<1@x> <2@x>");
        foreach (var header in new[] { "In-Reply-To: <2@x>", "References: <1@x>\r\n <2@x>", "Auto-Submitted: auto-replied", "X-Auto-Response-Suppress: All", "X-MyCavoodle-Id: 7", "To: \"Bob\" <bob@x.example>" })
            Assert.Contains(header + "\r\n", mail, StringComparison.Ordinal);
    }

    [Fact]
    public void The_body_stays_in_short_lines_and_comes_back_as_it_was()
    {
        var text = "G'day José = 100% 🐶  \n.\nFrom here\n" + new string('ü', 300) + "\nend";
        var mail = Mail(text: text);
        var body = mail[(mail.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..];
        Assert.All(body.Split("\r\n"), line => Assert.True(line.Length <= 76));
        Assert.DoesNotContain("\r\n.\r\n", body, StringComparison.Ordinal);
        Assert.Equal(text.ReplaceLineEndings("\r\n"), Decode(body[..^2]));
    }

    [Fact]
    public void Plain_text_is_preferred_and_a_file_is_not_read_as_text()
    {
        var mail = GmailJson.Message($$$"""
            {"id":"1","threadId":"1","payload":{"mimeType":"multipart/mixed","parts":[
              {"mimeType":"text/plain","filename":"notes.txt","body":{"data":"{{{Data("secret notes"u8)}}}"}},
              {"mimeType":"multipart/alternative","parts":[
                {"mimeType":"text/html","body":{"data":"{{{Data("<p>Hi</p>"u8)}}}"}},
                {"mimeType":"text/plain","headers":[{"name":"content-type","value":"text/plain; charset=\"windows-1252\""}],"body":{"data":"{{{Data([0x63, 0x61, 0x66, 0xE9])}}}"}}]}]}}
            """);
        var read = mail.ReadText();
        Assert.Equal(("café", false, "notes.txt"), (read.Text, read.IsHtml, read.Attachments.Single()));
    }

    [Fact]
    public void A_mail_of_html_alone_is_given_as_html()
    {
        var read = GmailJson.Message($$$$"""{"id":"1","payload":{"mimeType":"text/html","body":{"data":"{{{{Data("<p>Grüße</p>"u8)}}}}"}}}""").ReadText();
        Assert.Equal(("<p>Grüße</p>", true), (read.Text, read.IsHtml));
    }

    [SharedFact]
    public void Known_mails_are_read()
    {
        foreach (var name in Shared.Names("gmail", "messages_*.json"))
            Assert.NotEmpty(GmailJson.Message(Shared.Read(name)).ReadText().Text);
    }

    static string Mail(string subject = "Hi", string text = "Hello", string? references = null, string id = "7", string name = "Bob") => Encoding.ASCII.GetString(new OutgoingMail
    {
        From = new MailAddress("hello@mycavoodle.example", "MyCavoodle"),
        To = new MailAddress("bob@x.example", name.ReplaceLineEndings(" ")),
        Subject = subject,
        Text = text,
        InReplyTo = "<2@x>",
        References = references,
        Id = id,
    }.ToBytes());

    static string Data(ReadOnlySpan<byte> bytes) => System.Buffers.Text.Base64Url.EncodeToString(bytes);

    static string Decode(string quoted)
    {
        var bytes = new List<byte>();
        var joined = quoted.Replace("=\r\n", "", StringComparison.Ordinal);
        for (var i = 0; i < joined.Length; i++)
            if (joined[i] == '=')
            {
                bytes.Add(Convert.FromHexString(joined.AsSpan(i + 1, 2))[0]);
                i += 2;
            }
            else
                bytes.Add((byte)joined[i]);
        return Encoding.UTF8.GetString([.. bytes]);
    }
}
