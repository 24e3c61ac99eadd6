namespace MyCavoodle.Understanding.Times.Holidays;

/// <summary>Days of shops, states and the world: fixed dates and nth weekdays.</summary>
static class CivilDays
{
    public static void Fill(HolidayBook book, bool american)
    {
        Everywhere(book);
        America(book);
        Europe(book);
        Australia(book);
        // What both have, on different days.
        if (american)
        {
            book.Nth("Father's Day|father day", 3, DayOfWeek.Sunday, 6);
            book.Nth("Labour Day", 1, DayOfWeek.Monday, 9);
            book.Day("King's Day|koningsdag|kingsday|dutch kings day", DutchKing);
        }
        else
        {
            book.Nth("Father's Day|father day", 1, DayOfWeek.Sunday, 9);
            book.Nth("Labour Day", 1, DayOfWeek.Monday, 10);
            book.Day("Dutch King's Day|koningsdag", DutchKing);
            book.Nth("King's Birthday|queens birthday|kings bday", 2, DayOfWeek.Monday, 6);
        }
    }

    static DateTime? DutchKing(int year) => new DateTime(year, 4, 27) is { DayOfWeek: DayOfWeek.Sunday } sunday ? sunday.AddDays(-1) : new DateTime(year, 4, 27);

    static void Everywhere(HolidayBook book)
    {
        book.Fixed("New Year's Day|new years|new year day|new year|newyears day|nyd", 1, 1);
        book.Fixed("New Year's Eve|new year eve|nye|new years evening|silvester|hogmanay", 12, 31);
        book.Fixed("Valentine's Day|valentines|valentine day|saint valentines day|st valentines day|saint valentine|st valentine|v day", 2, 14);
        book.Fixed("St Patrick's Day|saint patricks day|(st/saint) paddys day|(st/saint) pattys day|paddys day|patricks day|st . patricks day|saint pats day|st pats day", 3, 17);
        book.Fixed("St George's Day|saint georges day|feast of saint george", 4, 23);
        book.Fixed("St Andrew's Day|saint andrews day|feast of saint andrew", 11, 30);
        book.Fixed("St David's Day|saint davids day|feast of saint david", 3, 1);
        book.Fixed("April Fools|april fools day|all fools day|april fool day|april fools", 4, 1);
        book.Fixed("Halloween|hallowe ' en|all hallows eve|halloween day|halloween night|haloween|holloween|hallows eve", 10, 31);
        book.Fixed("Boxing Day", 12, 26);
        book.Fixed("International Women's Day|womens day|international women day|iwd|world womens day", 3, 8);
        book.Fixed("International Men's Day|mens day|world mens day", 11, 19);
        book.Fixed("Earth Day|international mother earth day", 4, 22);
        book.Day("Earth Hour", y => HolidayBook.Nth(y, -1, DayOfWeek.Saturday, 3) is var last && last == OtherCalendars.Easter(y).AddDays(-1) ? last.AddDays(-7) : last);
        book.Fixed("May Day|international workers day|workers day|international labour day", 5, 1);
        book.Fixed("Pi Day", 3, 14);
        book.Fixed("Star Wars Day|may the fourth be with you", 5, 4);
        book.Fixed("World Vegan Day|international vegan day", 11, 1);
        book.Fixed("World Vegetarian Day", 10, 1);
        book.Fixed("World AIDS Day|aids day", 12, 1);
        book.Fixed("World Environment Day|environment day", 6, 5);
        book.Fixed("World Health Day", 4, 7);
        book.Fixed("World Water Day", 3, 22);
        book.Fixed("World Book Day|world book and copyright day", 4, 23);
        book.Fixed("World Food Day", 10, 16);
        book.Fixed("World Animal Day", 10, 4);
        book.Fixed("World Teachers' Day|teachers day", 10, 5);
        book.Fixed("World Mental Health Day", 10, 10);
        book.Fixed("World Cancer Day", 2, 4);
        book.Fixed("World Refugee Day", 6, 20);
        book.Fixed("World Oceans Day|oceans day", 6, 8);
        book.Fixed("World Population Day", 7, 11);
        book.Fixed("World Humanitarian Day", 8, 19);
        book.Fixed("International Day of Peace|peace day|world peace day", 9, 21);
        book.Fixed("Human Rights Day|international human rights day", 12, 10);
        book.Fixed("Universal Children's Day|world childrens day|childrens day|international childrens day", 11, 20);
        book.Fixed("International Friendship Day|international day of friendship", 7, 30);
        book.Fixed("International Day of Yoga|international yoga day|yoga day", 6, 21);
        book.Fixed("International Dog Day|national dog day|dog day", 8, 26);
        book.Fixed("International Cat Day|cat day", 8, 8);
        book.Fixed("National Pet Day|pet day", 4, 11);
        book.Fixed("United Nations Day|un day", 10, 24);
        book.Fixed("Singles' Day|singles day|double 11|double eleven", 11, 11);
        book.Fixed("Guy Fawkes Night|guy fawkes day|bonfire night|guy fawkes", 11, 5);
        book.Fixed("Winter solstice", 12, 21);
        book.Nth("Global Running Day|running day", 1, DayOfWeek.Wednesday, 6);
        book.Nth("Mother's Day|mother day|mums day|moms day", 2, DayOfWeek.Sunday, 5);
        book.Nth("Friendship Day", 1, DayOfWeek.Sunday, 8);
        book.Day("Black Friday", y => HolidayBook.Nth(y, 4, DayOfWeek.Thursday, 11).AddDays(1));
        book.Day("Cyber Monday", y => HolidayBook.Nth(y, 4, DayOfWeek.Thursday, 11).AddDays(4));
        book.Day("Giving Tuesday", y => HolidayBook.Nth(y, 4, DayOfWeek.Thursday, 11).AddDays(5));
        book.Day("Small Business Saturday", y => HolidayBook.Nth(y, 4, DayOfWeek.Thursday, 11).AddDays(2));
        book.Day("System Administrator Appreciation Day|sysadmin day|system admin day", y => HolidayBook.Nth(y, -1, DayOfWeek.Friday, 7));
        book.Day("Programmers' Day|day of the programmer", y => new DateTime(y, 1, 1).AddDays(255));
    }

