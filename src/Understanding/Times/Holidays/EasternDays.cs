using static MyCavoodle.Understanding.Times.Holidays.IndianCalendar;
using static MyCavoodle.Understanding.Times.Holidays.IndianCalendar.Month;
using static MyCavoodle.Understanding.Times.Holidays.OtherCalendars;

namespace MyCavoodle.Understanding.Times.Holidays;

/// <summary>Holidays of Judaism, Islam, India and China, by their own calendars.</summary>
static class EasternDays
{
    public static void Fill(HolidayBook book)
    {
        Judaism(book);
        Islam(book);
        Lunar(book);
        India(book);
        Sikh(book);
    }

    static void Judaism(HolidayBook book)
    {
        void Day(string names, int month, int day) => book.Foreign(names, y => Jewish(y, month, day));
        book.Foreign("Rosh Hashanah|rosh hashana|rosh ha - shanah|yom teruah|jewish new year|rosh hashanna", y => Jewish(y, 1, 1), 3);
        Day("Yom Kippur|day of atonement|yom kipur|yom ha kippurim", 1, 10);
        book.Foreign("Sukkot|feast of (the/) tabernacles|feast of (the/) booths|feast of (the/) ingathering|succot|sukkos|feast of ingathering", y => Jewish(y, 1, 15), 8);
        Day("Hoshana Rabbah|hoshanah rabbah", 1, 21);
        Day("Shemini Atzeret|shmini atzeret|shemini atseret", 1, 22);
        Day("Simchat Torah|simhat torah|simchas torah", 1, 23);
        book.Foreign("Hanukkah|chanukah|hannukah|hanukah|chanukkah|festival of lights|feast of dedication|chanuka", y => Jewish(y, 3, 25), 9);
        Day("Tu BiShvat|tu b ' shevat|tu bishvat|new year for trees|jewish arbor day|rosh hashanah la ilanot|tu b shvat", 5, 15);
        Day("Purim", 6, 14);
        Day("Shushan Purim|susa purim", 6, 15);
        book.Foreign("Passover|pesach|pesah|peisach|feast of unleavened bread", y => Jewish(y, 7, 15), 9);
        book.Foreign("Yom HaShoah|holocaust day|holocaust remembrance day|holocaust memorial day|yom ha shoah", Shoah);
        book.Foreign("Yom Hazikaron|israeli memorial day|israel memorial day|yom ha zikaron", y => Independence(y).Select(d => d.AddDays(-1)));
        book.Foreign("Yom Ha'atzmaut|israeli independence day|israel independence day|yom haatzmaut|yom ha ' atzmaut", Independence);
        Day("Lag BaOmer|lag b ' omer|lag b omer|lag la ' omer|lag b(a/e)omer|lag la omer", 8, 18);
        book.Foreign("Shavuot|feast of weeks|shavuos|shavu ' ot", y => Jewish(y, 9, 6), 3);
        book.Foreign("Tisha B'Av|tisha bav|ninth of av|9th of av|tish b ' av|tisha b av|tisha b ' ab", y => Jewish(y, 11, 9).Select(d => d.AddDays(1).DayOfWeek == DayOfWeek.Saturday ? d.AddDays(1) : d));
        Day("Tu B'Av|tu bav", 11, 15);
        Day("Yom Yerushalayim|jerusalem day", 8, 28);
    }

    /// <summary>The 27th of Nisan, kept away from the sabbath.</summary>
    static IEnumerable<DateTime> Shoah(int year) => Jewish(year, 7, 27).Select(eve => eve.AddDays(1).DayOfWeek switch
    {
        DayOfWeek.Friday => eve.AddDays(-1), DayOfWeek.Sunday => eve.AddDays(1), _ => eve,
    });

    /// <summary>The 5th of Iyar, kept away from the sabbath.</summary>
    static IEnumerable<DateTime> Independence(int year) => Jewish(year, 8, 5).Select(eve => eve.AddDays(1).DayOfWeek switch
    {
        DayOfWeek.Friday => eve.AddDays(-1), DayOfWeek.Saturday => eve.AddDays(-2), DayOfWeek.Monday => eve.AddDays(1), _ => eve,
    });

