using MyCavoodle.Hub;

namespace MyCavoodle.Feeds.Airtable;

public enum DifferenceKind { TableMissing, TableRenamed, PrimaryOther, FieldMissing, FieldRenamed, TypeChanged, LinkElsewhere, ChoiceMissing, FormulaMissing, FormulaChanged }

/// <summary>One thing of a base that is not as the schema says.</summary>
/// <param name="Field">Null: it is about the table.</param>
/// <param name="Message">For the team, with what to do.</param>
public sealed record Difference(Sheet Sheet, SchemaField? Field, DifferenceKind Kind, string Message)
{
    public const string Keys = "airtable/schema/";

    /// <summary>Keeps values from being written.</summary>
    public bool IsInTheWay => Kind is DifferenceKind.TableMissing or DifferenceKind.TypeChanged or DifferenceKind.LinkElsewhere or DifferenceKind.ChoiceMissing or DifferenceKind.FieldMissing;

    /// <summary>Of its discrepancy.</summary>
    public string Key => $"{Keys}{Sheet.Table}/{Field?.Name}";

    /// <summary>The table a discrepancy of ours is about.</summary>
    public static MirrorTable TableOf(string key) => Enum.Parse<MirrorTable>(key.Split('/')[2]);
}
