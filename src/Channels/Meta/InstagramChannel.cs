using Microsoft.Extensions.Options;
using MyCavoodle.Clients;
using MyCavoodle.Clients.Meta;
using MyCavoodle.Hub;

namespace MyCavoodle.Channels.Meta;

/// <summary>
/// Answers on Instagram, through the Page, within 24 hours of the person's last message.
/// A text has at most 1,000 bytes of UTF-8 (an emoji is four). https://developers.facebook.com/docs/messenger-platform/instagram
/// </summary>
/// <remarks>
/// What the answers mean. 200: taken, and an echo with our key follows. 400 or 403 with code 10/2534022 or 10/2018278: outside the
/// window, a person must take over. 551: they cannot be reached any more. 100/2018001: no such person. 190: the token died, all
/// sends stop until it is renewed. 4, 17, 32, 613, 80000-80014: too fast, also as HTTP 400; wait and send again. 5xx, 1, 2 or
/// no answer: it may have arrived, look before sending again. The codes: <see cref="MetaRefusal"/>.
/// Set-up: link the professional account to the Page, switch on "Allow access to messages" in its settings, give the token
/// instagram_manage_messages, and set <c>Meta:InstagramId</c>. Without that id there is no Instagram, and sending refuses.
/// </remarks>
public sealed class InstagramChannel(MetaClient meta, IOptions<MetaOptions> options) : IChannel
{
    public string Name => ChannelNames.Instagram;

    public IReadOnlyList<string> Split(string text) => TextSplitter.Split(text, 1_000, TextMeasure.Utf8Bytes);

    public Task<string> SendAsync(Outgoing message, CancellationToken ct) =>
        meta.SendTextAsync(Account, message.Address, message.Text, message.Key, ct);

    public Task<IReadOnlyList<string>> FindSentAsync(Outgoing message, CancellationToken ct) =>
        SentOnMeta.FindAsync(meta, Account, Name, message, ct);

    // Linked to a Page, an Instagram account speaks and is read through that Page.
    string Account => options.Value is { IsConfigured: true, InstagramId: null or "" }
        ? throw new ProviderException(MetaClient.Provider, "no Instagram account configured", code: ProviderException.NotConfigured)
        : options.Value.PageId ?? "";
}
