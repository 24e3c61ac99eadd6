namespace MyCavoodle.Understanding.Times.Grammar;

/// <summary>A single token as the chart holds it.</summary>
sealed record Word(string Text, bool Glued, bool IsNumber);

/// <summary>Some tokens that were read as something.</summary>
/// <param name="Cost">How many rules it took; of two readings of the same words the simpler is right.</param>
sealed record Node(int From, int To, object Value, double Cost);

/// <summary>What a rule expects at one place.</summary>
abstract class Part
{
    /// <summary>The words it may be, where it is one of these.</summary>
    public IReadOnlyCollection<string>? Words { get; protected init; }
    public required Type Type { get; init; }
    public bool IsOptional { get; init; }
    public abstract bool Fits(object value);
}

sealed class Part<T>(Func<T, bool>? fits) : Part
{
    public Part(IReadOnlyCollection<string> words, Func<T, bool> fits) : this(fits) => Words = words;
    public override bool Fits(object value) => value is T it && (fits is null || fits(it));
}

/// <summary>If these parts follow each other, they mean this. A rule that returns null does not apply after all.</summary>
sealed class Rule(Part[] parts, Func<object[], object?> make, double cost)
{
    public IReadOnlyList<Part> Parts => parts;
    public double Cost => cost;
    public object? Make(object[] values) => make(values);

    public Rule Costing(double more) => new(parts, make, cost + more);

    public static Part<Word> Say(string words) { var set = Split(words); return new(set, w => set.Contains(w.Text)) { Type = typeof(Word) }; }
    /// <summary>Directly after the token before it.</summary>
    public static Part<Word> Glued(string words) { var set = Split(words); return new(set, w => w.Glued && set.Contains(w.Text)) { Type = typeof(Word) }; }
    public static Part<Word> Maybe(string words) { var set = Split(words); return new(set, w => set.Contains(w.Text)) { Type = typeof(Word), IsOptional = true }; }
    public static Part<T> A<T>(Func<T, bool>? fits = null) => new(fits) { Type = typeof(T) };

    public static Rule Of<A>(Part<A> a, Func<A, object?> make) => new([a], v => make((A)v[0]), 1);
    public static Rule Of<A, B>(Part<A> a, Part<B> b, Func<A, B, object?> make) => new([a, b], v => make((A)v[0], (B)v[1]), 1);
    public static Rule Of<A, B, C>(Part<A> a, Part<B> b, Part<C> c, Func<A, B, C, object?> make) => new([a, b, c], v => make((A)v[0], (B)v[1], (C)v[2]), 1);
    public static Rule Of<A, B, C, D>(Part<A> a, Part<B> b, Part<C> c, Part<D> d, Func<A, B, C, D, object?> make) =>
        new([a, b, c, d], v => make((A)v[0], (B)v[1], (C)v[2], (D)v[3]), 1);
    public static Rule Of<A, B, C, D, E>(Part<A> a, Part<B> b, Part<C> c, Part<D> d, Part<E> e, Func<A, B, C, D, E, object?> make) =>
        new([a, b, c, d, e], v => make((A)v[0], (B)v[1], (C)v[2], (D)v[3], (E)v[4]), 1);
    public static Rule Of<A, B, C, D, E, F>(Part<A> a, Part<B> b, Part<C> c, Part<D> d, Part<E> e, Part<F> f, Func<A, B, C, D, E, F, object?> make) =>
        new([a, b, c, d, e, f], v => make((A)v[0], (B)v[1], (C)v[2], (D)v[3], (E)v[4], (F)v[5]), 1);

    static HashSet<string> Split(string words) => [.. words.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
}
