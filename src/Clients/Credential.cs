namespace MyCavoodle.Clients;

/// <summary>
/// One thing that has no sensible default, and the ways to give it: usually a single key, sometimes either these keys or those
/// (a permanent token, or an id and a secret that fetch one).
/// </summary>
sealed class Credential
{
    readonly Key[][] ways;

    Credential(Key[][] ways) => this.ways = ways;

    public static Credential Of(string key, object? value) => new([[new(key, value)]]);

    /// <summary>Given by any of these ways; the keys of one way belong together.</summary>
    public static Credential Either(params Key[][] ways) => new(ways);

    public bool IsSet => ways.Any(way => way.All(key => key.IsSet));

    /// <summary>Whether any key is given, though perhaps not enough of them.</summary>
    public bool IsBegun => ways.Any(way => way.Any(key => key.IsSet));

    /// <summary>The keys as an operator writes them: <c>Shopify:AccessToken, or Shopify:ClientId and Shopify:ClientSecret,</c>.</summary>
    public string Named(string section)
    {
        var named = string.Join(", or ", ways.Select(way => string.Join(" and ", way.Select(key => $"{section}:{key.Name}"))));
        return ways.Length > 1 ? named + "," : named;
    }

    /// <summary>A key of the section, and whether configuration gives it. The value itself is not kept.</summary>
    public sealed class Key(string name, object? value)
    {
        public string Name { get; } = name;
        public bool IsSet { get; } = value is string text ? !string.IsNullOrWhiteSpace(text) : value is not null;
    }
}
