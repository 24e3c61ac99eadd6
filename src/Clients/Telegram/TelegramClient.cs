using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using MyCavoodle.Clients.Http;

namespace MyCavoodle.Clients.Telegram;

/// <summary>
/// The founder's bot. https://core.telegram.org/bots/api · The token is part of every address, so addresses are in no log, trace or
/// exception of ours.
/// </summary>
/// <exception cref="ProviderException">
/// Any refusal; <see cref="ProviderException.Code"/> is Telegram's number. 429 waits exactly as told; 403 means blocked or gone;
/// 409 that a webhook and a poll, or two polls, are in each other's way.
/// </exception>
public sealed class TelegramClient(HttpClient http, TelegramOptions options)
{
    public const string Provider = "Telegram";

    /// <summary>Says something as plain text, 1-4,096 characters: the channel splits. Never repeated here, since it may have arrived.</summary>
    /// <returns>The message's id within the chat.</returns>
    public async Task<long> SendMessageAsync(long chatId, string text, CancellationToken ct) =>
        (await PostAsync<TelegramMessage>("sendMessage", new { chat_id = chatId, text, link_preview_options = new { is_disabled = true } }, false, ct)).MessageId;

    /// <summary>Shows "typing…" for five seconds or until a message comes.</summary>
    public Task SendChatActionAsync(long chatId, CancellationToken ct) =>
        PostAsync<bool>("sendChatAction", new { chat_id = chatId, action = "typing" }, true, ct);

    /// <summary>Asks for deliveries to an HTTPS address, each carrying the secret in <c>X-Telegram-Bot-Api-Secret-Token</c>.</summary>
    public Task SetWebhookAsync(Uri url, string secret, CancellationToken ct) =>
        PostAsync<bool>("setWebhook", new
        {
            url = url.AbsoluteUri,
            secret_token = secret,
            allowed_updates = new[] { "message", "edited_message", "callback_query", "my_chat_member" },
        }, true, ct);

    /// <summary>Ends deliveries, which polling needs.</summary>
    public Task DeleteWebhookAsync(CancellationToken ct) => PostAsync<bool>("deleteWebhook", new { }, true, ct);

    /// <summary>Waits for updates. Asking with the highest id + 1 confirms all before it.</summary>
    /// <param name="timeout">How long Telegram may hold the call open when there is nothing; 0-50 s.</param>
    public async Task<IReadOnlyList<TelegramUpdate>> GetUpdatesAsync(long? offset, TimeSpan timeout, CancellationToken ct)
    {
        var query = Wire.Query(("offset", offset?.ToString(CultureInfo.InvariantCulture)),
            ("timeout", ((int)timeout.TotalSeconds).ToString(CultureInfo.InvariantCulture)));
        using var request = Request(HttpMethod.Get, $"getUpdates?{query}");
        request.Options.Set(PatientHandler.ExtraTime, timeout);
        return await SendAsync<List<TelegramUpdate>>(request, ct);
    }

    /// <summary>The bot itself: proves the token.</summary>
    public async Task<TelegramUser> GetMeAsync(CancellationToken ct)
    {
        using var request = Request(HttpMethod.Get, "getMe");
        return await SendAsync<TelegramUser>(request, ct);
    }

    async Task<T> PostAsync<T>(string method, object body, bool repeatable, CancellationToken ct)
    {
        using var request = Request(HttpMethod.Post, method);
        request.Content = JsonContent.Create(body);
        request.Options.Set(PatientHandler.Repeatable, repeatable);
        return await SendAsync<T>(request, ct);
    }

    HttpRequestMessage Request(HttpMethod verb, string method)
    {
        options.EnsureConfigured(Provider);
        return new HttpRequestMessage(verb, options.BaseUrl.Below($"bot{options.BotToken}/{method}"));
    }

    async Task<T> SendAsync<T>(HttpRequestMessage request, CancellationToken ct)
    {
        using var response = await http.SendAsync(request, ct);
        if (response.IsSuccessStatusCode)
        {
            var reply = await response.ReadAsync<Reply<T>>(Provider, TelegramJson.Options, ct);
            return reply is { Ok: true, Result: { } result } ? result : throw new ProviderException(Provider, "a success without a result", response.StatusCode);
        }
        var error = await response.ErrorAsync(ct);
        var words = error.At("description").Text() ?? "no reason given";
        var wait = int.TryParse(error.At("parameters", "retry_after").Text(), CultureInfo.InvariantCulture, out var seconds)
            ? TimeSpan.FromSeconds(seconds) : (TimeSpan?)null;
        // A proxy or an emulator may quote the address back to us.
        throw new ProviderException(Provider, $"{response.StatusCode.Named()}: {words.Replace(options.BotToken!, "***", StringComparison.Ordinal).Short()}",
            response.StatusCode, PatientHandler.IsTransient(response.StatusCode), wait,
            error.At("error_code").Text() ?? ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture));
    }

    sealed record Reply<T>(bool Ok, T? Result);
}
