namespace MyCavoodle.Sandbox.Airtable.Formulas;

/// <summary>What a formula is worked out over.</summary>
/// <param name="Reader">Reads the cells of the row's table.</param>
/// <param name="Values">What a rollup gathered.</param>
sealed record Scope(RowReader Reader, Row Row, IReadOnlyList<object?>? Values = null);
