namespace MyCavoodle.Clients.Airtable;

/// <summary>One base. All that is asked of it goes through one gate, whoever holds this object.</summary>
public sealed class AirtableBase
{
    readonly string? id;

    internal AirtableBase(AirtableCalls calls, string? id)
    {
        this.id = string.IsNullOrWhiteSpace(id) ? null : id;
        (Records, Schema, Webhooks) = (new(calls, this), new(calls, this), new(calls, this));
    }

    /// <exception cref="ProviderException">No base is configured.</exception>
    public string Id => id ?? throw new ProviderException(AirtableClient.Provider, "no base configured", code: ProviderException.NotConfigured);

    public AirtableRecords Records { get; }
    public AirtableSchema Schema { get; }
    public AirtableWebhooks Webhooks { get; }
}
