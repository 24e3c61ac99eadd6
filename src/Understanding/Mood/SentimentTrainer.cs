using MyCavoodle.Understanding.Evaluation;
using MyCavoodle.Understanding.Weights;

namespace MyCavoodle.Understanding.Mood;

/// <summary>Learns how texts sound from rated tweets, reviews and news, and from the shop's own rated sentences.</summary>
public sealed class SentimentTrainer : ITrainer
{
    /// <summary>How often an own sentence counts beside one of another's.</summary>
    const int OwnWorth = 3;

    /// <summary>What shoppers ask without being pleased or cross.</summary>
    static readonly string[] Plain = ["product_question", "order_status", "shipping_info", "store_info", "place_order", "discount_or_promo", "change_order", "change_address"];

    public string Section => Sentiment.Section;

    public void Train(string dataFolder, string offlineFolder, WeightsFile into)
    {
        var words = Path.Combine(offlineFolder, "lexicon");
        var rated = RatedText.Read(Path.Combine(dataFolder, "sentiment", "vader_train.tsv"));
        var own = RatedText.Own(Path.Combine(words, "rated.txt"));
        var learner = new SentimentLearner(new(Lexicon.Read(words)));
        into.Write(Section, learner.Learn([.. rated, .. own.SelectMany(o => Enumerable.Repeat(o, OwnWorth)), .. Questions(dataFolder)], Hints(dataFolder)).Write);
    }

    /// <summary>Questions real shoppers typed, of the same kind of text as the shop's own sentences.</summary>
    static IEnumerable<RatedText> Questions(string dataFolder)
    {
        var table = Tabular.Read(Path.Combine(dataFolder, "ecommerce", "train.tsv"), "text", "intent", "tier");
        return table.Rows.Where(r => table.Field(r, "tier") == "shop" && Plain.Contains(table.Field(r, "intent"))).Select(r => new RatedText(table.Field(r, "text"), 0, RatedText.Shop));
    }

    /// <summary>What other collections are labelled with, as numbers.</summary>
    static IReadOnlyList<IReadOnlyList<RatedText>> Hints(string dataFolder)
    {
        var emotions = Labels("tweeteval_emotion_train.tsv");
        return
        [
            RatedText.Read(Path.Combine(dataFolder, "sentiment", "tweeteval_sentiment_train.tsv")),
            Valued(emotions, label => label is "joy" or "optimism" ? 1 : -1),
            Valued(emotions, label => label == "anger" ? 1 : 0),
            Valued(Labels("tweeteval_offensive_train.tsv.gz"), label => label == "offensive" ? 1 : 0),
        ];

        IReadOnlyList<(string, string)> Labels(string file)
        {
            var table = Tabular.Read(Path.Combine(dataFolder, "sentiment", file), "text", "label");
            return [.. table.Rows.Select(r => (table.Field(r, "text"), table.Field(r, "label")))];
        }
    }

    static IReadOnlyList<RatedText> Valued(IReadOnlyList<(string Text, string Label)> texts, Func<string, double> worth) =>
        [.. texts.Select(t => new RatedText(t.Text, worth(t.Label), ""))];
}
