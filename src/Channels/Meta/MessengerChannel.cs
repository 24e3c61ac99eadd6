using Microsoft.Extensions.Options;
using MyCavoodle.Clients.Meta;
using MyCavoodle.Hub;

namespace MyCavoodle.Channels.Meta;

/// <summary>
/// Answers on Messenger, through the Page, within 24 hours of the person's last message.
/// A text has at most 2,000 characters. https://developers.facebook.com/docs/messenger-platform/send-messages
/// </summary>
/// <remarks>
/// What the answers mean. 200: taken, and an echo with our key follows. 400 or 403 with code 10/2018278: outside the
/// window, a person must take over. 551: they cannot be reached any more. 100/2018001: no such person. 190: the token died, all
/// sends stop until it is renewed. 4, 17, 32, 613, 80000-80014: too fast, also as HTTP 400; wait and send again. 5xx, 1, 2 or
/// no answer: it may have arrived, look before sending again. The codes: <see cref="MetaRefusal"/>.
/// Set-up: a Page access token with pages_messaging in <c>Meta:AccessToken</c> and the Page in <c>Meta:PageId</c>; the webhook as
/// <see cref="MetaTalk"/> says.
/// </remarks>
public sealed class MessengerChannel(MetaClient meta, IOptions<MetaOptions> options) : IChannel
{
    public string Name => ChannelNames.Messenger;

    public IReadOnlyList<string> Split(string text) => TextSplitter.Split(text, 2_000);

    public Task<string> SendAsync(Outgoing message, CancellationToken ct) =>
        meta.SendTextAsync(Account, message.Address, message.Text, message.Key, ct);

    public Task<IReadOnlyList<string>> FindSentAsync(Outgoing message, CancellationToken ct) =>
        SentOnMeta.FindAsync(meta, Account, Name, message, ct);

    // The client refuses when nothing is configured.
    string Account => options.Value.PageId ?? "";
}