    static void Islam(HolidayBook book)
    {
        void Day(string names, int month, int day) => book.Foreign(names, y => Islamic(y, month, day));
        Day("Eid al-Fitr|(eid/id/eed) (al/ul/el) (- /)fitr|lesser eid|ramzan (eid/id)|ramadan eid|hari raya puasa|hari raya aidilfitri|eid|hari raya|sugar feast|(eid/id) (ul - /ul /al /al - )fitar", 10, 1);
        Day("Eid al-Adha|(eid/id/eed) (al/ul/el) (- /)adha|greater eid|(bakr/bakra/bakri) (- /)(eid/id)|feast of (the/) sacrifice|hari raya haji|kurban bayrami|(eid/id) (ul - /ul /al /al - )(zuha/azha)|bakrid|sacrifice feast|festival of (the/) sacrifice", 12, 10);
        Day("Islamic New Year|arabic new year|hijri new year|muslim new year|amun jadid|muharram|1st of muharram|first of muharram", 1, 1);
        Day("Ashura|day of ashura|yom ashura|ashoora|10th of muharram", 1, 10);
        Day("Mawlid|mawlid al (- /)nabi|mawlid an nabi|milad un nabi|eid milad un nabi|prophets birthday|eid e milad|id e milad|barah wafat|milad|milad - un - nabi|maulid", 3, 12);
        Day("Isra and Mi'raj|isra and miraj|isra ' and mi ' raj|isra miraj|shab e meraj|laylat al miraj|lailat al miraj|the prophets ascension|ascension to heaven|the night journey|night journey", 7, 27);
        Day("Laylat al-Qadr|(laylat/lailat/laylatul/lailatul/laylat al/lailat al/laylat ul/lailat ul) (- /)(qadr/kadr)|night of power|night of measures|night of (the/) destiny|night of value|night of decree|(shab/shabe/shab e) qadr|night of precedence", 9, 27);
        Day("Laylat al-Bara'at|shab e barat|mid sha ' ban|bara ' a night|laylat al baraat|night of forgiveness", 8, 15);
        book.Foreign("Ramadan|ramzan|ramadhan|ramazan|ramadan month|month of ramadan|holy month of ramadan", y => Islamic(y, 9, 1), 30);
        book.Foreign("Jumu'atul-Wida|jumu ' atul - wida|jumatul (- /)(wida/vida)|jamat (ul/al) (- /)(wida/vida)|jumat (ul/al) (- /)(wida/vida)|jummah (al/ul) wida|farewell friday|last friday of ramadan", LastRamadanFriday);
        Day("Arafah|day of arafah|arafat day|arafah day", 12, 9);
    }

    static void Lunar(HolidayBook book)
    {
        book.Foreign("Chinese New Year|chinese lunar new years day|chinese new years day|lunar new year|lunar new years day|chinese lunar new year|chinese new year day|spring festival|tet|korean new year|cny", y => [ChineseNewYear(y)]);
        book.Day("Lantern Festival", y => ChineseNewYear(y).AddDays(14));
        book.Day("Dragon Boat Festival|double fifth festival|dragon boat day", y => Moons(y, 4).AddDays(4));
        book.Day("Mid-Autumn Festival|mid autumn festival|moon festival|mooncake festival", y => Moons(y, 7).AddDays(14));
        book.Foreign("Vesak|vaisakha|buddha purnima|buddhas birthday|buddha day|buddha jayanti|vesak day|wesak|vaisakh purnima|buddhas birth day", y => Midnight(y, Vaishakha, 15));
    }

    /// <summary>The beginning of a Chinese month so many new moons after the year's, leap months counted.</summary>
    static DateTime Moons(int year, int count)
    {
        // The month of the sun's entry at 60 degrees (Dragon Boat) or 180 (Mid-Autumn).
        var solar = Sky.SunAt(count == 4 ? 90 : 180, new DateTime(year, count == 4 ? 6 : 9, 21)).AddHours(8).Date;
        var newMoon = Sky.PhaseAt(0, solar.AddDays(-14)).AddHours(8).Date;
        return newMoon > solar ? Sky.PhaseAt(0, newMoon.AddDays(-29.5)).AddHours(8).Date : Sky.PhaseAt(0, newMoon.AddDays(29.5)).AddHours(8).Date is var next && next <= solar ? next : newMoon;
    }

