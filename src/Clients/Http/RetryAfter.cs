using System.Globalization;

namespace MyCavoodle.Clients.Http;

/// <summary>
/// The wait a reply asks for. Read from the raw header because Shopify sends decimals (<c>2.0</c>) that the typed header refuses;
/// OpenAI adds <c>retry-after-ms</c>, which is finer and wins. https://www.rfc-editor.org/rfc/rfc9110#name-retry-after
/// </summary>
static class RetryAfter
{
    public static TimeSpan? Of(HttpResponseMessage response, TimeProvider time) =>
        Of(name => response.Headers.NonValidated.TryGetValues(name, out var values) ? values.ToString() : null, time);

    public static TimeSpan? Of(Func<string, string?> header, TimeProvider time)
    {
        if (Number(header("retry-after-ms")) is { } milliseconds)
            return TimeSpan.FromMilliseconds(milliseconds);
        var text = header("Retry-After");
        if (Number(text) is { } seconds)
            return TimeSpan.FromSeconds(seconds);
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? Until(at, time) : null;
    }

    public static TimeSpan Until(DateTimeOffset at, TimeProvider time)
    {
        var wait = at - time.GetUtcNow();
        return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
    }

    // A week is more than any provider asks and keeps nonsense from overflowing a timer.
    static double? Number(string? text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var n) && n is >= 0 and < 604_800_000 ? n : null;
}
