using Microsoft.Extensions.AI;
using MyCavoodle.Assistant;
using MyCavoodle.Assistant.Offline;
using MyCavoodle.Hub;
using MyCavoodle.Plugins;

namespace MyCavoodle.Tests.Unit.Assistant;

/// <summary>A chat with the offline model over made-up tools that answer as the real ones do.</summary>
sealed class FrontDesk(StaffName? staff = null)
{
    static readonly OfflineModel Model = new(PromptsFolder.Path, PromptsFolder.Reader);
    static readonly Knowledge Written = Knowledge.Load(Path.Combine(PromptsFolder.Path, "knowledge"));
    static readonly Prompts Prompts = new(PromptsFolder.Path);

    static readonly Dictionary<string, string> Owners = new() { ["#5123"] = "amy@example.com", ["#5124"] = "amy@example.com", ["#6001"] = "ben@example.com" };

    readonly List<ChatMessage> chat = [];
    bool proven;

    /// <summary>The caller's address proves who they are: Amy.</summary>
    public bool ProvenByAddress { get; init; }
    /// <summary>Nothing is written down.</summary>
    public bool KnowsNothing { get; init; }
    public IReadOnlyList<ToolCall> Calls { get; private set; } = [];
    public IEnumerable<string> Called => Calls.Select(c => c.Name);

    public async Task<string> AskAsync(string message)
    {
        chat.Add(new(ChatRole.User, message));
        var answer = await Model.AskAsync([new(ChatRole.System, staff is null ? Prompts.Customer : Prompts.Founder), .. chat], Tools(), default);
        Calls = answer.Calls;
        chat.Add(new(ChatRole.Assistant, answer.Text));
        return answer.Text;
    }

    List<AIFunction> Tools()
    {
        List<AIFunction> tools =
        [
            AIFunctionFactory.Create(FindOrder, "find_order"),
            AIFunctionFactory.Create((string query) => ProductAnswer.Of(Shelf.Products, query), "find_products"),
            AIFunctionFactory.Create(SearchKnowledge, "search_knowledge"),
        ];
        if (staff is null) tools.Add(AIFunctionFactory.Create((EscalationReason reason, string summary) => new HandoffAnswer("handed_over", reason.ToString(), summary), "hand_to_person"));
        if (staff is not null) tools.Add(AIFunctionFactory.Create(() => new OpenInquiriesAnswer("found", 3, 1, 1, 1, "Fri 20 Nov 2026, 4:10 pm"), "count_open_inquiries"));
        if (staff is not null) tools.Add(AIFunctionFactory.Create(() => LowStockAnswer.Of([.. Shelf.Products.Where(p => p.RunsLow)]), "list_low_stock"));
        if (staff is StaffName.Bella) tools.Add(AIFunctionFactory.Create(GetFigure, "get_figure"));
        return tools;
    }

    OrderAnswer FindOrder(string? orderNumber = null, string? email = null)
    {
        var number = Order.NormaliseNumber(orderNumber);
        if (staff is not null && number is null && email is null) return OrderAnswer.NeedsProof(["order_number"]);
        if (staff is null && !proven && !ProvenByAddress)
        {
            if (number is null || email is null) return OrderAnswer.NeedsProof([.. Missing(number, email)]);
            if (Owners.GetValueOrDefault(number) != email) return OrderAnswer.Refused;
            proven = true;
        }
        var orders = Shelf.Orders.Where(o => number is null ? Owners[o.Number] == "amy@example.com" : o.Number == number).ToList();
        return orders.Count > 0 ? OrderAnswer.Found(orders) : OrderAnswer.None;
    }

    static IEnumerable<string> Missing(string? number, string? email)
    {
        if (number is null) yield return "order_number";
        if (email is null) yield return "email";
    }

    KnowledgeAnswer SearchKnowledge(string question) =>
        !KnowsNothing && Written.Search(question) is { Count: > 0 } found ? new("found", [.. found.Select(e => new KnowledgeFacts(e.Topic, e.Heading, e.Text))]) : new("none", []);

    static FigureAnswer GetFigure(string figure, string period = "this week")
    {
        var today = new DateOnly(2026, 11, 22);
        if (Figure.Find(figure) is not { } known) return FigureAnswer.Unknown("unknown_figure");
        if (PeriodReader.Read(period, today) is not { Previous: not null } asked) return FigureAnswer.Unknown("unknown_period");
        return FigureAnswer.Of(known, asked, Sums(1300, 65.50m, 20, 30, 8, 395.67m, 400), Sums(1200, 0, 18, 25, 6, 402.68m, 380), Sydney.At(today, new(15, 5)));
    }

    static PeriodFigures Sums(decimal sales, decimal refunds, int orders, int items, int newCustomers, decimal adSpend, decimal productCost) => new()
    {
        Sales = sales, Refunds = refunds, Orders = orders, ItemsSold = items, NewCustomers = newCustomers, AdSpend = adSpend, ProductCost = productCost,
    };
}
