using System.Net;

namespace MyCavoodle.Clients;

/// <summary>
/// A provider's no: it refused, answered nonsense, or did not answer. The message names the provider and its own words, never a
/// token and never a customer's text. Cancellation by our own side is not one of these and passes through as it is.
/// </summary>
/// <param name="provider">The configuration section of the provider, e.g. <c>Shopify</c>.</param>
/// <param name="message">What happened, for the log and the desk.</param>
/// <param name="status">The HTTP status; null when there was no answer.</param>
/// <param name="isTransient">True when the same request may succeed later. A transient send may have been accepted all the same.</param>
/// <param name="retryAfter">How long the provider asked us to wait; null when it did not say.</param>
/// <param name="code">The provider's own code, e.g. Meta's <c>10/2018278</c>, Gmail's <c>rateLimitExceeded</c>, OpenAI's <c>insufficient_quota</c>.</param>
/// <param name="inner">What the network said, if it was the network.</param>
public sealed class ProviderException(string provider, string message, HttpStatusCode? status = null, bool isTransient = false,
    TimeSpan? retryAfter = null, string? code = null, Exception? inner = null) : Exception($"{provider}: {message}", inner)
{
    /// <summary>The code of calls to a provider whose credentials were never set.</summary>
    public const string NotConfigured = "not_configured";

    /// <summary>The code when the network failed or the provider was too slow; whether a send arrived is then unknown.</summary>
    public const string NoAnswer = "no_answer";

    public string Provider { get; } = provider;
    public HttpStatusCode? Status { get; } = status;
    public bool IsTransient { get; } = isTransient;
    public TimeSpan? RetryAfter { get; } = retryAfter;
    public string? Code { get; } = code;
}
