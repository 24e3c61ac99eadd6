using System.Collections.Frozen;

namespace MyCavoodle.Understanding.Text;

/// <summary>Accents typed as characters of their own, put onto their letter: the way Apple's keyboards and file names write é.</summary>
static class Accents
{
    // A mark, then pairs: the bare letter and the one that carries it
    static readonly string[] Table =
    [
        "\u0300AÀEÈIÌOÒUÙNǸaàeèiìoòuùnǹÂẦâầÊỀêềÔỒôồĂẰăằƠỜơờƯỪưừYỲyỳWẀwẁ",
        "\u0301AÁEÉIÍOÓUÚYÝCĆNŃSŚZŹLĹRŔaáeéiíoóuúyýcćnńsśzźlĺrŕÂẤâấÊẾêếÔỐôốĂẮăắƠỚơớƯỨưứαάεέηήιίοόυύωώΑΆΕΈΗΉΙΊΟΌΥΎΩΏ",
        "\u0302AÂEÊIÎOÔUÛCĈGĜHĤJĴSŜWŴYŶaâeêiîoôuûcĉgĝhĥjĵsŝwŵyŷẠẬạậẸỆẹệỌỘọộ",
        "\u0303AÃNÑOÕIĨUŨaãnñoõiĩuũÂẪâẫÊỄêễÔỖôỗĂẴăẵƠỠơỡƯỮưữEẼeẽYỸyỹ",
        "\u0304AĀEĒIĪOŌUŪaāeēiīoōuū",
        "\u0306AĂGĞUŬaăgğuŭИЙийУЎуўẠẶạặ",
        "\u0307CĊEĖGĠIİZŻcċeėgġzż",
        "\u0308AÄEËIÏOÖUÜYŸaäeëiïoöuüyÿЕЁеёІЇіїιϊυϋ",
        "\u0309AẢEẺIỈOỎUỦYỶaảeẻiỉoỏuủyỷÂẨâẩÊỂêểÔỔôổĂẲăẳƠỞơởƯỬưử",
        "\u030AAÅUŮaåuů",
        "\u030BOŐUŰoőuű",
        "\u030CCČDĎEĚNŇRŘSŠTŤZŽAǍIǏOǑUǓGǦcčdďeěnňrřsštťzžaǎiǐoǒuǔgǧ",
        "\u031BOƠUƯoơuư",
        "\u0323AẠEẸIỊOỌUỤYỴaạeẹiịoọuụyỵÂẬâậÊỆêệÔỘôộĂẶăặƠỢơợƯỰưự",
        "\u0326SȘTȚsștț",
        "\u0327CÇSŞTŢcçsştţ",
        "\u0328AĄEĘIĮUŲaąeęiįuų",
    ];

    static readonly FrozenDictionary<(char Letter, char Mark), char> Composed = Table
        .SelectMany(row => row[1..].Chunk(2).Select(pair => (Key: (pair[0], row[0]), Value: pair[1]))).ToFrozenDictionary(p => p.Key, p => p.Value);

    static readonly FrozenDictionary<char, char> Bare = Table
        .SelectMany(row => row[1..].Chunk(2)).GroupBy(pair => pair[1]).ToFrozenDictionary(g => g.Key, g => g.First()[0]);

    /// <summary>Whether a letter's alphabet (Latin, Greek, Cyrillic) writes its accents as part of the letter, so that a loose one may go.</summary>
    public static bool Belong(char letter) => letter is < '\u0530' or (>= '\u1E00' and < '\u2000');

    public static char? Compose(char letter, char mark) => Composed.TryGetValue((letter, mark), out var accented) ? accented : null;

    /// <summary>é as e, ậ as a; any other character as it is.</summary>
    public static char Strip(char letter)
    {
        while (letter > '\u007F' && Bare.TryGetValue(letter, out var bare)) letter = bare;
        return letter;
    }
}