    static void India(HolidayBook book)
    {
        book.Foreign("Diwali|deepavali|divali|dipavali|diwali day|lakshmi (puja/pooja)|laxmi (puja/pooja)|diwali festival", y => Evening(y, Ashvin, 30));
        book.Foreign("Dhanteras|dhanatrayodashi|dhan teras|dhanvantari trayodashi|dhantrayodashi", y => Evening(y, Ashvin, 28));
        book.Foreign("Naraka Chaturdashi|narak chaturdashi|choti (diwali/divali/deepavali)|chhoti (diwali/divali/deepavali)|kali chaudas|roop chaudas|naraka chaudas|narak chaudas|naraka nivaran chaturdashi|bhoot chaturdashi", y => Evening(y, Ashvin, 30)?.AddDays(-1));
        book.Foreign("Govardhan Puja|govardhan pooja|annakut|bali pratipada|padwa|gowardhan puja", y => Evening(y, Ashvin, 30)?.AddDays(1));
        book.Foreign("Bhai Dooj|bhai duj|bhau beej|bhai tika|bhai phonta|bhaiya dooj|bhathru dwithiya|yama dwitiya", y => Evening(y, Ashvin, 30)?.AddDays(2));
        book.Foreign("Chhath|chhath (puja/pooja)|chath|chath puja|surya shashthi|dala chhath|dala puja|chatt puja|chhath parva", y => Evening(y, Ashvin, 30)?.AddDays(6));
        book.Foreign("Vijayadashami|vijaya dashami|dussehra|dasara|dasera|dashain|dussera|dashahara|dusshera|dashera|dassehra", y => Evening(y, Ashvin, 10));
        book.Foreign("Navaratri|navratri|navarathri|durga puja|durga pooja|durgotsava|sharad navratri|durga puja festival", y => Sunrise(y, Ashvin, 1) is { } d ? [d] : [], 10);
        book.Foreign("Mahalaya|mahalaya amavasya|pitru paksha amavasya", y => Sunrise(y, Bhadrapada, 30));
        book.Foreign("Maha Saptami|mahasaptami|durga saptami", y => Sunrise(y, Ashvin, 7));
        book.Foreign("Maha Ashtami|mahashtami|durga ashtami|durgashtami", y => Sunrise(y, Ashvin, 8));
        book.Foreign("Maha Navami|mahanavami|durga navami", y => Sunrise(y, Ashvin, 9));
        book.Foreign("Karva Chauth|karwa chauth|karaka chaturthi|karva choth|karwa choth", y => Evening(y, Ashvin, 19));
        book.Foreign("Raksha Bandhan|rakhi|rakhi purnima|rakshabandhan|saluno|silono|rakri|raksha day", y => Sunrise(y, Shravana, 15));
        book.Foreign("Krishna Janmashtami|janmashtami|gokulashtami|krishna jayanti|sri krishna jayanti|krishnashtami|gokul ashtami|srikrishna jayanti|krishnas birthday", y => Midnight(y, Shravana, 23));
        book.Foreign("Ganesh Chaturthi|vinayaka chaturthi|vinayaka chavithi|ganesha chaturthi|ganesh chauth|vinayagar chaturthi|ganesh puja", y => Noon(y, Bhadrapada, 4));
        book.Foreign("Thiru Onam|onam|thiruvonam|tiruonam|thiru onam day|onam festival", y => Mansion(y, 4, 21));
        book.Foreign("Ugadi|yugadi|samvatsaradi|chaitra suk(h/)ladi|chaitra shuk(h/)ladi|chaitra suklapaksha|gudi padwa|gudhi padwa|telugu new year|ugadhi|yugadhi", y => Sunrise(y, Chaitra, 1));
        book.Foreign("Rama Navami|ram navami|sri rama navami|ramnavami|ramas birthday", y => Noon(y, Chaitra, 9));
        book.Foreign("Mahavir Jayanti|mahavir janma kalyanak|mahaveer jayanthi|mahavira jayanti|mahavir jayanthi", y => Sunrise(y, Chaitra, 13));
        book.Foreign("Hanuman Jayanti|hanuman jayanthi|hanumath jayanti", y => Sunrise(y, Chaitra, 15));
        book.Foreign("Akshaya Tritiya|akha teej|akshay tritiya", y => Noon(y, Vaishakha, 3));
        book.Foreign("Guru Purnima|vyasa purnima|guru poornima", y => Sunrise(y, Ashadha, 15));
        book.Foreign("Rath Yatra|ratha yatra|ratha jatra|chariot festival|rathayatra|car festival|ratha yathra", y => Sunrise(y, Ashadha, 2));
        book.Foreign("Vasant Panchami|basant panchami|saraswati (puja/pooja)|shree panchami|sri panchami|vasantha panchami", y => Noon(y, Magha, 5));
        book.Foreign("Maha Shivaratri|mahashivratri|shivaratri|maha shivratri|shivratri|maha sivaratri", y => Midnight(y, Magha, 29));
        book.Foreign("Holika Dahan|holika|kama(na/) dahanam|chhoti holi|choti holi|kamudu pyre|holika deepak", y => Evening(y, Phalguna, 15));
        book.Foreign("Holi|dhulandi|dhulendi|dhulivandan|phagwah|dhuleti|rangwali holi|dhulheti|phagwa|dhulandi holi|festival of colou(r/)rs|festival of colors|dol jatra", y => Evening(y, Phalguna, 15)?.AddDays(1));
        book.Foreign("Dayananda Saraswati Jayanti|maharishi dayanand(a/) (saraswati/) jayanti|dayanand(a/) jayanti|saraswati jayanti|swami dayanand(a/) (saraswati/) jayanti", y => Sunrise(y, Magha, 25));
        book.Foreign("Thai Pongal|pongal|makar(a/) sankranti|makara sankranthi|maghi|sankranti|sankranthi|pongal festival|surya pongal|uttarayan", y => Sankranti(y, 9));
        book.Foreign("Boghi|bhogi|bogi|bhogi pandigai|boghi pongal|bhogi pongal", y => Sankranti(y, 9).AddDays(-1));
        book.Foreign("Mattu Pongal|maattu pongal|cow pongal", y => Sankranti(y, 9).AddDays(1));
        book.Foreign("Kaanum Pongal|kanum pongal|kannum pongal|kanu pongal", y => Sankranti(y, 9).AddDays(2));
        book.Foreign("Vaisakhi|vaisakhadi|vasakhi|baisakhi|vaishakhi|vaisaki|baisaki|visakhi|mesadi|tamil new year|puthandu|vishu|bohag bihu|bengali new year|pohela boishakh|baisakhi day", y => Sankranti(y, 0));
        book.Foreign("Rabindra Jayanti|rabindranath jayanti|rabindranath tagores birthday|rabindra jayanthi|tagore jayanti|poncheeshe boishakh", y => new DateTime(y, 5, DateTime.IsLeapYear(y) ? 8 : 9));
        book.Foreign("Parsi New Year|jamshedi navroz|parsi navroz|shahenshahi navroz|parsi nowruz", y => new DateTime(y, 8, 17).AddDays(-(int)Math.Floor((y - 2016) / 4d)));
        book.Day("Nowruz|navroz|persian new year|iranian new year|norooz|nowrooz", y => Sky.SunAt(0, new DateTime(y, 3, 20)).AddHours(3.5).Date);
        book.Fixed("Lohri|lohadi|lal loi", 1, 13);
        book.Foreign("Ambedkar Jayanti|bhim jayanti", y => new DateTime(y, 4, 14));
    }