    static void America(HolidayBook book)
    {
        book.Nth("Thanksgiving Day|thanksgiving|thanks giving|turkey day|us thanksgiving", 4, DayOfWeek.Thursday, 11);
        book.Nth("Canadian Thanksgiving", 2, DayOfWeek.Monday, 10);
        book.Nth("Martin Luther King's Day|martin luther king day|martin luther king jr day|martin luther king jr . day|mlk day|mlk|mlk jr day|mlk jr . day|mlk jr|civil rights day|martin luther king junior day|king jr day", 3, DayOfWeek.Monday, 1);
        book.Nth("Presidents' Day|presidents day|president day|washingtons birthday|washington day|george washington day|day of washington", 3, DayOfWeek.Monday, 2);
        book.Nth("Memorial Day|decoration day", -1, DayOfWeek.Monday, 5);
        book.Add("Memorial Day weekend|memorial day week - end", y => [HolidayBook.Nth(y, -1, DayOfWeek.Monday, 5).AddDays(-3)], 4);
        book.Nth("Labor Day", 1, DayOfWeek.Monday, 9);
        book.Add("Labor Day weekend|labor day week - end", y => [HolidayBook.Nth(y, 1, DayOfWeek.Monday, 9).AddDays(-3)], 4);
        book.Nth("Columbus Day|indigenous peoples day|native americans day", 2, DayOfWeek.Monday, 10);
        book.Fixed("Independence Day|fourth of july|4th of july|july 4th|july fourth|july 4|4 of july", 7, 4);
        book.Fixed("Veterans Day|veteran day|armistice day", 11, 11);
        book.Fixed("Flag Day", 6, 14);
        book.Fixed("Groundhog Day|ground hog day|groundhogs day", 2, 2);
        book.Fixed("Juneteenth", 6, 19);
        book.Fixed("Patriot Day|9 / 11", 9, 11);
        book.Nth("Patriots' Day", 3, DayOfWeek.Monday, 4);
        book.Nth("Arbor Day|arbour day", -1, DayOfWeek.Friday, 4);
        book.Fixed("Cinco de Mayo|5 de mayo", 5, 5);
        book.Fixed("Emancipation Day", 4, 16);
        book.Fixed("Siblings Day|national siblings day|national sibling day|sibling day", 4, 10);
        book.Day("Boss's Day|bosses day|boss day|national bosses day|national boss day", y => Weekday(new(y, 10, 16)));
        book.Day("Tax Day|us tax day", y => Weekday(new(y, 4, 15), after: true));
        book.Day("Administrative Professionals' Day|administrative professional day|secretaries day|secretary day|secretarys day|admins day|admin day|admin professionals day|administrative professionals day", y => HolidayBook.Nth(y, -1, DayOfWeek.Saturday, 4).AddDays(-3));
        book.Nth("Military Spouse Day|military spouse appreciation day", 2, DayOfWeek.Friday, 5);
        book.Nth("Parents' Day|parent day|national parents day", 4, DayOfWeek.Sunday, 7);
        book.Nth("Grandparents' Day|national grandparents day|grandparent day", 1, DayOfWeek.Monday, 9);
        book.Nth("Armed Forces Day", 3, DayOfWeek.Saturday, 5);
        book.Day("Election Day", y => HolidayBook.Nth(y, 1, DayOfWeek.Monday, 11).AddDays(1));
        book.Day("Super Bowl Sunday", y => y >= 2022 ? HolidayBook.Nth(y, 2, DayOfWeek.Sunday, 2) : HolidayBook.Nth(y, 1, DayOfWeek.Sunday, 2));
        book.Fixed("Canada Day", 7, 1);
        book.Day("Victoria Day", y => new DateTime(y, 5, 24) is var d ? d.AddDays(-(((int)d.DayOfWeek + 6) % 7)) : null);
        book.Fixed("Day of the Dead|dia de los muertos|dia de muertos", 11, 2);
        book.Fixed("Pearl Harbor Day|pearl harbour day|national pearl harbor remembrance day|pearl harbor remembrance day", 12, 7);
        book.Fixed("Loyalty Day", 5, 1);
        book.Fixed("Constitution Day|citizenship day", 9, 17);
        book.Fixed("Rosa Parks Day", 12, 1);
        book.Fixed("Cesar Chavez Day|day of cesar chavez", 3, 31);
        book.Fixed("Lincoln's Birthday|lincolns birthday|abraham lincolns birthday", 2, 12);
        book.Fixed("Susan B. Anthony Day|susan b anthony day", 2, 15);
        book.Fixed("Inauguration Day", 1, 20);
        book.Add("Kwanzaa", y => [new(y, 12, 26)], 7);
    }

