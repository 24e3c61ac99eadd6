namespace MyCavoodle.Sandbox;

/// <summary>A person of the shop, as Telegram knows them.</summary>
public sealed record Staff(string Handle, string FirstName, long TelegramId)
{
    public static readonly Staff Bella = new("bella", "Bella", 5_210_000_101);
    public static readonly Staff Va = new("va", "Vanessa", 5_210_000_102);
    public static readonly Staff Josh = new("josh", "Josh", 5_210_000_103);

    public static readonly IReadOnlyList<Staff> All = [Bella, Va, Josh];
}
