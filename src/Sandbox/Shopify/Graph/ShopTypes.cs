using System.Text.Json.Nodes;
using MyCavoodle.Sandbox.Shop;

namespace MyCavoodle.Sandbox.Shopify.Graph;

/// <summary>The shop itself, and ShopifyQL's answers.</summary>
static class ShopTypes
{
    static readonly ObjectType<GroomingShop> Plan = new ObjectType<GroomingShop>("ShopPlan")
        .Value("publicDisplayName", _ => "Basic").Value("partnerDevelopment", _ => false).Value("shopifyPlus", _ => false);

    static readonly ObjectType<GroomingShop> Domain = new ObjectType<GroomingShop>("Domain").Value("host", _ => Credentials.ShopifyDomain);

    public static readonly ObjectType<GroomingShop> Shop = new ObjectType<GroomingShop>("Shop")
        .Value("id", _ => Gid.Of("Shop", Ids.Shop))
        .Value("name", _ => GroomingShop.Name)
        .Value("email", _ => Credentials.GmailMailbox)
        .Value("contactEmail", _ => Credentials.GmailMailbox)
        .Value("myshopifyDomain", _ => Credentials.ShopifyDomain)
        .One("primaryDomain", () => Domain, s => s)
        .Value("url", _ => "https://mycavoodle.example")
        .Value("currencyCode", _ => Money.Currency)
        .Value("enabledPresentmentCurrencies", _ => new[] { Money.Currency })
        .Value("ianaTimezone", _ => "Australia/Sydney")
        .Value("timezoneOffset", s => Sydney.Shifted(s.Now).ToString("zzz", System.Globalization.CultureInfo.InvariantCulture).Replace(":", "", StringComparison.Ordinal))
        .Value("timezoneOffsetMinutes", s => (int)Sydney.Shifted(s.Now).Offset.TotalMinutes)
        .Value("taxesIncluded", _ => true)
        .Value("taxShipping", _ => true)
        .Value("weightUnit", _ => "KILOGRAMS")
        .Value("createdAt", s => s.OpenedAt)
        .Value("updatedAt", s => s.OpenedAt)
        .One("plan", () => Plan, s => s);

    static readonly ObjectType<JsonObject> Column = new ObjectType<JsonObject>("ShopifyqlTableDataColumn") { IsFree = true }
        .Value("name", c => c["name"]).Value("dataType", c => c["dataType"]).Value("displayName", c => c["displayName"]).Value("subType", _ => null);

    static readonly ObjectType<SessionTable> Table = new ObjectType<SessionTable>("ShopifyqlTableData")
        .Value("rows", t => t.Rows)
        .Many("columns", () => Column, t => t.Columns, "");

    public static readonly ObjectType<SessionAnswer> ShopifyQl = new ObjectType<SessionAnswer>("ShopifyqlQueryResponse")
        .Value("parseErrors", a => a.ParseErrors)
        .One("tableData", () => Table, a => a.Table);
}
