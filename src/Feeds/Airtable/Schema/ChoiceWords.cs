using System.Text.RegularExpressions;
using MyCavoodle.Hub;

namespace MyCavoodle.Feeds.Airtable;

/// <summary>The hub's enums as the team reads them: InProgress is In Progress.</summary>
static partial class ChoiceWords
{
    public static string Of(Enum value) => value switch
    {
        VipStatus.Vip => "VIP",
        Platform.Sms => "SMS",
        SessionSource.Csv => "CSV",
        InquiryHolder.AiBot => "AI Bot",
        InquiryHolder.Va => "VA",
        StockStatus.OutOfStock => "Out of Stock",
        StockStatus.Low => "Low Stock",
        _ => Hump().Replace(value.ToString(), " $0"),
    };

    public static IReadOnlyList<string> All<T>() where T : struct, Enum => [.. Enum.GetValues<T>().Select(v => Of(v))];

    /// <summary>The value somebody chose, in any case; null when there is none of that name.</summary>
    public static T? Find<T>(string word) where T : struct, Enum =>
        Enum.GetValues<T>().Cast<T?>().FirstOrDefault(v => Of(v!.Value).Equals(word.Trim(), StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex("(?<=[a-z])[A-Z]")] private static partial Regex Hump();
}
