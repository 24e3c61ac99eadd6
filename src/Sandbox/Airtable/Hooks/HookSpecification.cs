using System.Text.Json.Nodes;

namespace MyCavoodle.Sandbox.Airtable.Hooks;

/// <summary>Which changes a webhook is about. https://airtable.com/developers/web/api/model/webhooks-specification</summary>
sealed class HookSpecification
{
    static readonly string[] KnownTypes = ["tableData", "tableFields", "tableMetadata"];
    static readonly string[] KnownChanges = ["add", "remove", "update"];
    static readonly string[] KnownSources =
    [
        "client", "publicApi", "formSubmission", "formPageSubmission", "automation", "system", "sync", "anonymousUser", "unknown",
    ];

    readonly List<string> dataTypes;
    readonly List<string>? changeTypes, sources, watchedCells, watchedFields;
    readonly List<string>? included;
    readonly string? scope;
    readonly bool includesAll;

    /// <param name="json">The whole specification; kept as it is.</param>
    /// <param name="home">Where the scope's table or view must be.</param>
    /// <exception cref="AirtableRefusal">It makes no sense.</exception>
    public HookSpecification(JsonObject json, Base home)
    {
        Json = json.DeepClone().AsObject();
        var options = json.Object("options") ?? throw AirtableRefusal.BadRequest();
        var filters = options.Object("filters") ?? throw AirtableRefusal.BadRequest();
        var includes = options.Object("includes") ?? [];
        dataTypes = Among(filters.Texts("dataTypes"), KnownTypes) is { Count: > 0 } types ? types : throw AirtableRefusal.BadRequest();
        changeTypes = Among(filters.Texts("changeTypes"), KnownChanges);
        sources = Among(filters.Texts("fromSources"), KnownSources);
        (watchedCells, watchedFields) = (filters.Texts("watchDataInFieldIds"), filters.Texts("watchSchemasOfFieldIds"));
        scope = filters.Text("recordChangeScope");
        if (scope is not null && !home.Tables.Any(t => t.Id == scope || t.ViewId == scope)) throw AirtableRefusal.Invalid($"{scope} is no table or view of this base", "INVALID_REQUEST_UNKNOWN");
        includesAll = includes["includeCellValuesInFieldIds"] is JsonValue all && all.ToString() == "all";
        included = includesAll ? null : includes.Texts("includeCellValuesInFieldIds");
        IncludesFormerCells = includes.Truth("includePreviousCellValues") == true;
        IncludesFormerFields = includes.Truth("includePreviousFieldDefinitions") == true;
    }

    public JsonObject Json { get; }
    public bool IncludesFormerCells { get; }
    public bool IncludesFormerFields { get; }

    public bool Hears(string source) => sources?.Contains(source) != false;
    public bool HasData(Table table) => dataTypes.Contains("tableData") && (scope is null || scope == table.Id || scope == table.ViewId);
    public bool HasFields => dataTypes.Contains("tableFields");
    public bool HasMetadata => dataTypes.Contains("tableMetadata");
    /// <summary>Changes are told under the view.</summary>
    public bool IsOfView(Table table) => scope == table.ViewId;
    public bool Wants(string change) => changeTypes?.Contains(change) != false;
    public bool Watches(Field field) => watchedCells?.Contains(field.Id) != false;
    public bool WatchesSchemaOf(string fieldId) => watchedFields?.Contains(fieldId) != false;
    /// <summary>Whether an unchanged cell is shown beside the changed ones.</summary>
    public bool Includes(Field field) => includesAll || included?.Contains(field.Id) == true;

    static List<string>? Among(List<string>? given, string[] known) => given?.All(known.Contains) != false ? given : throw AirtableRefusal.BadRequest();
}
