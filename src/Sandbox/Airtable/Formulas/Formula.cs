namespace MyCavoodle.Sandbox.Airtable.Formulas;

/// <summary>A formula read against a table. https://support.airtable.com/docs/formula-field-reference</summary>
sealed class Formula
{
    readonly Expression root;

    Formula(string text, Expression root, IReadOnlyList<Field> fields) => (Text, this.root, Fields) = (text, root, fields);

    /// <summary>With the fields by id, as the API shows it: a field may be renamed and its formula goes on.</summary>
    public string Text { get; }
    public IReadOnlyList<Field> Fields { get; }
    public Kind Kind => root.Kind;

    /// <param name="text">Fields in braces, by name or id.</param>
    /// <param name="table">Where the fields are looked up.</param>
    /// <exception cref="FormulaException">It cannot be understood.</exception>
    public static Formula Parse(string text, Table table)
    {
        var parser = new Parser(text, table);
        var root = parser.Read();
        return new Formula(parser.WithIds(), root, parser.Fields);
    }

    public object? Evaluate(Scope scope) => root.Evaluate(scope);
}
