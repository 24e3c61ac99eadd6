using Microsoft.Extensions.DependencyInjection;
using MyCavoodle.Channels.Gmail;
using MyCavoodle.Channels.Meta;
using MyCavoodle.Channels.Telegram;
using MyCavoodle.Hub;

namespace MyCavoodle.Channels;

public static class ChannelRegistration
{
    /// <summary>
    /// Registers every way customers reach us, configured or not: without credentials a talk believes no delivery, and a channel
    /// refuses to send.
    /// </summary>
    public static IServiceCollection AddChannels(this IServiceCollection services) => services
        .AddSingleton<ISource, MetaTalk>().AddSingleton<IChannel, MessengerChannel>().AddSingleton<IChannel, InstagramChannel>()
        .AddSingleton<ISource, GmailTalk>().AddSingleton<IChannel, EmailChannel>()
        .AddSingleton<ISource, TelegramTalk>().AddSingleton<IChannel, TelegramChannel>();
}