    static void Europe(HolidayBook book)
    {
        book.Fixed("Bastille Day|french national day|14th of july", 7, 14);
        book.Fixed("Europe Day|victory day", 5, 9);
        book.Fixed("VE Day|v e day", 5, 8);
        book.Fixed("German Unity Day|day of german unity", 10, 3);
        book.Fixed("Sinterklaas|sinterklaas eve|pakjesavond", 12, 5);
        book.Fixed("Liberation Day", 5, 5);
        book.Fixed("Swiss National Day", 8, 1);
        book.Fixed("Africa Day|african freedom day|african liberation day|african unity day", 5, 25);
        book.Fixed("Republic Day|indian republic day", 1, 26);
        book.Fixed("Indian Independence Day", 8, 15);
        book.Fixed("Gandhi Jayanti|gandhi jayanthi|gandhis birthday|mahatma gandhis birthday|mahatma gandhi jayanti", 10, 2);
        book.Nth("Early May bank holiday|early may bank holiday", 1, DayOfWeek.Monday, 5);
        book.Nth("Spring bank holiday", -1, DayOfWeek.Monday, 5);
        book.Nth("Summer bank holiday|august bank holiday", -1, DayOfWeek.Monday, 8);
        book.Fixed("Brazilian Valentine's Day|dia dos namorados", 6, 12);
        book.Fixed("Midsummer Eve|st johns eve", 6, 23);
        book.Fixed("St John's Day|saint johns day|midsummer day|midsummers day", 6, 24);
    }

    static void Australia(HolidayBook book)
    {
        book.Fixed("Australia Day|aussie day|invasion day|survival day", 1, 26);
        book.Fixed("Anzac Day|anzac", 4, 25);
        book.Fixed("Remembrance Day|poppy day", 11, 11);
        book.Nth("Melbourne Cup Day|melbourne cup|the cup|cup day", 1, DayOfWeek.Tuesday, 11);
        book.Add("EOFY|end of (the/) financial year|end of financial year", y => [new(y, 6, 30)]);
        book.Fixed("Waitangi Day", 2, 6);
        book.Fixed("Christmas in July", 7, 25);
        book.Nth("Click Frenzy", 2, DayOfWeek.Tuesday, 11);
        book.Nth("Daylight saving begins|daylight savings begins|start of daylight saving|daylight saving starts", 1, DayOfWeek.Sunday, 10);
        book.Nth("Daylight saving ends|daylight savings ends|end of daylight saving|end of daylight savings", 1, DayOfWeek.Sunday, 4);
        book.Day("RUOK Day|r u ok day|are you ok day", y => HolidayBook.Nth(y, 2, DayOfWeek.Thursday, 9));
        book.Add("NAIDOC Week", y => [HolidayBook.Nth(y, 1, DayOfWeek.Sunday, 7)], 8);
    }

    /// <summary>The working day nearest, or the next.</summary>
    static DateTime Weekday(DateTime day, bool after = false) => day.DayOfWeek switch
    {
        DayOfWeek.Saturday => after ? day.AddDays(2) : day.AddDays(-1),
        DayOfWeek.Sunday => day.AddDays(1),
        _ => day,
    };
}
