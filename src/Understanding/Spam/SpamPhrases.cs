using MyCavoodle.Understanding.Mood;
using MyCavoodle.Understanding.Text;

namespace MyCavoodle.Understanding.Spam;

/// <summary>The phrases of spam.txt and where a message has them, as whole words.</summary>
sealed class SpamPhrases(WordLists lists)
{
    readonly string[] sure = [.. lists.Under("sure")], automatic = [.. lists.Under("automatic")];
    readonly string[] topics = [.. lists.Under("topic").Distinct()], pitches = [.. lists.Under("pitch").Distinct()];

    /// <summary>Those that by themselves say spam.</summary>
    public IEnumerable<string> Sure(PlainText message) => sure.Where(p => Stands(p, message.Lower));

    /// <summary>Those that say a machine answered.</summary>
    public IEnumerable<string> Automatic(PlainText message) => automatic.Where(p => Stands(p, message.Lower));

    public SparseRow Features(PlainText message) =>
        SpamFeatures.Of(message, topics.Count(p => Stands(p, message.Lower)), pitches.Count(p => Stands(p, message.Lower)));

    static bool Stands(string phrase, string text)
    {
        for (var at = text.IndexOf(phrase, StringComparison.Ordinal); at >= 0; at = text.IndexOf(phrase, at + 1, StringComparison.Ordinal))
        {
            var end = at + phrase.Length;
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end]))) return true;
        }
        return false;
    }
}
