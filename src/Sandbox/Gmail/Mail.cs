using System.Net.Mail;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace MyCavoodle.Sandbox.Gmail;

/// <summary>One mail in the mailbox.</summary>
sealed partial class Mail
{
    public required string Id { get; init; }
    public required string ThreadId { get; init; }
    public required DateTimeOffset At { get; init; }
    public required byte[] Raw { get; init; }
    public required MimePart Mime { get; init; }
    public required SortedSet<string> Labels { get; init; }
    public required ulong HistoryId { get; set; }

    public string Subject => Mime.Header("Subject") ?? "";
    public string MessageId => Mime.Header("Message-ID") ?? "";
    public string References => $"{Mime.Header("References")} {Mime.Header("In-Reply-To")}";
    public string Snippet => System.Net.WebUtility.HtmlEncode(Mime.Text.Replace('\n', ' ') is var t && t.Length > 180 ? t[..180] : t);

    /// <summary>The bare address in a From or To.</summary>
    public static string Address(string? header) => MailAddress.TryCreate(header ?? "", out var address) ? address.Address.ToLowerInvariant() : "";

    /// <summary>Without any Re:, for the comparison threads are made by.</summary>
    public static string Bare(string subject) => Reply().Replace(subject.Trim(), "").Trim();

    public JsonArray LabelList() => new([.. Labels.Select(l => (JsonNode)l)]);
    public JsonObject Reference() => new() { ["id"] = Id, ["threadId"] = ThreadId };

    [GeneratedRegex(@"^(\s*re\s*:\s*)+", RegexOptions.IgnoreCase)]
    private static partial Regex Reply();
}
