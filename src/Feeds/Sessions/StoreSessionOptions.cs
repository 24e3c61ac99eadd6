using System.ComponentModel.DataAnnotations;

namespace MyCavoodle.Feeds;

/// <summary>Where store sessions come from when Shopify's plan has no analytics by API. Section <c>Sessions</c>.</summary>
public sealed class StoreSessionOptions
{
    /// <summary>
    /// A folder into which somebody puts the export of "Sessions over time" (columns Day and Sessions). Files that were read are
    /// moved into its folder read, others into refused. Default: data/sessions.
    /// </summary>
    [Required] public string DropFolder { get; set; } = "data/sessions";
}
