using Microsoft.Extensions.Options;
using MyCavoodle.Clients;
using MyCavoodle.Clients.Gmail;
using MyCavoodle.Clients.Llm;
using MyCavoodle.Clients.Meta;
using MyCavoodle.Clients.Telegram;

namespace MyCavoodle.Bot.CheckUp;

/// <summary>Which of the other providers have their credentials.</summary>
sealed class ProvidersCheck(IOptions<MetaOptions> meta, IOptions<GmailOptions> gmail, IOptions<TelegramOptions> telegram, IOptions<LlmOptions> llm) : ICheck
{
    public string Area => "Providers";
    public bool IsForSandbox => false;

    public IAsyncEnumerable<Finding> LookAsync(CancellationToken ct) => new[]
    {
        Tell("Meta (Instagram, Messenger)", meta.Value), Tell("Gmail", gmail.Value), Tell("Telegram", telegram.Value),
        llm.Value.IsConfigured ? Tell("Model", llm.Value) : new(Area, Health.Note, "Model: none configured, the offline model answers"),
    }.ToAsyncEnumerable();

    Finding Tell(string name, ProviderOptions options) =>
        new(Area, options.IsConfigured ? Health.Well : Health.Note, $"{name}: {(options.IsConfigured ? "configured" : "not configured")}");
}
