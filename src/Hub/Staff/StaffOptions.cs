namespace MyCavoodle.Hub;

/// <summary>Who the staff are. Section <c>Staff</c>.</summary>
public sealed class StaffOptions
{
    public StaffMemberOptions Bella { get; set; } = new();
    public StaffMemberOptions Va { get; set; } = new();
    public StaffMemberOptions Josh { get; set; } = new();

    public StaffMemberOptions this[StaffName name] => name switch
    {
        StaffName.Bella => Bella,
        StaffName.Va => Va,
        _ => Josh,
    };

    /// <summary>The member of staff with this Telegram user id, or null. Names are never trusted: they change hands.</summary>
    public StaffName? WithTelegramId(string id) =>
        Enum.GetValues<StaffName>().Cast<StaffName?>().FirstOrDefault(n => this[n!.Value].TelegramId is { Length: > 0 } own && own == id);
}

/// <summary>One member of staff.</summary>
public sealed class StaffMemberOptions
{
    /// <summary>The numeric Telegram user id; empty: no Telegram.</summary>
    public string TelegramId { get; set; } = "";
    /// <summary>The desk password's hash, as printed by <c>hash-password</c>; empty: cannot sign in.</summary>
    public string PasswordHash { get; set; } = "";
}
