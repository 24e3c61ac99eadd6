namespace MyCavoodle.Sandbox.Shop;

/// <summary>The made-up customers, 400 unless more are asked for. Their names are drawn from two lists, their addresses end in example.com.</summary>
static class CustomerBook
{
    public const int Size = 400;

    static readonly string[] FirstNames =
        ["Amelia", "Charlotte", "Olivia", "Isla", "Mia", "Ava", "Grace", "Willow", "Harper", "Chloe", "Ruby", "Sophie", "Priya", "Mei", "Zoe", "Hannah",
         "Jack", "Noah", "Oliver", "William", "Leo", "Henry", "Thomas", "Lucas", "Liam", "Ethan", "Arjun", "Wei", "Samuel", "Daniel", "Marcus", "Tane"];

    static readonly string[] LastNames =
        ["Smith", "Jones", "Williams", "Brown", "Wilson", "Taylor", "Nguyen", "Johnson", "Martin", "White", "Anderson", "Walker", "Thompson", "Lee", "Ryan",
         "Robinson", "Kelly", "King", "Campbell", "Patel", "Singh", "Murphy", "Chen", "Papadopoulos", "Rossi", "O'Brien", "Hughes", "Bennett"];

    static readonly string[] Streets = ["Acacia Street", "Banksia Road", "Wattle Avenue", "Harbour Parade", "Station Street", "Victoria Road", "Jacaranda Close", "Beach Road"];

    static readonly (string City, string Province, string Code, string Postcode)[] Places =
    [
        ("Newtown", "New South Wales", "NSW", "2042"), ("Manly", "New South Wales", "NSW", "2095"), ("Parramatta", "New South Wales", "NSW", "2150"),
        ("Newcastle", "New South Wales", "NSW", "2300"), ("Brunswick", "Victoria", "VIC", "3056"), ("Geelong", "Victoria", "VIC", "3220"),
        ("St Kilda", "Victoria", "VIC", "3182"), ("Paddington", "Queensland", "QLD", "4064"), ("Noosa Heads", "Queensland", "QLD", "4567"),
        ("Fremantle", "Western Australia", "WA", "6160"), ("Glenelg", "South Australia", "SA", "5045"), ("Hobart", "Tasmania", "TAS", "7000"),
        ("Braddon", "Australian Capital Territory", "ACT", "2612"),
    ];

    public static List<Customer> Filled(int seed, DateTimeOffset since, int size)
    {
        var dice = new Dice(seed, 0, 1);
        return [.. Enumerable.Range(1, size).Select(n => Draw(n, dice, since))];
    }

    static Customer Draw(int n, Dice dice, DateTimeOffset since)
    {
        var (first, last, place) = (dice.Of(FirstNames), dice.Of(LastNames), dice.Of(Places));
        return new Customer
        {
            Id = Ids.Customer(n),
            FirstName = first,
            LastName = last,
            Email = $"{first}.{last.Replace("'", "", StringComparison.Ordinal)}{n}@example.com".ToLowerInvariant(),
            Phone = $"+614{dice.Between(10_000_000, 99_999_999)}",
            Address = new Address($"{dice.Between(1, 180)} {dice.Of(Streets)}", place.City, place.Province, place.Code, place.Postcode),
            CreatedAt = since.AddHours(-n),
        };
    }
}
