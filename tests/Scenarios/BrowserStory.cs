using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using MyCavoodle.Hub;
using static Microsoft.Playwright.Assertions;

namespace MyCavoodle.Tests.Scenarios;

/// <summary>What a visitor sees and does: the sandbox's four phones and the staff desk, in a real browser.</summary>
[Collection(ShopCollection.Name)]
public sealed partial class BrowserStory(ShopInABox shop, Browser browser) : IClassFixture<Browser>, IAsyncLifetime
{
    [BrowserFact]
    public async Task On_Instagram_a_visitor_proves_the_order_on_the_card_and_reads_where_it_is()
    {
        var page = await browser.OpenAsync(shop.Url, "/sandbox");
        var (_, order, email) = await Phone.CardAsync(page);
        var known = await OrderAsync(order);
        var phone = new Phone(page, ChannelNames.Instagram);

        await phone.TapAsync("Where is my order?");
        await Expect(phone.Answer).ToContainTextAsync("order number");
        await Expect(phone.Answer).ToContainTextAsync("email");
        await phone.WriteAsync($"{order}, {email}");

        await Expect(phone.FromShop).ToHaveCountAsync(2);
        await Expect(phone.Answer).ToContainTextAsync($"Order {order} has shipped with {known.Carrier}");
        await Expect(phone.Answer).ToContainTextAsync(known.TrackingNumber!);
        await Expect(page.GetByText("Waiting for an answer").Filter(new() { Visible = true })).ToHaveCountAsync(0);
        await Browser.KeepAsync(page, "sandbox");
        await Browser.FitsAPhoneAsync(page, "sandbox");
    }

    [BrowserFact]
    public async Task A_complaint_reaches_the_VA_live_and_the_assistant_is_silent_until_it_is_resolved()
    {
        const string complaint = "The bottle leaked all over my parcel, I am really unhappy";
        var desk = await browser.OpenAsync(shop.Url, "/desk");
        await desk.GetByRole(AriaRole.Button, new() { Name = "VA" }).ClickAsync();
        await Expect(desk.GetByRole(AriaRole.Link, new() { Name = "Needs me" })).ToHaveAttributeAsync("aria-current", "page");
        var page = await browser.OpenAsync(shop.Url, "/sandbox");
        var (name, order, email) = await Phone.CardAsync(page);
        var phone = new Phone(page, ChannelNames.Messenger);

        await phone.WriteAsync($"Where is my order {order}? My email is {email}");
        await Expect(phone.Answer).ToContainTextAsync(order);
        await phone.TapAsync(complaint);
        await Expect(phone.Answer).ToContainTextAsync("care team");
        var row = desk.GetByRole(AriaRole.Listitem).Filter(new() { HasText = complaint });
        await Expect(row).ToContainTextAsync("Complaint");
        await Expect(row).ToContainTextAsync(name);
        await Browser.KeepAsync(desk, "desk-queue");
        await Browser.FitsAPhoneAsync(desk, "desk-queue");

        await row.GetByRole(AriaRole.Link).ClickAsync();
        var transcript = desk.Locator(".transcript");
        await Expect(transcript).ToContainTextAsync(complaint);
        var facts = desk.GetByRole(AriaRole.Complementary, new() { Name = "Facts" });
        await Expect(facts).ToContainTextAsync("Why a person is needed");
        await Expect(facts).ToContainTextAsync("proven here by order number and email");
        await Expect(facts).ToContainTextAsync(order);
        await desk.GetByLabel("Reply").FillAsync("So sorry about that! A new bottle is on its way.");
        await desk.GetByRole(AriaRole.Button, new() { Name = "Send", Exact = true }).ClickAsync();
        await Expect(phone.Answer.Last).ToContainTextAsync("A new bottle is on its way.");
        await Expect(transcript.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "A new bottle" })).ToContainTextAsync("sent");
        await Browser.KeepAsync(desk, "desk-conversation");
        await Browser.FitsAPhoneAsync(desk, "desk-conversation");

        await phone.WriteAsync("How long will that take?");
        await Expect(transcript).ToContainTextAsync("How long will that take?");
        await LeftToStaffAsync(ConversationId(desk));
        await desk.GetByRole(AriaRole.Button, new() { Name = "Resolve" }).ClickAsync();
        await Expect(desk.Locator(".head")).ToContainTextAsync("Resolved");
        await phone.WriteAsync("How much is shipping?");

        await Expect(phone.Answer).ToContainTextAsync("$9.95");
        Assert.Equal(["contact", "shop", "contact", "shop", "shop", "contact", "contact", "shop"], await phone.SpeakersAsync());
    }

    [BrowserFact]
    public async Task Bella_asks_for_MER_on_her_Telegram_and_reads_the_figure()
    {
        var asked = (await shop.Bella.ThreadAsync()).Count(m => m["from"]!.GetValue<string>() == "contact");
        var phone = new Phone(await browser.OpenAsync(shop.Url, "/sandbox"), ChannelNames.Telegram);

        await phone.TapAsync("what's MER this week?");

        await Expect(phone.FromContact).ToHaveCountAsync(asked + 1);
        await Expect(phone.Answer.First).ToContainTextAsync(Mer());
        await Expect(phone.Answer.First).ToContainTextAsync("revenue ÷ Meta ad spend");
    }

    [BrowserFact]
    public async Task By_email_from_the_address_on_the_order_the_visitor_is_answered_in_the_thread()
    {
        var page = await browser.OpenAsync(shop.Url, "/sandbox");
        var known = await OrderAsync((await Phone.CardAsync(page)).Order);
        var phone = new Phone(page, ChannelNames.Email);

        await phone.TapAsync("Where is my order?");
        await phone.SendAsync();

        await Expect(phone.FromShop).ToHaveCountAsync(1);
        await Expect(phone.Answer.GetByRole(AriaRole.Heading)).ToHaveTextAsync("Re: Where is my order?");
        await Expect(phone.Answer).ToContainTextAsync(known.TrackingNumber!);
    }

    async Task<Order> OrderAsync(string number)
    {
        await using var hub = shop.Hub();
        return await hub.Orders.SingleAsync(o => o.Number == number);
    }

    /// <summary>Silence shows on no page: waits until the flow has seen the message and left it.</summary>
    Task LeftToStaffAsync(long conversation) => Eventually.TrueAsync(async () =>
    {
        await using var hub = shop.Hub();
        return await hub.Turns.AnyAsync(t => t.ConversationId == conversation && t.Outcome == "held by staff");
    }, "the turn is left to staff");

    static long ConversationId(IPage desk) => long.Parse(new Uri(desk.Url).Segments[^1], CultureInfo.InvariantCulture);

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => browser.CloseWindowsAsync();

    [GeneratedRegex(@"MER.*: \d+\.\d\d")] private static partial Regex Mer();
}
