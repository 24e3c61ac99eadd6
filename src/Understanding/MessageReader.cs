using MyCavoodle.Understanding.Alarms;
using MyCavoodle.Understanding.Injection;
using MyCavoodle.Understanding.Intents;
using MyCavoodle.Understanding.Languages;
using MyCavoodle.Understanding.Mood;
using MyCavoodle.Understanding.Slots;
using MyCavoodle.Understanding.Spam;
using MyCavoodle.Understanding.Text;
using MyCavoodle.Understanding.Times;
using MyCavoodle.Understanding.Weights;

namespace MyCavoodle.Understanding;

/// <summary>
/// Reads all that a message says, in one pass and without a network. Keeps nothing between messages; any number of
/// threads may ask. Never throws, whatever the text.
/// </summary>
public sealed class MessageReader
{
    public const string WeightsName = "weights.bin";

    readonly IntentModel intents;
    readonly Sentiment sentiment;
    readonly Anger anger;
    readonly AlarmBook alarms;
    readonly UrgencyBook urgency;
    readonly SpamFilter spam;
    readonly InjectionDetector injection;
    readonly LanguageBook languages;

    /// <param name="offlineFolder"><c>prompts/offline</c>: the weights and the shop's own word lists.</param>
    /// <exception cref="IOException">A file is not there.</exception>
    /// <exception cref="InvalidDataException">A file cannot be read as what it should be.</exception>
    public MessageReader(string offlineFolder)
    {
        var weights = WeightsFile.Open(Path.Combine(offlineFolder, WeightsName));
        var words = Path.Combine(offlineFolder, "lexicon");
        var lexicon = Lexicon.Read(words);
        intents = IntentModel.Of(weights);
        sentiment = new(lexicon, weights);
        anger = Anger.Read(lexicon, weights);
        alarms = AlarmBook.Read(Path.Combine(words, "alarms.txt"));
        urgency = UrgencyBook.Read(Path.Combine(words, "urgency.txt"));
        spam = SpamFilter.Read(Path.Combine(words, "spam.txt"), weights);
        injection = InjectionDetector.From(weights);
        languages = LanguageBook.Read(offlineFolder);
    }

    /// <summary>From this probability on a want may be acted upon without asking back.</summary>
    public double Sure => intents.Thresholds.Sure;

    /// <summary>Only what some words want.</summary>
    public IntentReading Wants(string words) => intents.Read(PlainText.Of(words).Text);

    public Spoken LanguageOf(string words) => languages.Of(PlainText.Of(words));

    /// <param name="names">Knows what the shop sells now.</param>
    /// <param name="setting">When and where the message was written, for "next Friday".</param>
    public MessageReading Read(string message, SlotReader names, TimeSetting setting)
    {
        var text = PlainText.Of(message);
        var slots = names.Read(text, setting);
        var feeling = sentiment.Of(text);
        var angry = anger.Of(text, feeling);
        var raised = alarms.In(text);
        return new()
        {
            Text = text, Intents = intents.Read(text.Text), Slots = slots, Sentiment = feeling, Anger = angry, Alarms = raised,
            Urgency = urgency.Of(text, angry, raised), Unwanted = spam.Of(text), Injection = injection.Read(text), Language = languages.Of(text),
        };
    }
}
