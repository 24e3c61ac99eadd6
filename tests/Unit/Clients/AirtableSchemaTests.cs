using Microsoft.Extensions.DependencyInjection;
using MyCavoodle.Clients;
using MyCavoodle.Clients.Airtable;
using Xunit;

namespace MyCavoodle.Tests.Unit.Clients;

public sealed class AirtableSchemaTests
{
    readonly JumpingTime time = new();

    [SharedTheory]
    [InlineData("meta_base_schema.json", "Pictures")]
    [InlineData("meta_base_tables_computed_fields.json", "CEO")]
    [InlineData("meta_base_tables_link_select_checkbox.json", "On Display?")]
    public async Task Tables_are_read_with_their_fields_and_options(string name, string field)
    {
        await using var airtable = await StandIn.AnsweringAsync((200, Shared.Read("airtable/" + name), []));
        await using var services = Services(airtable);
        var tables = await Client(services).Base.Schema.TablesAsync(default);
        Assert.All(tables, t => Assert.Contains(t.Fields, f => f.Id == t.PrimaryFieldId));
        Assert.Contains(tables[0].Fields, f => f.Name == field && f.Type is not null);
        Assert.Contains(tables.SelectMany(t => t.Fields), f => f.Type == "multipleRecordLinks" && f.Options?["linkedTableId"] is not null);
        Assert.Equal("/v0/meta/bases/appOurs/tables", airtable.Arrived[0].Address);
    }

    [SharedFact]
    public async Task Bases_are_listed_to_the_last_page()
    {
        await using var airtable = await StandIn.StartAsync((request, http) => http.ReplyAsync(request.Query == "?offset=itr%2F2"
            ? """{"bases":[{"id":"appLast","name":"Last","permissionLevel":"read"}]}"""
            : Shared.Read("airtable/meta_bases_list.json").TrimEnd().TrimEnd('}') + ""","offset":"itr/2"}"""));
        await using var services = Services(airtable);
        var bases = await Client(services).BasesAsync(default).ToListAsync();
        Assert.Equal(("Art Gallery Example", "create", "appLast"), (bases[0].Name, bases[0].PermissionLevel, bases[^1].Id));
    }

    [Fact]
    public async Task A_base_is_made_without_one_being_configured()
    {
        await using var airtable = await StandIn.AnsweringAsync((200, """{"id":"appNew","tables":[{"id":"tbl1","name":"Orders","primaryFieldId":"fld1","fields":[{"id":"fld1","name":"Number","type":"singleLineText"}]}]}""", []));
        await using var services = airtable.Clients(time, ("Airtable:BaseUrl", "{url}"), ("Airtable:Token", "t"), ("Airtable:WorkspaceId", "wspOurs"));
        var client = Client(services);

        var made = await client.CreateBaseAsync("MyCavoodle", [new("Orders", [new("Number", "singleLineText"), new("Total", "currency", new() { ["precision"] = 2 })], "What was bought.")], default);

        Assert.Equal(("appNew", "fld1"), (made.Id, made.Tables[0].Fields[0].Id));
        Assert.Equal("""{"name":"MyCavoodle","workspaceId":"wspOurs","tables":[{"name":"Orders","fields":[{"name":"Number","type":"singleLineText"},{"name":"Total","type":"currency","options":{"precision":2}}],"description":"What was bought."}]}""",
            airtable.Arrived[0].Body);
        Assert.Equal(ProviderException.NotConfigured, (await Assert.ThrowsAsync<ProviderException>(() => client.Base.Schema.TablesAsync(default))).Code);
        Assert.Single(await client.At(made.Id).Schema.TablesAsync(default));
    }

    [Fact]
    public async Task Tables_and_fields_are_made_and_changed()
    {
        await using var airtable = await StandIn.AnsweringAsync((200, """{"id":"x1","name":"Stock"}""", []));
        await using var services = Services(airtable);
        var schema = Client(services).Base.Schema;

        Assert.Equal("x1", (await schema.CreateTableAsync(new("Stock", [new("SKU", "singleLineText")]), default)).Id);
        await schema.UpdateTableAsync("tbl1", "Stock", null, default);
        Assert.Equal("Stock", (await schema.CreateFieldAsync("tbl1", new("Paid", "checkbox", new() { ["icon"] = "check", ["color"] = "greenBright" }, "Set by the shop."), default)).Name);
        await schema.UpdateFieldAsync("tbl1", "fld1", new(Description: "In pieces."), default);

        Assert.Equal(
        [
            ("POST", "/v0/meta/bases/appOurs/tables", """{"name":"Stock","fields":[{"name":"SKU","type":"singleLineText"}]}"""),
            ("PATCH", "/v0/meta/bases/appOurs/tables/tbl1", """{"name":"Stock"}"""),
            ("POST", "/v0/meta/bases/appOurs/tables/tbl1/fields", """{"name":"Paid","type":"checkbox","options":{"icon":"check","color":"greenBright"},"description":"Set by the shop."}"""),
            ("PATCH", "/v0/meta/bases/appOurs/tables/tbl1/fields/fld1", """{"description":"In pieces."}"""),
        ], airtable.Arrived.Select(r => (r.Method, r.Address, r.Body)));
    }

    [Fact]
    public async Task A_field_that_must_be_finished_by_hand_says_so()
    {
        await using var airtable = await StandIn.AnsweringAsync((422, """{"error":{"type":"UNSUPPORTED_FIELD_TYPE_FOR_CREATE","message":"Creating formula fields is not supported at this time"}}""", []));
        await using var services = Services(airtable);
        var refusal = await Assert.ThrowsAsync<ProviderException>(() => Client(services).Base.Schema.CreateFieldAsync("tbl1", new("Margin", "formula"), default));
        Assert.Equal((AirtableRefusal.UncreatableField, false), (refusal.Code, refusal.IsTransient));
    }

    [Fact]
    public async Task The_token_knows_whose_it_is()
    {
        await using var airtable = await StandIn.AnsweringAsync((200, """{"id":"usrOurs","scopes":["data.records:read"]}""", []));
        await using var services = Services(airtable);
        var user = await Client(services).WhoAmIAsync(default);
        Assert.Equal(("usrOurs", null, "data.records:read"), (user.Id, user.Email, user.Scopes.Single()));
        Assert.Equal("/v0/meta/whoami", airtable.Arrived[0].Address);
    }

    [Fact]
    public async Task A_base_without_a_token_stops_the_host_and_nothing_at_all_does_not()
    {
        await using var half = StandIn.Services(time, ("Airtable:BaseId", "appOurs"));
        Assert.Contains("Airtable:Token", Assert.ThrowsAny<Exception>(() => half.GetRequiredService<Microsoft.Extensions.Options.IStartupValidator>().Validate()).ToString(), StringComparison.Ordinal);
        await using var none = StandIn.Services(time);
        none.GetRequiredService<Microsoft.Extensions.Options.IStartupValidator>().Validate();
        Assert.Equal(ProviderException.NotConfigured, (await Assert.ThrowsAsync<ProviderException>(() => Client(none).WhoAmIAsync(default))).Code);
    }

    static AirtableClient Client(ServiceProvider services) => services.GetRequiredService<AirtableClient>();

    ServiceProvider Services(StandIn airtable) => airtable.Clients(time, ("Airtable:BaseUrl", "{url}v0/"), ("Airtable:Token", "t"), ("Airtable:BaseId", "appOurs"));
}
