namespace MyCavoodle.Sandbox.Airtable.Formulas;

/// <summary>A function formulas may call.</summary>
/// <param name="Least">Fewest arguments.</param>
/// <param name="Most">Most arguments.</param>
/// <param name="Build">Makes the call ready.</param>
sealed record Function(string Name, int Least, int Most, Func<IReadOnlyList<Expression>, Expression> Build)
{
    public const int Many = int.MaxValue;

    static readonly Dictionary<string, Function> All = new[] { LogicFunctions.All, NumberFunctions.All, TextFunctions.All, DateFunctions.All, RowFunctions.All }
        .SelectMany(group => group).ToDictionary(f => f.Name, StringComparer.OrdinalIgnoreCase);

    /// <exception cref="FormulaException">There is no such function, or not with so many arguments.</exception>
    public static Expression Call(string name, IReadOnlyList<Expression> arguments) =>
        All.TryGetValue(name, out var function) && arguments.Count >= function.Least && arguments.Count <= function.Most ? function.Build(arguments)
            : throw new FormulaException("Invalid formula. Please check your formula text.");

    /// <summary>A function of its arguments' values; an error in one is the error of all.</summary>
    public static Function Of(string name, int least, int most, Kind kind, Func<object?[], object?> work) => new(name, least, most, arguments => new Expression(kind, scope =>
    {
        var values = new object?[arguments.Count];
        for (var i = 0; i < values.Length; i++)
            if ((values[i] = arguments[i].Evaluate(scope)) is Failure) return Failure.Instance;
        return work(values);
    }));
}