    static void Sikh(HolidayBook book)
    {
        book.Foreign("Guru Nanak Jayanti|guru nanak|guru nanak (gurpurab/birthday/dev jayanti)|guru nanaks (birthday/prakash utsav)|gurpurab|prakash utsav", y => Sunrise(y, Kartik, 15));
        book.Foreign("Guru Gobind Singh Jayanti|guru gobind singh (birthday/gurpurab)|guru govind singh (jayanti/birthday)|guru gobind singhs birthday|guru gobind sing jayanti|guru govind sing (jayanti/birthday)", y => Previous(y, Pausha, 7));
        book.Foreign("Guru Ravidass Jayanti|guru ravidas (jayanti/birthday)|ravidas jayanti|ravidass jayanti|guru ravidass (birthday/jayanti)", y => Sunrise(y, Magha, 15));
        book.Foreign("Pargat Diwas|valmiki jayanti|maharishi valmiki jayanti|balmiki jayanti|pragat diwas", y => Sunrise(y, Ashvin, 15));
    }

    /// <summary>A day of midwinter, which falls into December or January.</summary>
    static IEnumerable<DateTime> Previous(int year, Month month, int tithi)
    {
        for (var of = year - 1; of <= year + 1; of++)
            if (Sunrise(of, month, tithi) is { } day && day.Year == year) yield return day;
    }
}
