namespace MyCavoodle.Sandbox.Shopify.Graph;

enum Shape { Value, One, Many, Connection }

/// <summary>A field of a type: what it is called, takes and yields.</summary>
/// <param name="Of">The type of an object; null of a plain value. Asked for late, since types refer to each other.</param>
/// <param name="Takes">The arguments' names; one that ends in "!" may not be left out.</param>
/// <param name="Read">A value, an object, a sequence of objects or a <see cref="Rows"/>, according to the shape.</param>
sealed record Field(string Name, Shape Shape, Func<ObjectType>? Of, string[] Takes, Func<object, Arguments, object?> Read);

/// <summary>An object type of the Admin API, with those of its fields that the sandbox knows.</summary>
abstract class ObjectType(string name)
{
    readonly Dictionary<string, Field> fields = [];

    public string Name => name;
    /// <summary>Wrappers that cost no point: a payload, a page's frame.</summary>
    public bool IsFree { get; init; }
    public IEnumerable<Field> Fields => fields.Values;
    public Field? Find(string field) => fields.GetValueOrDefault(field);
    protected void Add(Field field) => fields[field.Name] = field;
}

/// <summary>The same, with what stands behind an object of it.</summary>
sealed class ObjectType<T>(string name) : ObjectType(name) where T : notnull
{
    static readonly string[] Paging = ["first", "after", "last", "before", "reverse", "query", "sortKey", "savedSearchId"];

    public ObjectType<T> Value(string name, Func<T, object?> read) => With(name, Shape.Value, null, "", (o, _) => read(o));
    public ObjectType<T> Value(string name, string takes, Func<T, Arguments, object?> read) => With(name, Shape.Value, null, takes, (o, a) => read(o, a));

    public ObjectType<T> One<U>(string name, Func<ObjectType<U>> of, Func<T, U?> read) where U : class => With(name, Shape.One, of, "", (o, _) => read(o));
    public ObjectType<T> One<U>(string name, Func<ObjectType<U>> of, string takes, Func<T, Arguments, U?> read) where U : class => With(name, Shape.One, of, takes, (o, a) => read(o, a));

    public ObjectType<T> Many<U>(string name, Func<ObjectType<U>> of, Func<T, IEnumerable<U>> read, string takes = "first") where U : class =>
        With(name, Shape.Many, of, takes, (o, a) => a.Whole("first") is { } first ? read(o).Take(first) : read(o));
    public ObjectType<T> Many<U>(string name, Func<ObjectType<U>> of, string takes, Func<T, Arguments, IEnumerable<U?>> read) where U : class =>
        With(name, Shape.Many, of, takes, (o, a) => read(o, a));

    public ObjectType<T> Connection<U>(string name, Func<ObjectType<U>> of, Func<T, Arguments, IEnumerable<Row>> read, string takes = "") where U : class =>
        With(name, Shape.Connection, of, string.Join(' ', [.. Paging, takes]), (o, a) => read(o, a));

    public ObjectType<T> With(string name, Shape shape, Func<ObjectType>? of, string takes, Func<T, Arguments, object?> read)
    {
        Add(new Field(name, shape, of, takes.Split(' ', StringSplitOptions.RemoveEmptyEntries), (o, a) => read((T)o, a)));
        return this;
    }
}

/// <summary>An element of a connection and what it is sorted by, before its id.</summary>
readonly record struct Row(long Key, long Id, object Node)
{
    public int CompareTo(Row other) => (Key, Id).CompareTo((other.Key, other.Id));
}
