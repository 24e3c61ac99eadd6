using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.IO.Pipelines;
using System.Net;
using System.Runtime.CompilerServices;
using System.Text.Json;
using MyCavoodle.Clients.Http;

namespace MyCavoodle.Clients.Shopify;

/// <summary>
/// Reads an exported file as it arrives. It lies with another host at a signed address: no token goes there. Only what belongs to one
/// parent is in memory at a time.
/// </summary>
sealed class BulkFile(HttpClient http, ShopifyOptions options, TimeProvider time)
{
    /// <summary>The name of its own connection, which buffers nothing.</summary>
    public const string Client = "ShopifyBulkFile";

    public async IAsyncEnumerable<(long Line, T Item)> ReadAsync<T>(Uri url, long skipLines, IBulkReader<T> reader, [EnumeratorCancellation] CancellationToken ct)
    {
        using var response = await OpenAsync(url, ct);
        var pipe = PipeReader.Create(await response.Content.ReadAsStreamAsync(ct), new StreamPipeReaderOptions(bufferSize: 128 * 1024));
        var line = 0L;
        for (var ended = false; !ended;)
        {
            var read = await ArrivedAsync(pipe, ct);
            ended = read.IsCompleted;
            var rest = read.Buffer;
            while (TryCut(ref rest, ended, out var bytes))
            {
                if (++line <= skipLines)
                    continue;
                if (Take(reader, bytes, line, out var whole))
                    yield return (line - 1, whole);
            }
            pipe.AdvanceTo(rest.Start, rest.End);
        }
        await pipe.CompleteAsync();
        if (reader.TryFinish(out var last))
            yield return (line, last);
    }

    static bool Take<T>(IBulkReader<T> reader, ReadOnlySequence<byte> bytes, long line, [MaybeNullWhen(false)] out T whole)
    {
        try
        {
            return reader.Take(bytes.IsSingleSegment ? bytes.FirstSpan : bytes.ToArray(), out whole);
        }
        catch (JsonException e)
        {
            throw new ProviderException(ShopifyClient.Provider, $"bulk file: unreadable line {line} at {e.Path ?? "the start"}", HttpStatusCode.OK, code: "unreadable", inner: e);
        }
    }

    // The last line may lack its line feed; an empty one counts, so that line numbers are the file's own.
    static bool TryCut(ref ReadOnlySequence<byte> rest, bool ended, out ReadOnlySequence<byte> line)
    {
        if (rest.PositionOf((byte)'\n') is { } end)
        {
            line = rest.Slice(0, end);
            rest = rest.Slice(rest.GetPosition(1, end));
            return true;
        }
        line = rest;
        if (!ended || rest.IsEmpty)
            return false;
        rest = rest.Slice(rest.End);
        return true;
    }

    async Task<HttpResponseMessage> OpenAsync(Uri url, CancellationToken ct)
    {
        var response = await InTimeAsync(async limit => await http.GetAsync(url, HttpCompletionOption.ResponseHeadersRead, limit), ct);
        if (response.IsSuccessStatusCode)
            return response;
        using (response)
            throw new ProviderException(ShopifyClient.Provider, $"bulk file: {response.StatusCode.Named()}", response.StatusCode, isTransient: true,
                RetryAfter.Of(response, time), "bulk_file");
    }

    Task<ReadResult> ArrivedAsync(PipeReader pipe, CancellationToken ct) => InTimeAsync(async limit => await pipe.ReadAsync(limit), ct);

    // The limit counts for each piece that arrives: the whole may take an hour.
    async Task<T> InTimeAsync<T>(Func<CancellationToken, Task<T>> step, CancellationToken ct)
    {
        using var limit = new CancellationTokenSource(options.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, ct);
        try
        {
            return await step(either.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw Broken($"nothing within {options.Timeout.TotalSeconds:0.#} s", null);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            throw Broken("the download broke off", e);
        }
    }

    static ProviderException Broken(string words, Exception? inner) =>
        new(ShopifyClient.Provider, $"bulk file: {words}", isTransient: true, code: ProviderException.NoAnswer, inner: inner);
}
