namespace MyCavoodle.Sandbox.Airtable.Formulas;

/// <summary>The signs between two values.</summary>
static class Operators
{
    public static Expression Join(string sign, Expression left, Expression right) => sign switch
    {
        "&" => new(Kind.Text, Both(left, right, (a, b) => Plain.Text(a) + Plain.Text(b))),
        "+" => Sum(left, right, (a, b) => a + b),
        "-" => Sum(left, right, (a, b) => a - b),
        "*" => Sum(left, right, (a, b) => a * b),
        "/" => Sum(left, right, (a, b) => a / b),
        "=" => new(Kind.Number, Both(left, right, (a, b) => Plain.AreEqual(a, b))),
        "!=" or "<>" => new(Kind.Number, Both(left, right, (a, b) => !Plain.AreEqual(a, b))),
        "<" => Order(left, right, order => order < 0),
        ">" => Order(left, right, order => order > 0),
        "<=" => Order(left, right, order => order <= 0),
        _ => Order(left, right, order => order >= 0),
    };

    public static Expression Negative(Expression inner) => new(Kind.Number, scope => inner.Evaluate(scope) is var value && value is Failure ? value : -Plain.Number(value));

    static Expression Sum(Expression left, Expression right, Func<double, double, double> sum) => new(Kind.Number, Both(left, right, (a, b) => sum(Plain.Number(a), Plain.Number(b))));

    static Expression Order(Expression left, Expression right, Func<int, bool> holds) => new(Kind.Number, Both(left, right, (a, b) => Plain.Compare(a, b) is { } order && holds(order)));

    static Func<Scope, object?> Both(Expression left, Expression right, Func<object?, object?, object?> work) => scope =>
    {
        var (a, b) = (left.Evaluate(scope), right.Evaluate(scope));
        return a is Failure || b is Failure ? Failure.Instance : work(a, b);
    };
}
