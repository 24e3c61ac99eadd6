using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MyCavoodle.Clients;
using MyCavoodle.Clients.Gmail;
using MyCavoodle.Clients.Llm;
using MyCavoodle.Clients.Meta;
using MyCavoodle.Clients.Shopify;
using MyCavoodle.Clients.Telegram;
using Xunit;

namespace MyCavoodle.Tests.Unit.Clients;

public sealed class OptionsTests
{
    [Fact]
    public async Task Without_any_settings_the_host_may_start_and_every_client_says_it_is_not_configured()
    {
        await using var services = StandIn.Services(TimeProvider.System);
        services.GetRequiredService<IStartupValidator>().Validate();

        Assert.False(services.GetRequiredService<IOptions<ShopifyOptions>>().Value.IsConfigured);
        Assert.False(services.GetRequiredService<IOptions<LlmOptions>>().Value.IsConfigured);
        foreach (var call in new Func<Task>[]
        {
            () => services.GetRequiredService<ShopifyClient>().ShopAsync(default),
            () => services.GetRequiredService<MetaClient>().SendTextAsync("1", "2", "Hi", "", default),
            () => services.GetRequiredService<GmailClient>().ProfileAsync(default),
            () => services.GetRequiredService<TelegramClient>().GetMeAsync(default),
            () => services.GetRequiredService<OpenAiChat>().GetResponseAsync([]),
        })
            Assert.Equal(ProviderException.NotConfigured, (await Assert.ThrowsAsync<ProviderException>(call)).Code);
    }

    [Fact]
    public async Task A_provider_configured_in_part_stops_the_host_and_every_missing_key_is_named()
    {
        await using var services = StandIn.Services(TimeProvider.System, ("Shopify:AccessToken", "t"), ("Meta:InstagramId", "17"));
        var refusal = Assert.ThrowsAny<Exception>(() => services.GetRequiredService<IStartupValidator>().Validate()).ToString();
        foreach (var key in new[] { "Shopify:BaseUrl", "Shopify:WebhookSecret", "Meta:AppSecret", "Meta:VerifyToken", "Meta:AccessToken", "Meta:PageId" })
            Assert.Contains(key, refusal, StringComparison.Ordinal);
        Assert.DoesNotContain("Meta:AdAccountId", refusal, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AccessToken", "t", "WebhookSecret", "s")]
    [InlineData("AccessToken", "t", "ClientSecret", "s")]
    [InlineData("ClientId", "c", "ClientSecret", "s")]
    public async Task A_shop_is_whole_with_a_permanent_token_or_with_an_app_of_its_own(string key, string value, string secondKey, string second)
    {
        await using var services = StandIn.Services(TimeProvider.System, ("Shopify:BaseUrl", "https://shop.example/"), ("Shopify:" + key, value), ("Shopify:" + secondKey, second));
        services.GetRequiredService<IStartupValidator>().Validate();
        Assert.True(services.GetRequiredService<IOptions<ShopifyOptions>>().Value.IsConfigured);
    }

    [Fact]
    public async Task An_app_without_its_secret_is_told_every_way_to_be_whole()
    {
        await using var services = StandIn.Services(TimeProvider.System, ("Shopify:BaseUrl", "https://shop.example/"), ("Shopify:ClientId", "c"));
        var refusal = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IStartupValidator>().Validate());
        Assert.Equal(
        [
            "Shopify:AccessToken, or Shopify:ClientId and Shopify:ClientSecret, is missing while other Shopify credentials are set.",
            "Shopify:WebhookSecret, or Shopify:ClientSecret, is missing while other Shopify credentials are set.",
        ], refusal.Failures);
    }

    [Fact]
    public async Task Gmail_push_is_given_whole_or_not_at_all()
    {
        (string, string)[] mailbox = [("Gmail:ClientId", "c"), ("Gmail:ClientSecret", "s"), ("Gmail:RefreshToken", "r"), ("Gmail:Mailbox", "hello@mycavoodle.example")];
        await using var polled = StandIn.Services(TimeProvider.System, mailbox);
        polled.GetRequiredService<IStartupValidator>().Validate();
        Assert.False(polled.GetRequiredService<IOptions<GmailOptions>>().Value.IsPushConfigured);

        await using var half = StandIn.Services(TimeProvider.System, [.. mailbox, ("Gmail:Topic", "projects/p/topics/t")]);
        var refusal = Assert.Throws<OptionsValidationException>(() => half.GetRequiredService<IStartupValidator>().Validate());
        Assert.Equal(2, refusal.Failures.Count());
    }

    [Fact]
    public async Task A_time_limit_out_of_range_stops_the_host()
    {
        await using var services = StandIn.Services(TimeProvider.System, ("Telegram:Timeout", "00:20:00"));
        Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IStartupValidator>().Validate());
    }
}
