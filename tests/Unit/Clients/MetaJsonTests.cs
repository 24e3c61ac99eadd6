using MyCavoodle.Clients.Meta;
using Xunit;

namespace MyCavoodle.Tests.Unit.Clients;

public sealed class MetaJsonTests
{
    public static TheoryData<string> Deliveries => [.. Shared.Names("meta").Where(n => !n.Contains("/api_", StringComparison.Ordinal)).DefaultIfEmpty("")];

    [SharedTheory, MemberData(nameof(Deliveries))]
    public void Every_known_delivery_is_read(string name)
    {
        var delivery = MetaJson.Parse(Shared.Read(name));
        Assert.NotEmpty(delivery.Entries);
        Assert.All(delivery.Entries, e => Assert.True(e.Messaging.Count + e.Standby.Count + e.Changes.Count > 0));
        Assert.All(delivery.Entries.SelectMany(e => e.Messaging).Where(m => m.Message is not null), m => Assert.NotNull(m.Timestamp));
    }

    [SharedFact]
    public void Ids_are_text_whether_they_came_as_numbers_or_not()
    {
        var message = MetaJson.Parse(Shared.Read("meta/messenger_message_echo.json")).Entries[0].Messaging[0];
        Assert.Equal(("987654321432", "1517776481860111", true), (message.Sender?.Id, message.Message?.AppId, message.Message?.IsEcho));
        Assert.Equal(DateTimeOffset.FromUnixTimeMilliseconds(1457764197627), message.Timestamp);
        Assert.NotNull(MetaJson.Parse(Shared.Read("meta/messenger_policy_enforcement.json")).Entries[0].Messaging[0].PolicyEnforcement?.Reason);
        Assert.Equal("1234567890321", MetaJson.Parse(Shared.Read("meta/page_feed_comment_edited.json")).Entries[0].Changes[0].Value?.AuthorId);
    }

    [Fact]
    public void Times_come_in_four_kinds()
    {
        foreach (var (time, expected) in new[] { ("1527459824", 1527459824L), ("\"1527459824\"", 1527459824), ("1527459824000", 1527459824), ("\"2021-09-08T06:34:04+0000\"", 1631082844) })
            Assert.Equal(expected, MetaJson.Parse($$"""{"entry":[{"id":"0","time":{{time}}}]}""").Entries[0].Time?.ToUnixTimeSeconds());
        Assert.Null(MetaJson.Parse("""{"entry":[{"time":"soon"}]}""").Entries[0].Time);
    }

    [Fact]
    public void A_change_written_straight_into_the_entry_is_a_change()
    {
        var change = Assert.Single(MetaJson.Parse("""{"object":"instagram","entry":[{"id":"1","field":"comments","value":{"id":"5","text":"Cute!"}}]}""").Entries[0].Changes);
        Assert.Equal(("comments", "Cute!", "5"), (change.Field, change.Value?.Words, change.Value?.Key));
    }

    [Fact]
    public void Parts_of_unknown_shape_are_absent_and_the_rest_is_read()
    {
        var sent = MetaJson.Parse("""{"entry":[{"messaging":[{"sender":"x","message":{"mid":"m","text":"Hi","reply_to":[1],"attachments":null,"surprise":{}}}]}]}""").Entries[0].Messaging[0];
        Assert.Equal(("Hi", null, 0), (sent.Message!.Text, sent.Sender?.Id, sent.Message.Attachments.Count));
    }
}
