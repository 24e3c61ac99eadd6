using System.Net;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace MyCavoodle.Clients.Http;

/// <summary>
/// Stands between every client and the network: a time limit for each try, two quick retries of what may be repeated, and every
/// network failure as a transient <see cref="ProviderException"/>. Waits longer than <see cref="LongestWait"/> are the flow's work,
/// which stores the row and comes back.
/// </summary>
/// <remarks>
/// Only safe methods are repeated, and requests marked with <see cref="Repeatable"/>: a POST that timed out may have been accepted,
/// and none of the providers knows an idempotency key for sends.
/// </remarks>
sealed class PatientHandler : DelegatingHandler
{
    /// <summary>Marks a POST that changes nothing, or the same thing twice (a token refresh, a watch).</summary>
    public static readonly HttpRequestOptionsKey<bool> Repeatable = new("MyCavoodle.Repeatable");

    /// <summary>Marks a request whose client repeats it itself, because every try must keep the provider's pace.</summary>
    public static readonly HttpRequestOptionsKey<bool> SelfPaced = new("MyCavoodle.SelfPaced");

    /// <summary>Time allowed beyond the configured limit, for long polls.</summary>
    public static readonly HttpRequestOptionsKey<TimeSpan> ExtraTime = new("MyCavoodle.ExtraTime");

    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    const int LargestReply = 64 * 1024 * 1024;
    static readonly ResiliencePropertyKey<HttpRequestMessage> Request = new("request");

    readonly string provider;
    readonly TimeProvider time;
    readonly ResiliencePipeline<HttpResponseMessage> pipeline;

    public PatientHandler(string provider, TimeSpan timeout, TimeProvider time)
    {
        this.provider = provider;
        this.time = time;
        pipeline = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                MaxRetryAttempts = 2,
                Delay = TimeSpan.FromMilliseconds(300),
                MaxDelay = LongestWait,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                ShouldHandle = args => ValueTask.FromResult(MayRepeat(args.Context) && IsWorthRepeating(args.Outcome)),
                DelayGenerator = args => ValueTask.FromResult(args.Outcome.Result is { } reply ? RetryAfter.Of(reply, time) : null),
                OnRetry = args => { args.Outcome.Result?.Dispose(); return default; },
            })
            .AddTimeout(new TimeoutStrategyOptions
            {
                TimeoutGenerator = args => ValueTask.FromResult(timeout +
                    (args.Context.Properties.GetValue(Request, null!).Options.TryGetValue(ExtraTime, out var extra) ? extra : TimeSpan.Zero)),
            })
            .Build();
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        context.Properties.Set(Request, request);
        try
        {
            return await pipeline.ExecuteAsync(async c => await TryAsync(request, c.CancellationToken), context);
        }
        catch (TimeoutRejectedException e)
        {
            throw new ProviderException(provider, $"no answer within {e.Timeout.TotalSeconds:0.#} s", isTransient: true, code: ProviderException.NoAnswer);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            // The exception's own words can hold a host and port, never a path; still only its kind is told.
            var kind = e is HttpRequestException h ? h.HttpRequestError.ToString() : e.GetType().Name;
            throw new ProviderException(provider, $"network failure ({kind})", isTransient: true, code: ProviderException.NoAnswer, inner: e);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    // The body is read inside the try, so that a reply which stalls half-way counts as slow too.
    async Task<HttpResponseMessage> TryAsync(HttpRequestMessage request, CancellationToken ct)
    {
        var response = await base.SendAsync(request, ct);
        try
        {
            await response.Content.LoadIntoBufferAsync(LargestReply, ct);
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    static bool MayRepeat(ResilienceContext context)
    {
        var request = context.Properties.GetValue(Request, null!);
        return !IsMarked(request, SelfPaced) && (request.Method == HttpMethod.Get || request.Method == HttpMethod.Head || IsMarked(request, Repeatable));
    }

    static bool IsMarked(HttpRequestMessage request, HttpRequestOptionsKey<bool> mark) => request.Options.TryGetValue(mark, out var isSet) && isSet;

    bool IsWorthRepeating(Outcome<HttpResponseMessage> outcome) => outcome switch
    {
        { Exception: HttpRequestException or IOException or TimeoutRejectedException } => true,
        { Result: { } reply } => IsTransient(reply.StatusCode) && !(RetryAfter.Of(reply, time) > LongestWait),
        _ => false,
    };

    /// <summary>The statuses that mean "later" at every provider here.</summary>
    public static bool IsTransient(HttpStatusCode status) =>
        status is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests || (int)status >= 500;
}
