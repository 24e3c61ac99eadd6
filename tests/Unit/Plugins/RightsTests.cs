using MyCavoodle.Assistant;
using MyCavoodle.Hub;
using MyCavoodle.Plugins;

namespace MyCavoodle.Tests.Unit.Plugins;

/// <summary>What a role may call is decided in the methods themselves, whoever calls them and whatever a prompt says.</summary>
public sealed class RightsTests : IDisposable
{
    readonly TemporaryHub hubs = new();

    [Theory]
    [InlineData(null)]
    [InlineData(StaffName.Va)]
    [InlineData(StaffName.Josh)]
    public async Task Figures_are_refused_to_everybody_but_Bella(StaffName? staff)
    {
        await using var hub = hubs.CreateDbContext();
        var answer = await new FinancePlugin(hub, Caller(staff), TimeProvider.System).GetFigureAsync("revenue", "yesterday");
        Assert.Equal("refused", answer.Outcome);
        Assert.Null(answer.Value);
    }

    [Fact]
    public async Task Stock_levels_and_the_queue_are_refused_to_customers()
    {
        await using var hub = hubs.CreateDbContext();
        var notes = new TurnNotes();
        Assert.Equal("refused", (await new InventoryPlugin(hub, Caller(null), notes).ListLowStockAsync()).Outcome);
        Assert.Equal("refused", (await Inquiries(hub, null).CountOpenInquiriesAsync()).Outcome);
        Assert.Equal("found", (await Inquiries(hub, StaffName.Va).CountOpenInquiriesAsync()).Outcome);
    }

    [Fact]
    public async Task A_customer_is_not_even_shown_the_staff_s_tools()
    {
        await using var hub = hubs.CreateDbContext();
        Assert.Equal(["find_order", "find_products", "hand_to_person", "note_reading", "search_knowledge"], Tools(hub, null));
        Assert.Contains("get_figure", Tools(hub, StaffName.Bella));
        Assert.DoesNotContain("get_figure", Tools(hub, StaffName.Va));
    }

    static List<string> Tools(HubContext hub, StaffName? staff) =>
        [.. new Toolbox(new Knowledge([]), Microsoft.Extensions.Options.Options.Create(new SupportHours()), TimeProvider.System)
            .For(Caller(staff), new TurnNotes(), hub).Select(t => t.Name).Order(StringComparer.Ordinal)];

    static InquiriesPlugin Inquiries(HubContext hub, StaffName? staff) =>
        new(hub, Caller(staff), new TurnNotes(), new Knowledge([]), new SupportHours(), TimeProvider.System);

    static Caller Caller(StaffName? staff) => new(ChannelNames.Instagram, 1, 1, staff, null);

    public void Dispose() => hubs.Dispose();
}
