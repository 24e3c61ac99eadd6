using System.Diagnostics.Metrics;

namespace MyCavoodle.Bot.Cli;

/// <summary>Counts the requests this process sends, by what .NET itself measures.</summary>
sealed class RequestMeter : IDisposable
{
    readonly MeterListener listener = new();
    int requests, refused;

    public RequestMeter()
    {
        listener.InstrumentPublished = (instrument, own) =>
        {
            if (instrument is { Meter.Name: "System.Net.Http", Name: "http.client.request.duration" }) own.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<double>((_, _, tags, _) =>
        {
            Interlocked.Increment(ref requests);
            foreach (var tag in tags)
                if (tag is { Key: "http.response.status_code", Value: 429 }) Interlocked.Increment(ref refused);
        });
        listener.Start();
    }

    public int Requests => requests;

    /// <summary>Answers with 429.</summary>
    public int Refused => refused;

    public void Dispose() => listener.Dispose();
}
