using System.Globalization;
using MyCavoodle.Understanding.Evaluation;
using MyCavoodle.Understanding.Text;

namespace MyCavoodle.Understanding.Mood;

/// <param name="Rating">−4 … +4.</param>
/// <param name="Register">What kind of text it is, where the file says so: tweets, reviews; "" otherwise.</param>
/// <param name="Label">negative, neutral, positive, where the file has labels instead of ratings.</param>
public sealed record RatedText(string Text, double Rating, string Register, string Label = "")
{
    /// <summary>The register of what customers write to us.</summary>
    public const string Shop = "shop";

    /// <summary>What a label is worth as a rating.</summary>
    const double Labelled = 2;

    /// <summary>Reads ratings (<c>mean_rating</c>, and <c>genre</c> if there) or labels (<c>label</c>: negative, neutral, positive).</summary>
    /// <exception cref="InvalidDataException">The file has neither, or a rating is no number.</exception>
    public static IReadOnlyList<RatedText> Read(string path)
    {
        var table = Tabular.Read(path, "text");
        if (table.Has("mean_rating"))
            return [.. table.Rows.Select(r => new RatedText(table.Field(r, "text"), Number(path, table.Field(r, "mean_rating")), table.Field(r, "genre")))];
        if (!table.Has("label")) throw new InvalidDataException($"{path}: a column mean_rating or label is expected.");
        return [.. table.Rows.Select(r => new RatedText(table.Field(r, "text"), Worth(path, table.Field(r, "label")), "", table.Field(r, "label").ToLowerInvariant()))];
    }

    /// <summary>The shop's own sentences: the rating as heading, a sentence a line below it.</summary>
    public static IReadOnlyList<RatedText> Own(string path) =>
        [.. from list in WordLists.Read(path, '|').All from text in list.Entries
            select new RatedText(text, Number(path, list.Heading), Shop)];

    static double Worth(string path, string label) => label.ToLowerInvariant() switch
    {
        "negative" => -Labelled,
        "neutral" => 0,
        "positive" => Labelled,
        _ => throw new InvalidDataException($"{path}: \"{label}\" is none of negative, neutral, positive."),
    };

    static double Number(string path, string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number
        : throw new InvalidDataException($"{path}: \"{text}\" is no rating.");
}
