namespace MyCavoodle.Tests.Unit.Understanding.Slots;

public sealed class ContactSlotTests
{
    [Theory]
    [InlineData("amy@example.com", "amy@example.com")]
    [InlineData("it's Amy.Jones+shop@Example.com.au.", "amy.jones+shop@example.com.au")]
    [InlineData("email: <amy@example.com>", "amy@example.com")]
    [InlineData("amy at gmail dot com", "amy@gmail.com")]
    [InlineData("jo dot smith at gmail dot com", "jo.smith@gmail.com")]
    [InlineData("jo(at)bigpond(dot)net(dot)au", "jo@bigpond.net.au")]
    public void An_email_address_is_found_as_written_or_spoken(string message, string address) => Assert.Equal(address, Assert.Single(Shop.Read(message).Emails).Address);

    [Theory]
    [InlineData("amy@gmial.com", "amy@gmail.com")]
    [InlineData("amy@gmail.con", "amy@gmail.com")]
    [InlineData("amy@hotnail.com", "amy@hotmail.com")]
    [InlineData("amy@example.com", null)]
    [InlineData("amy@yahoo.com.au", null)]
    public void A_mistyped_provider_is_kept_and_flagged(string message, string? meant) => Assert.Equal(meant, Assert.Single(Shop.Read(message).Emails).Meant);

    [Theory]
    [InlineData("meet me at home")]
    [InlineData("@mycavoodle is great")]
    [InlineData("amy@abc")]
    [InlineData("look at example.com")]
    public void What_is_no_address_is_none(string message) => Assert.Empty(Shop.Read(message).Emails);

    [Theory]
    [InlineData("my phone is 0412 345 678", "+61412345678")]
    [InlineData("0412345678", "+61412345678")]
    [InlineData("+61 412 345 678", "+61412345678")]
    [InlineData("+61 (0)412 345 678", "+61412345678")]
    [InlineData("0061 412 345 678", "+61412345678")]
    [InlineData("(02) 9123 4567", "+61291234567")]
    [InlineData("03-9123-4567", "+61391234567")]
    [InlineData("1300 123 456", "1300123456")]
    [InlineData("13 11 14", "131114")]
    [InlineData("+44 20 7946 0958", "+442079460958")]
    [InlineData("my number is 0412345678", "+61412345678")]
    public void A_telephone_number_is_found_in_any_spelling(string message, string number) => Assert.Equal(number, Assert.Single(Shop.Read(message).Phones).Number);

    [Theory]
    [InlineData("order 5123")]
    [InlineData("$0412345678")]
    [InlineData("33ABC000123401000960400")]
    [InlineData("2026-11-22")]
    public void What_is_no_telephone_is_none(string message) => Assert.Empty(Shop.Read(message).Phones);

    [Theory]
    [InlineData("please change my address to unit 3/12 Smith St, Newtown NSW 2042", "unit 3/12 Smith St", "Newtown", "NSW", "2042")]
    [InlineData("12 High Street Bondi 2026", "12 High Street", "Bondi", "NSW", "2026")]
    [InlineData("PO Box 123, Hobart TAS 7000", "PO Box 123", "Hobart", "TAS", "7000")]
    [InlineData("send it to 45 Ocean View Rd, Byron Bay please", "45 Ocean View Rd", "Byron Bay", "", "")]
    [InlineData("7/45 ocean st bondi beach 2026", "7/45 ocean st", "bondi beach", "NSW", "2026")]
    [InlineData("Unit 5, 20 Station Rd, Richmond VIC 3121", "Unit 5, 20 Station Rd", "Richmond", "VIC", "3121")]
    [InlineData("deliver to Perth WA 6000", "", "Perth", "WA", "6000")]
    [InlineData("my postcode is 3000", "", "", "VIC", "3000")]
    public void An_address_is_taken_apart(string message, string street, string suburb, string state, string postcode)
    {
        var address = Assert.Single(Shop.Read(message).Addresses);

        Assert.Equal((street, suburb, state, postcode), (address.Street, address.Suburb, address.State, address.Postcode));
    }

    [Theory]
    [InlineData("I bought 2 bottles on the way to work")]
    [InlineData("5 days ago")]
    [InlineData("in 2026")]
    [InlineData("2 brushes and 1 comb")]
    public void What_is_no_address_stays_none(string message) => Assert.Empty(Shop.Read(message).Addresses);
}
