namespace MyCavoodle.Sandbox.Airtable.Formulas;

/// <summary>The text is no formula, or speaks of fields or functions there are not.</summary>
sealed class FormulaException(string message) : Exception(message);
