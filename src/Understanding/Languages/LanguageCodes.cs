namespace MyCavoodle.Understanding.Languages;

/// <summary>Languages as BCP 47 names them (RFC 5646); Chinese by the way it is written.</summary>
public static class LanguageCodes
{
    /// <summary>Another language than these, not told which.</summary>
    public const string Unknown = "und";

    public static string Code(this Language language) => language switch
    {
        Language.English => "en",
        Language.Mandarin => "zh-Hans",
        Language.Cantonese => "zh-Hant",
        Language.Arabic => "ar",
        Language.Vietnamese => "vi",
        Language.Punjabi => "pa",
        Language.Greek => "el",
        Language.Italian => "it",
        Language.Hindi => "hi",
        Language.Spanish => "es",
        Language.Nepali => "ne",
        Language.Filipino => "fil",
        Language.Korean => "ko",
        _ => Unknown,
    };
}
