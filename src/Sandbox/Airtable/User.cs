using System.Text.Json.Nodes;

namespace MyCavoodle.Sandbox.Airtable;

/// <summary>A collaborator of the workspace.</summary>
sealed record User(string Id, string Name, string Email)
{
    public static readonly User Bella = new("usrSandboxBella01", "Bella", "bella@mycavoodle.example");
    public static readonly User Va = new("usrSandboxVaness1", "Vanessa", "vanessa@mycavoodle.example");
    /// <summary>Whose token the API is called with.</summary>
    public static readonly User Josh = new("usrSandboxJosh001", "Josh", "josh@mycavoodle.example");

    public static readonly IReadOnlyList<User> All = [Bella, Va, Josh];

    public static User? Find(string? text) =>
        All.FirstOrDefault(u => u.Id == text || string.Equals(u.Email, text, StringComparison.OrdinalIgnoreCase) || string.Equals(u.Name, text, StringComparison.OrdinalIgnoreCase));

    public JsonObject Json() => new() { ["id"] = Id, ["email"] = Email, ["name"] = Name };
}

/// <summary>Who changes something, and by which door.</summary>
/// <param name="Source">publicApi or client, as webhook payloads say.</param>
sealed record Actor(string Source, User User)
{
    public static readonly Actor Api = new("publicApi", User.Josh);
    /// <summary>A person in the web app.</summary>
    public static readonly Actor Person = new("client", User.Bella);
}
