using static MyCavoodle.Understanding.Times.Holidays.OtherCalendars;

namespace MyCavoodle.Understanding.Times.Holidays;

/// <summary>Christmas, Easter and the days counted from it, in the west and the east.</summary>
static class ChristianDays
{
    public static void Fill(HolidayBook book)
    {
        book.Fixed("Christmas|christmas day|x - mas|x mas|xmas day|noel|crimbo", 12, 25);
        book.Fixed("Christmas Eve|xmas eve|christmas evening|the eve of christmas", 12, 24);
        book.Fixed("Epiphany|three kings day|twelfth day|epiphany day|theophany", 1, 6);
        book.Fixed("Candlemas|candlemas day|presentation of jesus", 2, 2);
        book.Fixed("Annunciation|annunciation day|lady day|feast of the annunciation", 3, 25);
        book.Fixed("Assumption Day|assumption of mary|the assumption|assumption|feast of the assumption", 8, 15);
        book.Fixed("All Saints' Day|all saints|all hallows|all hallows day|hallowmas|feast of all saints", 11, 1);
        book.Fixed("All Souls' Day|all souls|commemoration of all souls", 11, 2);
        book.Fixed("Immaculate Conception|feast of the immaculate conception|immaculate conception day", 12, 8);
        book.Fixed("St Stephen's Day|saint stephens day|feast of st stephen|feast of saint stephen", 12, 26);
        book.Fixed("Reformation Day|reformation", 10, 31);
        book.Fixed("St Nicholas Day|st nicholas day|saint nicholas day|feast of st nicholas|saint nicks day", 12, 6);
        book.Fixed("St Lucia's Day|saint lucys day|saint lucia day|st lucy day", 12, 13);
        book.Fixed("Orthodox Christmas|orthodox christmas day|russian christmas", 1, 7);
        Around(book, Easter, "");
        Around(book, OrthodoxEaster, "orthodox ");
        book.Day("Trinity Sunday|trinity", y => Easter(y).AddDays(56));
        book.Day("Corpus Christi|the feast of corpus christi|corpus christi day|feast of corpus christi", y => Easter(y).AddDays(60));
        book.Day("Sacred Heart|feast of the sacred heart", y => Easter(y).AddDays(68));
        book.Day("Clean Monday|orthodox clean monday|orthodox shrove monday|ash monday|green monday|pure monday|monday of lent", y => OrthodoxEaster(y).AddDays(-48));
        book.Day("Lazarus Saturday|orthodox lazarus saturday|st lazarus saturday", y => OrthodoxEaster(y).AddDays(-8));
        book.Day("Advent Sunday|first advent|first sunday of advent|advent", y => new DateTime(y, 12, 24) is var eve ? eve.AddDays(-(int)eve.DayOfWeek - 21) : null);
        book.Add("Lent", y => [Easter(y).AddDays(-46)], 46);
        book.Add("Holy Week|easter week", y => [Easter(y).AddDays(-6)], 6);
        book.Add("Easter weekend|easter long weekend|easter week - end", y => [Easter(y).AddDays(-2)], 4);
        book.Add("Great Lent|orthodox lent|great fast", y => [OrthodoxEaster(y).AddDays(-48)], 41);
    }

    static void Around(HolidayBook book, Func<int, DateTime> easter, string which)
    {
        void Day(string names, int after) => book.Day(string.Join('|', names.Split('|').Select(n => which + n)), y => easter(y).AddDays(after));
        Day("Shrove Monday|rose monday|collop monday", -48);
        Day("Shrove Tuesday|pancake day|pancake tuesday|mardi gras|fat tuesday|shrovetide", -47);
        Day("Ash Wednesday|carnival wednesday", -46);
        Day("Mothering Sunday|laetare sunday", -21);
        Day("Palm Sunday|branch sunday|passion sunday", -7);
        Day("Holy Monday|great monday", -6);
        Day("Holy Tuesday|great tuesday", -5);
        Day("Holy Wednesday|spy wednesday|great wednesday", -4);
        foreach (var thursday in new[] { "thursday", "thu" })
            Day($"Maundy {thursday}|holy {thursday}|covenant {thursday}|sheer {thursday}|great {thursday}|green {thursday}|great and holy {thursday}|{thursday} of mysteries", -3);
        Day("Good Friday|holy friday|great friday|black easter friday|easter friday|great and holy friday", -2);
        Day("Holy Saturday|black saturday|easter eve|great saturday|easter saturday|great and holy saturday|great sabbath|joyous saturday|easter vigil", -1);
        Day("Easter Sunday|easter|easter day|pascha|resurrection sunday", 0);
        Day("Easter Monday|bright monday|wet monday|dyngus day|renewal monday|monday of easter", 1);
        Day("Low Sunday|divine mercy sunday|thomas sunday|quasimodo sunday", 7);
        Day("Ascension Day|ascension|ascension thursday|feast of the ascension|holy ascension", 39);
        Day("Pentecost|whit sunday|whitsunday|whitsun|white sunday|pentecost sunday|trinity pentecost", 49);
        Day("Whit Monday|pentecost monday|monday of the holy spirit|monday of the trinity", 50);
    }
}
