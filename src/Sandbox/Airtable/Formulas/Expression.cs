namespace MyCavoodle.Sandbox.Airtable.Formulas;

/// <summary>What comes out of an expression, as far as its form tells.</summary>
enum Kind { Text, Number, Date, Unknown }

/// <summary>A part of a formula, ready to be worked out.</summary>
/// <remarks>
/// Values are null (blank), string, double, bool, <see cref="DateOnly"/>, <see cref="DateTimeOffset"/>, a list of these, or
/// <see cref="Failure"/>.
/// </remarks>
/// <param name="Field">Where it is nothing but a field: the field.</param>
sealed record Expression(Kind Kind, Func<Scope, object?> Evaluate, Field? Field = null)
{
    /// <summary>How many parts lie one inside the other.</summary>
    public int Depth { get; init; }

    public static Expression Constant(Kind kind, object? value) => new(kind, _ => value);
}
