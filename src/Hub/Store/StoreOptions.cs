using System.ComponentModel.DataAnnotations;

namespace MyCavoodle.Hub;

public enum StoreProvider { Sqlite, Postgres }

/// <summary>Where the hub lives. Section <c>Store</c>.</summary>
public sealed class StoreOptions
{
    public StoreProvider Provider { get; set; }

    /// <summary>As the database's driver reads it. Default: a file beside the program's working folder.</summary>
    [Required] public string ConnectionString { get; set; } = "Data Source=data/hub.db";
}
