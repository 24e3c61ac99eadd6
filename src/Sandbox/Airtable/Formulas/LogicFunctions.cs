namespace MyCavoodle.Sandbox.Airtable.Formulas;

/// <summary>Choosing, and joining truths. Only the chosen branch is worked out.</summary>
static class LogicFunctions
{
    public static readonly IReadOnlyList<Function> All =
    [
        new("IF", 2, 3, a => new(Common(a.Skip(1)), scope => a[0].Evaluate(scope) is var truth && truth is Failure ? truth
            : Plain.Truth(truth) ? a[1].Evaluate(scope) : a.Count > 2 ? a[2].Evaluate(scope) : null)),
        new("SWITCH", 3, Function.Many, Switch),
        Function.Of("AND", 1, Function.Many, Kind.Number, v => Plain.Flat(v).All(Plain.Truth)),
        Function.Of("OR", 1, Function.Many, Kind.Number, v => Plain.Flat(v).Any(Plain.Truth)),
        Function.Of("XOR", 1, Function.Many, Kind.Number, v => Plain.Flat(v).Count(Plain.Truth) % 2 == 1),
        Function.Of("NOT", 1, 1, Kind.Number, v => !Plain.Truth(v[0])),
        Function.Of("TRUE", 0, 0, Kind.Number, _ => true),
        Function.Of("FALSE", 0, 0, Kind.Number, _ => false),
        Function.Of("BLANK", 0, 0, Kind.Unknown, _ => null),
        Function.Of("ERROR", 0, 1, Kind.Unknown, _ => Failure.Instance),
        new("ISERROR", 1, 1, a => new(Kind.Number, scope => a[0].Evaluate(scope) is Failure or double.NaN)),
    ];

    static Expression Switch(IReadOnlyList<Expression> parts) => new(Common(parts.Skip(1).Where((_, i) => i % 2 == 1 || i == parts.Count - 2)), scope =>
    {
        var value = parts[0].Evaluate(scope);
        if (value is Failure) return value;
        for (var i = 1; i + 1 < parts.Count; i += 2)
            if (Plain.AreEqual(value, parts[i].Evaluate(scope))) return parts[i + 1].Evaluate(scope);
        return parts.Count % 2 == 0 ? parts[^1].Evaluate(scope) : null;
    });

    /// <summary>The branches' kind, if they agree; a blank one agrees with every other.</summary>
    static Kind Common(IEnumerable<Expression> branches) =>
        branches.Select(b => b.Kind).Where(k => k != Kind.Unknown).Distinct().ToList() switch { [var one] => one, [] => Kind.Unknown, _ => Kind.Text };
}
