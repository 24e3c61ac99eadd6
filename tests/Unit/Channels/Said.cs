using System.Text;
using MyCavoodle.Hub;

namespace MyCavoodle.Tests.Unit.Channels;

/// <summary>Deliveries as a talk gets them, and what it reads in them.</summary>
static class Said
{
    public static readonly DateTimeOffset Now = new(2026, 11, 22, 8, 0, 0, TimeSpan.Zero);

    public static Delivery Delivery(string source, string body) => Delivery(source, Encoding.UTF8.GetBytes(body));

    public static Delivery Delivery(string source, byte[] body) =>
        MyCavoodle.Hub.Delivery.From(source, new VerifiedEnvelope("d-1", null, body), Now);

    public static async Task<List<Inbound>> ReadAsync(this ITalk talk, string body) => await talk.ReadAsync(Delivery(talk.Name, body), default).ToListAsync();

    public static WebhookRequest Request(string body, params (string Name, string Value)[] headers) =>
        new(headers.ToDictionary(h => h.Name, h => h.Value, StringComparer.OrdinalIgnoreCase), Encoding.UTF8.GetBytes(body));
}
