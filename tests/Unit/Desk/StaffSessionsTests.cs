using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using MyCavoodle.Bot.Desk.SignIn;
using MyCavoodle.Hub;
using Xunit;

namespace MyCavoodle.Tests.Unit.Desk;

public sealed class StaffSessionsTests
{
    const string Password = "a long desk password";

    readonly StaffOptions staff = new() { Bella = new() { PasswordHash = new PasswordHasher<object>().HashPassword(new(), Password) } };

    StaffSessions Sessions(bool sandbox = false) => new(sandbox, new Fixed(staff));

    [Fact]
    public void The_right_password_signs_in()
    {
        var session = Sessions().Open(StaffName.Bella, Password);

        Assert.Equal(StaffName.Bella, session?.Staff());
        Assert.True(Sessions().IsGood(session));
    }

    [Theory]
    [InlineData(StaffName.Bella, "a wrong password")]
    [InlineData(StaffName.Bella, "")]
    [InlineData(StaffName.Bella, null)]
    [InlineData(StaffName.Va, Password)]
    [InlineData(StaffName.Va, "")]
    [InlineData((StaffName)9, Password)]
    [InlineData(null, Password)]
    public void Nothing_else_does(StaffName? name, string? password) => Assert.Null(Sessions().Open(name, password));

    [Fact]
    public void A_setting_that_is_no_hash_lets_nobody_in()
    {
        staff.Va.PasswordHash = "a plain password!";

        Assert.Null(Sessions().Open(StaffName.Va, "a plain password!"));
    }

    [Fact]
    public void A_changed_password_ends_the_session()
    {
        var session = Sessions().Open(StaffName.Bella, Password);
        staff.Bella.PasswordHash = new PasswordHasher<object>().HashPassword(new(), Password);

        Assert.False(Sessions().IsGood(session));
    }

    [Fact]
    public void The_sandbox_lets_anybody_be_anybody_and_its_sessions_end_with_it()
    {
        var session = Sessions(sandbox: true).Open(StaffName.Josh, null);

        Assert.True(Sessions(sandbox: true).IsGood(session));
        Assert.False(Sessions().IsGood(session));
        Assert.Null(Sessions(sandbox: true).Open(null, null));
    }

    sealed class Fixed(StaffOptions staff) : IOptionsMonitor<StaffOptions>
    {
        public StaffOptions CurrentValue => staff;
        public StaffOptions Get(string? name) => staff;
        public IDisposable? OnChange(Action<StaffOptions, string?> listener) => null;
    }
}
