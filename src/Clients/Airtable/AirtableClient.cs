using System.Runtime.CompilerServices;
using MyCavoodle.Clients.Http;

namespace MyCavoodle.Clients.Airtable;

/// <summary>
/// The team's tables over Airtable's Web API. It keeps the pace Airtable asks for (<see cref="AirtableGate"/>), so one instance serves
/// the whole program. https://airtable.com/developers/web/api/introduction
/// </summary>
/// <exception cref="ProviderException">
/// Any refusal. Transient: 429, which has closed the base for <see cref="AirtableOptions.PenaltyPause"/>, and 5xx. Lasting: 401 (token),
/// 402 (plan), 403 (scope, or no such base or table), 404, 413, 422 (values). Reads, changes by id, upserts and deletes wait a 429 out.
/// </exception>
public sealed class AirtableClient
{
    public const string Provider = "Airtable";

    readonly AirtableOptions options;
    readonly AirtableCalls calls;

    public AirtableClient(HttpClient http, AirtableOptions options, TimeProvider time)
    {
        (this.options, calls) = (options, new(http, options, time));
        Base = At(options.BaseId);
    }

    /// <summary>The configured base; its calls are refused as not configured when there is none.</summary>
    public AirtableBase Base { get; }

    /// <summary>Another base, such as one just made.</summary>
    public AirtableBase At(string? baseId) => new(calls, baseId);

    /// <summary>Whose token it is: changes by this user are our own.</summary>
    public Task<AirtableUser> WhoAmIAsync(CancellationToken ct) => calls.SendAsync<AirtableUser>(new(HttpMethod.Get, "", "meta/whoami", Repeat.Always), ct);

    /// <summary>Every base the token reaches.</summary>
    public async IAsyncEnumerable<AirtableBaseName> BasesAsync([EnumeratorCancellation] CancellationToken ct)
    {
        string? offset = null;
        do
        {
            var page = await calls.SendAsync<BasePage>(new(HttpMethod.Get, "", $"meta/bases?{Wire.Query(("offset", offset))}".TrimEnd('?'), Repeat.Always), ct);
            foreach (var one in page.Bases)
                yield return one;
            offset = page.Offset;
        }
        while (!string.IsNullOrEmpty(offset));
    }

    /// <summary>
    /// Makes a base in the configured workspace, with at least one table. Never repeated: after a transient refusal it may be there.
    /// https://airtable.com/developers/web/api/create-base
    /// </summary>
    public Task<AirtableMadeBase> CreateBaseAsync(string name, IReadOnlyList<AirtableTableDraft> tables, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(options.WorkspaceId))
            throw new ProviderException(Provider, "no workspace configured", code: ProviderException.NotConfigured);
        return calls.SendAsync<AirtableMadeBase>(new(HttpMethod.Post, "", "meta/bases", Repeat.Never, new { name, workspaceId = options.WorkspaceId, tables }), ct);
    }

    sealed record BasePage
    {
        public IReadOnlyList<AirtableBaseName> Bases { get; init => field = value ?? []; } = [];
        public string? Offset { get; init; }
    }
}

/// <summary>A person or service account. The address is there only with the scope user.email:read.</summary>
public sealed record AirtableUser
{
    public string Id { get; init => field = value ?? ""; } = "";
    public string? Email { get; init; }
    public string? Name { get; init; }
    public string? PermissionLevel { get; init; }
    public IReadOnlyList<string> Scopes { get; init => field = value ?? []; } = [];
}
