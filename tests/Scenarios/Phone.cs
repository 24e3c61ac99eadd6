using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace MyCavoodle.Tests.Scenarios;

/// <summary>One of the four phone-like panels of the sandbox's page, used as a visitor uses it.</summary>
public sealed partial class Phone(IPage page, string channel)
{
    readonly ILocator panel = page.Locator($".panel.{channel}");

    public ILocator Messages => panel.Locator(".thread > li");
    public ILocator FromShop => panel.Locator(".thread > li.shop");
    public ILocator FromContact => panel.Locator(".thread > li.contact");
    /// <summary>What the shop said after the contact's last words.</summary>
    public ILocator Answer => panel.Locator(".thread > li.contact:nth-last-child(1 of .contact) ~ li.shop");

    public Task TapAsync(string chip) => panel.GetByRole(AriaRole.Group).GetByRole(AriaRole.Button, new() { Name = chip, Exact = true }).ClickAsync();

    public async Task WriteAsync(string text)
    {
        await panel.Locator("textarea").FillAsync(text);
        await SendAsync();
    }

    public Task SendAsync() => panel.GetByRole(AriaRole.Button, new() { Name = "Send", Exact = true }).ClickAsync();

    /// <summary>Who spoke, in turn: "contact", "shop".</summary>
    public async Task<IReadOnlyList<string>> SpeakersAsync() => await Messages.EvaluateAllAsync<string[]>("items => items.map(item => item.className)");

    /// <summary>Who the page's card says the visitor is, with the order number and the email to play with.</summary>
    public static async Task<(string Name, string Order, string Email)> CardAsync(IPage page)
    {
        var card = page.Locator("#persona");
        await Assertions.Expect(card).ToContainTextAsync("You are");
        var words = await card.InnerTextAsync();
        return (FullName().Match(words).Groups[1].Value, OrderNumber().Match(words).Value, EmailAddress().Match(words).Value);
    }

    [GeneratedRegex(@"You are ([^.]+)\.")] private static partial Regex FullName();
    [GeneratedRegex(@"#\d+")] private static partial Regex OrderNumber();
    [GeneratedRegex(@"[\w.+-]+@[\w.-]*\w")] private static partial Regex EmailAddress();
}
