using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using MyCavoodle.Bot.Desk.SignIn;
using MyCavoodle.Hub;

namespace MyCavoodle.Bot.Desk;

/// <summary>A page that shows the hub as it is now: it reads again after every commit, whoever made it.</summary>
public abstract class LivePage : ComponentBase, IDisposable
{
    IDisposable? following;
    bool reading, outdated;

    [Inject] HubChanges Changes { get; set; } = null!;
    [Inject] protected TimeProvider Time { get; set; } = null!;
    [CascadingParameter] Task<AuthenticationState> Session { get; set; } = null!;

    /// <summary>Who is signed in.</summary>
    protected StaffName Me { get; private set; }

    /// <summary>True once buttons work; the page as first sent is only for reading.</summary>
    protected bool IsLive => RendererInfo.IsInteractive;

    /// <summary>Reads what the page shows.</summary>
    protected abstract Task ReadAsync();

    protected override async Task OnParametersSetAsync()
    {
        Me = (await Session).User.Staff() ?? throw new InvalidOperationException("Nobody is signed in.");
        await ReadAsync();
        if (IsLive) following ??= Changes.Follow(() => InvokeAsync(ReadAgainAsync));
    }

    /// <summary>Commits may come faster than they are read; those that come meanwhile are read together.</summary>
    async Task ReadAgainAsync()
    {
        outdated = true;
        if (reading || following is null) return;
        reading = true;
        try
        {
            while (outdated)
            {
                outdated = false;
                await ReadAsync();
                StateHasChanged();
            }
        }
        finally
        {
            reading = false;
        }
    }

    public void Dispose()
    {
        following?.Dispose();
        following = null;
        GC.SuppressFinalize(this);
    }
}
