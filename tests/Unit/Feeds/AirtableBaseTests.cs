using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using MyCavoodle.Clients.Airtable;
using MyCavoodle.Feeds.Airtable;
using MyCavoodle.Hub;
using Xunit;
using static MyCavoodle.Tests.Unit.Feeds.MirrorBench;

namespace MyCavoodle.Tests.Unit.Feeds;

/// <summary>The base is made, held against the schema, and kept in step whatever somebody does to its tables and fields.</summary>
public sealed class AirtableBaseTests
{
    [Fact]
    public async Task A_base_is_made_whole_but_for_the_formulas_and_running_again_changes_nothing()
    {
        await using var bench = await OpenAsync(provisioned: false);
        var made = await bench.Of<Provisioning>().RunAsync(_ => { }, default);
        Assert.Equal(["Days Since Last Order", "Lifecycle Stage", "Days Open", "Days Since Order"], made.ByHand.Select(d => d.Field!.Name));
        Assert.Empty(made.Left);
        var list = string.Join('\n', HandList.Of(made.ByHand));
        Assert.All(made.ByHand, d => Assert.Contains($"Formula  {d.Field!.Formula}", list, StringComparison.Ordinal));

        foreach (var formula in made.ByHand) await bench.PasteAsync(formula.Sheet.Name, formula.Field!);
        Assert.Empty(await bench.Of<Provisioning>().VerifyAsync(default));
        List<string> told = [];
        var again = await bench.Of<Provisioning>().RunAsync(told.Add, default);
        Assert.Empty(told.Concat(again.Left).Concat(HandList.Of(again.ByHand)));
    }

    [Fact]
    public async Task Without_a_base_one_is_made_in_the_workspace()
    {
        await using var bench = await OpenAsync(provisioned: false, baseId: "");
        var made = await bench.Of<Provisioning>().RunAsync(_ => { }, default);
        Assert.True(made.IsNew && made.BaseId.StartsWith("app", StringComparison.Ordinal));
        Assert.Equal((4, 0), (made.ByHand.Count, made.Left.Count));
        var tables = await bench.Of<AirtableClient>().At(made.BaseId).Schema.TablesAsync(default);
        Assert.Equal(bench.Of<BaseSchema>().Sheets.Select(s => s.Name), tables.Select(t => t.Name));
    }

