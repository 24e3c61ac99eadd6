using System.Collections.Frozen;

namespace MyCavoodle.Understanding.Injection;

/// <summary>What a word is about when somebody speaks to a machine; pairs of these in order are the grammar of a command.</summary>
enum Notion : byte { None, Drop, Off, Before, Rules, Prompt, System, Show, Your, Mine, Model, Role, Now, Beyond, Mode, May, Refuse, Secret, Verbatim, Code, Only, Harm, Shop, Else, Maker, Not }

/// <summary>Words by notion; an asterisk stands for any ending.</summary>
static class Notions
{
    static readonly (Notion Notion, string Words)[] Lexicon =
    [
        (Notion.Drop, "ignor* ingor* disregard* forget forgets forgetting overrid* bypass* circumvent* disobey* discard* abandon* neglect* overwrit* supersed* erase violat* ignoriere* vergiss ignora olvida oublie* dimentica esqueca negeer vergeet zignoruj abaikan"),
        (Notion.Off, "disable* deactivat* unlock* remov* suspend* revok* lift lifted off without unbound freed liberat* releas* eras* reset void"),
        (Notion.Before, "previous* prior above earlier preceding initial* original* beginning start begin before former existing past"),
        (Notion.Rules, "instruct* rule rules guideline* directiv* policy policies restrict* limit* filter* constrain* safeguard* guardrail* ethic* moral* law laws legal* programming training command* directions boundar* norms censor* moderat* anweisung* instruccion* instruction* istruzion* instruco* regeln regles reglas regole regras polecen*"),
        (Notion.Prompt, "prompt* config* context pre-prompt systemprompt sysprompt"),
        (Notion.System, "system sys"),
        (Notion.Show, "show shows print* reveal* repeat* output* display* tell share leak* dump* expos* disclos* copy paste list recit* echo spell translat* summari* quot* reproduc* write say read"),
        (Notion.Your, "you your ur u yourself you're youre you've you'll yours"),
        (Notion.Mine, "my our mine i me we us i'm i'd i've"),
        (Notion.Model, "ai assistant bot chatbot* chatgpt* gpt* llm llms claude gemini bard bing openai anthropic robot machine language model models agent agents"),
        (Notion.Role, "act acts acting pretend* roleplay* role rp persona* character* simulat* imagin* imitat* impersonat* become play playing behave* embody personality hypothetical* fiction* fictional"),
        (Notion.Now, "now henceforth onward onwards forward hereby"),
        (Notion.Beyond, "unrestrict* uncensor* unfilter* unlimit* amoral immoral* unethical* evil jailbreak* jailbroken dan illegal* harmful nsfw explicit* unaligned unbiased dangerous offensive inappropriate unhinged limitless rogue"),
        (Notion.Mode, "mode debug* developer dev admin* root sudo god maintenance diagnostic* console terminal enabled activat* enable"),
        (Notion.May, "authori* allowed permitted permission* grant* approv* must shall obey* comply* complies compl* have"),
        (Notion.Refuse, "refus* declin* cannot can't cant never warn* disclaim* apolog* unable"),
        (Notion.Secret, "secret* hidden confidential internal private password* api key keys credential*"),
        (Notion.Verbatim, "verbatim exactly word words letter entire full whole everything all text every"),
        (Notion.Code, "decod* encod* base64 rot13 rot# base# hex* cipher* morse binary ascii decrypt* encrypt* reverse* backwards string"),
        (Notion.Only, "only just nothing exactly instead respond* reply answer* begin"),
        (Notion.Harm, "bomb* weapon* explosiv* malware virus hack* kill* murder* drug* meth poison* steal* terror* racist sex* porn* violen* suicid* launder* phish* exploit* fuck* shit*"),
        (Notion.Shop, "order orders parcel* deliver* refund* return* exchange shampoo conditioner brush* bottle* shipping item items product* card payment account address invoice email dog dogs puppy"),
        (Notion.Else, "customer customers user users everyone anybody anyone others database"),
        (Notion.Maker, "creator* owner* engineer* programmer* founder makers maker ceo tester administrator"),
        (Notion.Not, "not don't dont no none nor neither doesn't"),
    ];

    const int ShortestStem = 3;

    static readonly FrozenDictionary<string, Notion> Whole = Entries(stem: false);
    static readonly FrozenDictionary<string, Notion> Stems = Entries(stem: true);
    static readonly FrozenDictionary<string, Notion>.AlternateLookup<ReadOnlySpan<char>> BySpan = Stems.GetAlternateLookup<ReadOnlySpan<char>>();
    static readonly int LongestStem = Stems.Keys.Max(s => s.Length);

    static FrozenDictionary<string, Notion> Entries(bool stem) => Lexicon
        .SelectMany(l => l.Words.Split(' ').Where(w => w.EndsWith('*') == stem).Select(w => (Word: w.TrimEnd('*'), l.Notion)))
        .DistinctBy(e => e.Word).ToFrozenDictionary(e => e.Word, e => e.Notion, StringComparer.Ordinal);

    public static Notion Of(string form)
    {
        if (Whole.TryGetValue(form, out var notion)) return notion;
        for (var length = Math.Min(form.Length, LongestStem); length >= ShortestStem; length--)
            if (BySpan.TryGetValue(form.AsSpan(0, length), out notion)) return notion;
        return Notion.None;
    }
}
