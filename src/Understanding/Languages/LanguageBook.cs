using System.Buffers;
using System.Text;
using MyCavoodle.Understanding.Text;

namespace MyCavoodle.Understanding.Languages;

/// <summary>
/// Tells a message's language: by its script, else by its words and letters against sample sentences of each language.
/// English with names, slang or a foreign word stays English. Any number of threads may ask.
/// </summary>
public sealed class LanguageBook
{
    const int MostWords = 60;
    /// <summary>What a word says for a language when only that one, or only English, has it.</summary>
    const double Own = 2.5, OwnShort = 1, English = -2;
    /// <summary>How far the look of an unknown word may tip the scale.</summary>
    const double Tip = 1.2;
    const double Enough = 2, EnoughByLook = 4.5;
    const int Short = 3;

    /// <summary>Letters of Persian and Urdu.</summary>
    static readonly SearchValues<char> NotArabic = SearchValues.Create("پچژگکیٹڈڑںےہھ");

    readonly Profile english;
    readonly Profile[] latin, han, devanagari;

    LanguageBook(Profile english, List<Profile> others)
    {
        this.english = english;
        latin = [.. others.Where(o => o.IsLatin)];
        han = [.. others.Where(o => o.Language is Language.Mandarin or Language.Cantonese)];
        devanagari = [.. others.Where(o => o.Language is Language.Hindi or Language.Nepali)];
    }

    /// <param name="offlineFolder">Holds <c>languages/*.txt</c>, named after <see cref="Language"/>, and <c>lexicon/*.txt</c>, whose words are English.</param>
    /// <exception cref="InvalidDataException">A file is named after no language.</exception>
    public static LanguageBook Read(string offlineFolder)
    {
        List<Profile> others = [];
        Profile? english = null;
        foreach (var path in Directory.EnumerateFiles(Path.Combine(offlineFolder, "languages"), "*.txt").Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileNameWithoutExtension(path).Split('-')[0];
            if (!Enum.TryParse<Language>(name, ignoreCase: true, out var language)) throw new InvalidDataException($"{path}: \"{name}\" is no language that is known.");
            if (language == Language.English) english = new(language, Lines(path).Concat(Lexicon(offlineFolder)));
            else others.Add(new(language, Lines(path)));
        }
        return new(english ?? throw new InvalidDataException($"{offlineFolder}/languages holds no english.txt."), others);
    }

    public Spoken Of(PlainText message) => Scripts.Of(message.Text) switch
    {
        null => new(Language.English, 0, []),
        Script.Latin => ByWords(message),
        Script.Greek => new(Language.Greek, 1, Sample(message)),
        Script.Gurmukhi => new(Language.Punjabi, 1, Sample(message)),
        Script.Hangul => new(Language.Korean, 1, Sample(message)),
        Script.Arabic => new(message.Text.AsSpan().IndexOfAny(NotArabic) < 0 ? Language.Arabic : Language.Other, 0.95, Sample(message)),
        Script.Han => Likeliest(han, message),
        Script.Devanagari => Likeliest(devanagari, message),
        _ => new(Language.Other, 0.95, Sample(message)),
    };

    Spoken ByWords(PlainText message)
    {
        List<string> words = [.. LanguageWords.Of(message.Text).Take(MostWords)];
        if (words.Count == 0) return new(Language.English, 0, []);
        bool[] known = [.. words.Select(english.Knows)];
        double[] likeness = [.. words.Select((w, i) => known[i] ? 0 : english.Likeness(w))];
        Spoken? best = null;
        var highest = 0.0;
        foreach (var profile in latin)
        {
            List<string> own = [];
            var (score, onlyEnglish) = (0.0, 0);
            for (var i = 0; i < words.Count; i++)
            {
                var word = words[i];
                var (here, there) = (profile.Knows(word), known[i]);
                if (here && !there)
                {
                    if (!own.Contains(word)) own.Add(word);
                    score += word.Length < Short ? OwnShort : Own;
                }
                else if (there && !here)
                {
                    onlyEnglish++;
                    score += English;
                }
                else if (!there)
                    score += Math.Clamp(profile.Likeness(word) - likeness[i], -Tip, Tip);
            }
            var told = own.Count(w => w.Length >= Short);
            var enough = told >= 2 && told >= onlyEnglish ? score > Enough
                : words.Count <= Short && onlyEnglish == 0 && own.Exists(w => w.Length > Short || !Ascii.IsValid(w)) ? score > Enough
                : words.Count > Short && onlyEnglish * 4 <= words.Count && score > EnoughByLook;
            if (enough && score > highest) (best, highest) = (new(profile.Language, 1 - Math.Exp(-score / 4), own), score);
        }
        return best ?? new(Language.English, known.Count(k => k) / (double)words.Count, []);
    }

    static Spoken Likeliest(Profile[] profiles, PlainText message)
    {
        List<string> words = [.. LanguageWords.Of(message.Text).Take(MostWords)];
        double[] scores = [.. profiles.Select(p => words.Sum(w => p.Likeness(w) * w.Length + (p.Knows(w) ? 1 : 0)))];
        var best = Array.IndexOf(scores, scores.Max());
        return new(profiles[best].Language, 1 / (1 + scores.Where((_, i) => i != best).Sum(s => Math.Exp(Math.Max(-50, s - scores[best])))), Sample(message));
    }

    static IEnumerable<string> Lexicon(string offlineFolder) =>
        Directory.EnumerateFiles(Path.Combine(offlineFolder, "lexicon"), "*.txt").Order(StringComparer.Ordinal).SelectMany(Lines);

    static IReadOnlyList<string> Sample(PlainText message) => [.. LanguageWords.Of(message.Text).Where(w => w[0] > 'ɏ').Take(Short)];

    static IEnumerable<string> Lines(string path) => File.ReadLines(path).Where(l => !l.StartsWith('#'));
}