    [Fact]
    public async Task Everything_that_differs_is_named()
    {
        await using var bench = await OpenAsync();
        await bench.HandAsync("PUT", "Orders/fields/Order Number", new JsonObject { ["name"] = "No." });
        await bench.HandAsync("PUT", "Products/fields/Cost Price", new JsonObject { ["type"] = "singleLineText" });
        await bench.HandAsync("DELETE", "Products/fields/Reorder Point");
        await bench.HandAsync("DELETE", "Orders/fields/Days Since Order");
        await bench.HandAsync("DELETE", "Customers/fields/Lifecycle Stage");
        await bench.HandAsync("POST", "Customers/fields", new JsonObject { ["name"] = "Lifecycle Stage", ["type"] = "formula", ["options"] = new JsonObject { ["formula"] = "'New'" } });
        await bench.HandAsync("DELETE", "Financial Metrics");
        await bench.HandAsync("PUT", "Suppliers", new JsonObject { ["name"] = "Makers" });

        var differences = await bench.Of<Provisioning>().VerifyAsync(default);
        Assert.Equal(
        [
            ("Suppliers", null, DifferenceKind.TableRenamed), ("Customers", "Lifecycle Stage", DifferenceKind.FormulaChanged), ("Products", "Cost Price", DifferenceKind.TypeChanged),
            ("Products", "Reorder Point", DifferenceKind.FieldMissing), ("Financial Metrics", null, DifferenceKind.TableMissing), ("Orders", "Order Number", DifferenceKind.FieldRenamed),
            ("Orders", "Days Since Order", DifferenceKind.FormulaMissing),
        ], differences.Select(d => (d.Sheet.Name, d.Field?.Name, d.Kind)));
        Assert.Contains("renamed from Order Number to No.", differences.Single(d => d.Kind == DifferenceKind.FieldRenamed).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_choice_is_named_and_added()
    {
        await using var bench = await OpenAsync();
        var orders = (await bench.Base.Schema.TablesAsync(default)).Single(t => t.Name == "Orders");
        var status = orders.Fields.Single(f => f.Name == "Order Status");
        var choices = status.Options!["choices"]!.DeepClone().AsArray();
        choices.RemoveAt(2);
        await bench.HandAsync("DELETE", $"Orders/fields/{status.Id}");
        await bench.HandAsync("POST", "Orders/fields", new JsonObject
        {
            ["name"] = "Order Status", ["type"] = "singleSelect", ["options"] = new JsonObject { ["choices"] = new JsonArray([.. choices.Select(c => (JsonNode)new JsonObject { ["name"] = c!["name"]!.ToString() })]) },
        });
        Assert.Contains("lacks the choice Shipped", Assert.Single(await bench.Of<Provisioning>().VerifyAsync(default)).Message, StringComparison.Ordinal);
        await bench.ProvisionAsync();
        Assert.Empty(await bench.Of<Provisioning>().VerifyAsync(default));
    }

    [Fact]
    public async Task A_renamed_field_or_table_is_still_kept_in_step()
    {
        await using var bench = await OpenAsync();
        await bench.GivenAsync(Amy());
        await bench.PushAsync();
        await bench.HandAsync("PUT", "Customers/fields/First Name", new JsonObject { ["name"] = "Vorname" });
        await bench.HandAsync("PUT", "Customers", new JsonObject { ["name"] = "People" });
        await bench.ChangeAsync(async hub => (await hub.Customers.SingleAsync()).FirstName = "Amelia");
        await bench.LaterAsync();
        Assert.Equal("Amelia", (await bench.RecordAsync("People")).Fields["Vorname"]!.ToString());
        Assert.Empty(await bench.ToldAsync());
    }

    [Theory, MemberData(nameof(TemporaryHub.Stores), MemberType = typeof(TemporaryHub))]
    public async Task A_deleted_table_holds_up_nobody_and_is_filled_again_when_it_is_back(StoreProvider store)
    {
        await using var bench = await OpenAsync(store);
        var amy = Amy();
        await bench.GivenAsync(amy, Order(amy));
        await bench.PushAsync();
        await bench.HandAsync("DELETE", "Customers");
        await bench.ChangeAsync(async hub =>
        {
            (await hub.Customers.SingleAsync()).FirstName = "Amelia";
            (await hub.Orders.Include(o => o.Lines).Include(o => o.Refunds).SingleAsync()).Status = OrderStatus.Delivered;
        });
        await bench.PushAsync();
        Assert.Equal("Delivered", (await bench.RecordAsync("Orders")).Fields["Order Status"]!.ToString());
        Assert.Contains(await bench.ToldAsync(), d => d.Message.StartsWith("The table Customers is missing", StringComparison.Ordinal));
        Assert.Equal(MirrorTable.Customers, Assert.Single(await bench.ReadAsync(hub => hub.MirrorChanges.ToListAsync())).Table);

        // Links to a table that was deleted have become text; they are taken away by hand and made anew.
        await bench.HandAsync("DELETE", "Orders/fields/Customer");
        await bench.HandAsync("DELETE", "Customer Inquiries/fields/Customer");
        await bench.ProvisionAsync();
        await bench.LaterAsync();
        var customer = await bench.RecordAsync("Customers");
        Assert.Equal("Amelia", customer.Fields["First Name"]!.ToString());
        Assert.Equal(customer.Id, (await bench.RecordAsync("Orders")).Fields["Customer"]![0]!.ToString());
        Assert.Empty(await bench.ToldAsync());
        Assert.Empty(await bench.ReadAsync(hub => hub.MirrorChanges.ToListAsync()));
    }

    [Theory, MemberData(nameof(TemporaryHub.Stores), MemberType = typeof(TemporaryHub))]
    public async Task A_changed_type_is_told_the_rest_goes_on_and_it_heals(StoreProvider store)
    {
        await using var bench = await OpenAsync(store);
        await bench.GivenAsync(Amy(1), Amy(2));
        await bench.PushAsync();
        await bench.HandAsync("PUT", "Customers/fields/Total Orders", new JsonObject { ["type"] = "singleLineText" });
        await bench.ChangeAsync(async hub => await hub.Customers.ForEachAsync(c => c.FirstName = "Amelia"));
        await bench.PushAsync();
        Assert.Equal(["Amelia", "Amelia"], (await bench.RecordsAsync("Customers")).Select(r => r.Fields["First Name"]!.ToString()));
        Assert.Contains("Total Orders", Assert.Single(await bench.ToldAsync()).Message, StringComparison.Ordinal);

        await bench.HandAsync("PUT", "Customers/fields/Total Orders", new JsonObject { ["type"] = "number", ["options"] = new JsonObject { ["precision"] = 0 } });
        await bench.LaterAsync();
        Assert.Equal(["0", "0"], (await bench.RecordsAsync("Customers")).Select(r => r.Fields["Total Orders"]?.ToString()));
        Assert.Empty(await bench.ToldAsync());
    }

    [Fact]
    public async Task A_base_that_was_never_provisioned_says_so_and_is_filled_once_it_is()
    {
        await using var bench = await OpenAsync(provisioned: false);
        await bench.GivenAsync(Amy());
        await bench.PushAsync();
        Assert.All(await bench.ToldAsync(), d => Assert.Contains("airtable provision", d.Message, StringComparison.Ordinal));
        await bench.ProvisionAsync();
        await bench.LaterAsync();
        Assert.Single(await bench.RecordsAsync("Customers"));
        Assert.Empty(await bench.ToldAsync());
    }
}
