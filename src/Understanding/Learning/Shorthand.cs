using System.Collections.Frozen;

namespace MyCavoodle.Understanding.Learning;

/// <summary>How people shorten words when they type, and what they mean; also a few words of Hindi as typed among English ones.</summary>
static class Shorthand
{
    /// <summary>One a line: what is typed, a colon, the words it stands for.</summary>
    const string Table = """
        u:you
        ur:your
        yr:your
        urs:yours
        r:are
        y:why
        n:and
        k:ok
        kk:ok
        okay:ok
        pls:please
        plz:please
        plse:please
        plzz:please
        pleas:please
        thx:thanks
        thnx:thanks
        tnx:thanks
        ty:thank you
        thankyou:thank you
        thanku:thank you
        tysm:thank you
        tks:thanks
        msg:message
        msgs:messages
        txt:text
        acc:account
        acct:account
        accnt:account
        ac:account
        amt:amount
        num:number
        nmbr:number
        nbr:number
        no.:number
        mob:mobile
        ph:phone
        tel:phone
        abt:about
        bcz:because
        bcoz:because
        cuz:because
        coz:because
        cos:because
        b4:before
        wat:what
        wht:what
        wats:what is
        whats:what is
        wheres:where is
        whos:who is
        hows:how is
        whens:when is
        thats:that is
        theres:there is
        heres:here is
        lets:let us
        im:i am
        ive:i have
        ill:i will
        id:id
        youre:you are
        theyre:they are
        dont:do not
        dnt:do not
        doesnt:does not
        didnt:did not
        cant:can not
        cannot:can not
        couldnt:could not
        wouldnt:would not
        shouldnt:should not
        wont:will not
        isnt:is not
        arent:are not
        wasnt:was not
        werent:were not
        hasnt:has not
        havent:have not
        hadnt:had not
        aint:is not
        gonna:going to
        wanna:want to
        wana:want to
        gotta:have to
        gimme:give me
        lemme:let me
        dunno:do not know
        kinda:kind of
        outta:out of
        tho:though
        thru:through
        tmrw:tomorrow
        tmr:tomorrow
        tomoro:tomorrow
        2moro:tomorrow
        2day:today
        tdy:today
        yday:yesterday
        nite:night
        hrs:hours
        hr:hour
        mins:minutes
        min:minute
        secs:seconds
        wk:week
        wks:weeks
        yrs:years
        mon:monday
        tues:tuesday
        thurs:thursday
        fri:friday
        sat:saturday
        del:delivery
        deliv:delivery
        delvery:delivery
        ord:order
        ordr:order
        prod:product
        qty:quantity
        addr:address
        add:add
        info:information
        infos:information
        pic:picture
        pics:pictures
        photo:picture
        photos:pictures
        tv:television
        app:app
        asap:soon
        rn:now
        btw:by the way
        idk:i do not know
        omg:oh my god
        wtf:what the hell
        lol:lol
        gr8:great
        gud:good
        gd:good
        bday:birthday
        fav:favourite
        favorite:favourite
        color:colour
        colors:colours
        center:centre
        gray:grey
        cheque:check
        cheques:checks
        cancelled:cancel
        canceled:cancel
        cancelling:cancel
        canceling:cancel
        cancellation:cancel
        cancelation:cancel
        wifi:wi-fi
        hv:have
        hve:have
        hav:have
        wen:when
        whn:when
        wher:where
        hw:how
        frm:from
        wid:with
        wth:with
        w/:with
        w/o:without
        dis:this
        dat:that
        da:the
        d:the
        ppl:people
        plan:plan
        rec:receive
        recd:received
        recieved:received
        recieve:receive
        recvd:received
        rcvd:received
        rcv:receive
        prob:problem
        probs:problem
        prblm:problem
        cust:customer
        svc:service
        srvc:service
        dept:department
        mgr:manager
        temp:temperature
        apt:appointment
        appt:appointment
        trans:transaction
        txn:transaction
        transcation:transaction
        pymt:payment
        pmt:payment
        paymnt:payment
        bal:balance
        pwd:password
        pw:password
        passwd:password
        pass:pass
        mera:my
        meri:my
        mere:my
        mujhe:me
        muje:me
        mai:i
        mein:in
        main:i
        hum:we
        aap:you
        ap:you
        apka:your
        aapka:your
        kab:when
        kaise:how
        kese:how
        kaisa:how
        kya:what
        kyu:why
        kyun:why
        kyo:why
        kaha:where
        kahan:where
        kaun:who
        kon:who
        konsa:which
        kitna:how much
        kitne:how much
        kitni:how much
        nahi:not
        nahin:not
        nhi:not
        nai:not
        mat:not
        paisa:money
        paise:money
        pese:money
        rupay:money
        rupees:money
        rs:money
        chahiye:want
        chaiye:want
        chahie:want
        karna:do
        karne:do
        karo:do
        kro:do
        kare:do
        kar:do
        kr:do
        karu:do
        kru:do
        hua:happened
        huwa:happened
        gaya:gone
        gya:gone
        aaya:came
        aya:came
        aayega:come
        ayega:come
        milega:get
        mila:got
        milta:get
        do:do
        dena:give
        dijiye:give
        batao:tell
        bataye:tell
        bhai:brother
        bahut:very
        abhi:now
        aur:and
        lekin:but
        se:from
        """;

    public static readonly FrozenDictionary<string, string> Words = Table.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(line => line.Split(':')).Where(pair => pair[0] != pair[1]).ToFrozenDictionary(pair => pair[0], pair => pair[1]);
}
