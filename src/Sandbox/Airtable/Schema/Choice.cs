namespace MyCavoodle.Sandbox.Airtable;

/// <summary>An option of a select field.</summary>
sealed class Choice
{
    static readonly string[] Colors =
    [
        "blueLight2", "cyanLight2", "tealLight2", "greenLight2", "yellowLight2", "orangeLight2", "redLight2", "pinkLight2", "purpleLight2", "grayLight2",
    ];

    public required string Id { get; init; }
    public required string Name { get; set; }
    public required string? Color { get; set; }

    /// <summary>Colours are given out in turn.</summary>
    public static Choice New(string name, string? color, int place) => new() { Id = AirtableId.New("sel"), Name = name, Color = color ?? Colors[place % Colors.Length] };
}
