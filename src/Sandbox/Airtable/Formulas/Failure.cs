namespace MyCavoodle.Sandbox.Airtable.Formulas;

/// <summary>What a cell shows as #ERROR!. A value, not an exception: a filter meets it in every row.</summary>
sealed class Failure
{
    public static readonly Failure Instance = new();
}
