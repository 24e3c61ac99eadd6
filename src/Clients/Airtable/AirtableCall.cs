using System.Net;

namespace MyCavoodle.Clients.Airtable;

/// <summary>What may be sent again when it is not known, or known not, to have been done.</summary>
enum Repeat
{
    /// <summary>Never: it would make a second record, table or webhook.</summary>
    Never,

    /// <summary>Only when Airtable said that it was too busy: a delete whose answer was lost would be refused the second time.</summary>
    WhenRefused,

    /// <summary>Whenever it may help: twice is the same as once.</summary>
    Always,
}

/// <summary>One request. The gate is the base's id, or empty for calls about no base.</summary>
sealed record AirtableCall(HttpMethod Method, string Gate, string Path, Repeat Repeat, object? Body = null)
{
    /// <summary>For messages: no query, which can hold a customer's words.</summary>
    public string Name => $"{Method} {Path.Split('?')[0]}";

    public bool MayRepeat(ProviderException refusal) => refusal.IsTransient &&
        (refusal.Status == HttpStatusCode.TooManyRequests ? Repeat != Repeat.Never : Repeat == Repeat.Always);
}
