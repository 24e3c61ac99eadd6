using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using MyCavoodle.Hub;

namespace MyCavoodle.Bot.Desk.SignIn;

/// <summary>
/// Who may sit at the desk. A session belongs to the password it was opened with: a changed password, or the end of the
/// sandbox, ends it.
/// </summary>
/// <param name="sandbox">Everybody may be anybody: one click signs in.</param>
public sealed class StaffSessions(bool sandbox, IOptionsMonitor<StaffOptions> staff)
{
    const string PasswordClaim = "password";
    /// <summary>Checked when there is no such password, so that the answer takes as long as for a wrong one.</summary>
    static readonly string Nobody = new PasswordHasher<object>().HashPassword(new(), Guid.NewGuid().ToString());

    public bool IsSandbox => sandbox;

    /// <returns>The signed-in member of staff, or null.</returns>
    public ClaimsPrincipal? Open(StaffName? name, string? password)
    {
        if (!sandbox && !IsRight(name, password ?? "")) return null;
        return name is { } member && Enum.IsDefined(member) ? Principal(member) : null;
    }

    /// <summary>True while the password of the session is still the member's.</summary>
    public bool IsGood(ClaimsPrincipal? session) =>
        session?.Staff() is { } name && session.FindFirstValue(PasswordClaim) is { } opened && opened == PasswordMark(name);

    bool IsRight(StaffName? name, string password)
    {
        var hash = name is { } member && Enum.IsDefined(member) ? staff.CurrentValue[member].PasswordHash : "";
        try
        {
            var result = new PasswordHasher<object>().VerifyHashedPassword(new(), hash.Length > 0 ? hash : Nobody, password);
            return hash.Length > 0 && result != PasswordVerificationResult.Failed;
        }
        catch (FormatException)
        {
            // A setting that is no hash lets nobody in.
            return false;
        }
    }

    ClaimsPrincipal Principal(StaffName name) => new(new ClaimsIdentity(
        [new(ClaimTypes.Name, name.ToString()), new(PasswordClaim, PasswordMark(name)!)], CookieAuthenticationDefaults.AuthenticationScheme));

    string? PasswordMark(StaffName name)
    {
        if (sandbox) return "sandbox";
        var hash = staff.CurrentValue[name].PasswordHash;
        return hash.Length == 0 ? null : Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(hash)))[..16];
    }
}

public static class StaffPrincipal
{
    /// <summary>The member of staff who is signed in, or null.</summary>
    public static StaffName? Staff(this ClaimsPrincipal principal) =>
        Enum.TryParse<StaffName>(principal.Identity?.Name, out var name) && Enum.IsDefined(name) ? name : null;
}
