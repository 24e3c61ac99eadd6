using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MyCavoodle.Clients;
using MyCavoodle.Clients.Airtable;
using MyCavoodle.Hub;

namespace MyCavoodle.Feeds.Airtable;

/// <summary>
/// Makes the tables and fields the schema asks for, in a base that is there or in a new one: tables first, links between them
/// second, missing choices last. Nothing that is there is changed or deleted. May be repeated.
/// </summary>
public sealed class Provisioning(AirtableClient client, IOptions<AirtableOptions> options, BaseSchema schema, IDbContextFactory<HubContext> hubs, TimeProvider time)
{
    /// <param name="tell">Takes each line of progress.</param>
    /// <exception cref="ProviderException">Airtable refused; what was made before is there and is found by the next run.</exception>
    public async Task<Provisioned> RunAsync(Action<string> tell, CancellationToken ct)
    {
        var isNew = string.IsNullOrWhiteSpace(options.Value.BaseId);
        var home = isNew ? await CreateAsync(tell, ct) : client.Base;
        var view = await LookAsync(home, ct);
        foreach (var sheet in schema.Sheets.Where(s => view.Tables.All(t => t.Sheet != s)))
        {
            await home.Schema.CreateTableAsync(Draft(sheet), ct);
            tell($"Table {sheet.Name}: made.");
        }
        view = await LookAsync(home, ct);
        List<string> refused = [];
        foreach (var gap in view.Differences.Where(d => d.Kind == DifferenceKind.FieldMissing)) await CreateFieldAsync(home, view, gap, tell, ct);
        foreach (var gap in view.Differences.Where(d => d.Kind == DifferenceKind.ChoiceMissing)) await AddChoicesAsync(home, view, gap, tell, refused, ct);
        view = await LookAsync(home, ct);
        await using var hub = await hubs.CreateDbContextAsync(ct);
        await view.Map.SaveAsync(hub, time.GetUtcNow(), ct);
        await hub.SaveChangesAsync(ct);
        return new(home.Id, isNew, [.. view.Differences.Where(d => d.Kind is DifferenceKind.FormulaMissing or DifferenceKind.FormulaChanged)],
            [.. refused, .. view.Differences.Where(d => d.Kind is not (DifferenceKind.FormulaMissing or DifferenceKind.FormulaChanged)).Select(d => d.Message)]);
    }

    async Task<AirtableBase> CreateAsync(Action<string> tell, CancellationToken ct)
    {
        var made = await client.CreateBaseAsync("MyCavoodle", [.. schema.Sheets.Select(Draft)], ct);
        tell($"Base {made.Id}: made, with {made.Tables.Count} tables.");
        return client.At(made.Id);
    }

    /// <summary>What differs in the base from the schema.</summary>
    public async Task<IReadOnlyList<Difference>> VerifyAsync(CancellationToken ct) => (await LookAsync(client.Base, ct)).Differences;

    async Task<BaseView> LookAsync(AirtableBase home, CancellationToken ct)
    {
        await using var hub = await hubs.CreateDbContextAsync(ct);
        return Comparison.Of(schema, await BaseMap.LoadAsync(hub, home.Id, ct), await home.Schema.TablesAsync(ct));
    }

    static async Task CreateFieldAsync(AirtableBase home, BaseView view, Difference gap, Action<string> tell, CancellationToken ct)
    {
        var table = view.Tables.Single(t => t.Sheet == gap.Sheet);
        var draft = Draft(gap.Field!);
        if (gap.Field!.Cell.LinksTo is { } to) draft = draft with { Options = new JsonObject { ["linkedTableId"] = view.Map.Tables[to].Id } };
        await home.Schema.CreateFieldAsync(table.Id, draft, ct);
        tell($"{gap.Sheet.Name}: {gap.Field.Name}: made.");
    }

    static async Task AddChoicesAsync(AirtableBase home, BaseView view, Difference gap, Action<string> tell, List<string> refused, CancellationToken ct)
    {
        var table = view.Tables.Single(t => t.Sheet == gap.Sheet);
        var real = (await home.Schema.TablesAsync(ct)).Single(t => t.Id == table.Id).Fields.Single(f => f.Id == table.IdOf(gap.Field!));
        var choices = real.Options?["choices"]?.DeepClone().AsArray() ?? [];
        foreach (var missing in gap.Field!.Cell.Choices.Except(Comparison.ChoicesOf(real))) choices.Add((JsonNode)new JsonObject { ["name"] = missing });
        try
        {
            await home.Schema.UpdateFieldAsync(table.Id, real.Id, new(Options: new() { ["choices"] = choices }), ct);
            tell($"{gap.Sheet.Name}: {gap.Field.Name}: choices added.");
        }
        catch (ProviderException no) when (!no.IsTransient)
        {
            refused.Add($"Airtable does not let us add choices: {no.Message}");
        }
    }

    /// <summary>A new table, without its links and formulas.</summary>
    static AirtableTableDraft Draft(Sheet sheet) => new(sheet.Name, [.. sheet.Written.Where(f => f.Cell.LinksTo is null).Select(Draft)], sheet.Meaning);

    static AirtableFieldDraft Draft(SchemaField field) => new(field.Name, field.Cell.Type, field.Cell.Options, $"{Owned(field)} {field.Meaning}");

    static string Owned(SchemaField field) => field.Owner switch
    {
        FieldOwner.Shop => "From the shop.",
        FieldOwner.System => "Kept by the system.",
        _ => "Yours to edit.",
    };
}

/// <summary>What came of a provisioning.</summary>
/// <param name="IsNew">The base was made just now, and its id is in no settings yet.</param>
/// <param name="ByHand">Formulas to paste.</param>
/// <param name="Left">What else differs from the schema, in sentences.</param>
public sealed record Provisioned(string BaseId, bool IsNew, IReadOnlyList<Difference> ByHand, IReadOnlyList<string> Left);
