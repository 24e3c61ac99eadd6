namespace MyCavoodle.Understanding.Languages;

/// <summary>English and the twelve languages most spoken beside it in Australia; every further one is <see cref="Other"/>.</summary>
public enum Language { English, Mandarin, Cantonese, Arabic, Vietnamese, Punjabi, Greek, Italian, Hindi, Spanish, Nepali, Filipino, Korean, Other }

/// <param name="Confidence">0 … 1. A message without a word is English with no confidence.</param>
/// <param name="Words">The words of that language, or the letters of its script, that say so; none for English.</param>
public sealed record Spoken(Language Language, double Confidence, IReadOnlyList<string> Words);
