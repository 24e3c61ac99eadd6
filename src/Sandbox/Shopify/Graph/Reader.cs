using System.Globalization;
using System.Text.Json.Nodes;

namespace MyCavoodle.Sandbox.Shopify.Graph;

/// <summary>Reads a query document, top down, one token ahead.</summary>
sealed class Reader
{
    readonly Tokens tokens;
    Token now;

    Reader(string source) => now = (tokens = new Tokens(source)).Next();

    /// <exception cref="GraphException">Not GraphQL.</exception>
    public static Document Read(string source)
    {
        var reader = new Reader(source);
        List<Operation> operations = [];
        Dictionary<string, Fragment> fragments = [];
        while (reader.now.Kind != TokenKind.End)
            if (reader.now is { Kind: TokenKind.Name, Text: "fragment" }) { var fragment = reader.Fragment(); fragments[fragment.Name] = fragment; }
            else operations.Add(reader.Operation());
        return operations.Count > 0 ? new Document(operations, fragments) : throw new GraphException("Unexpected end of document");
    }

    Operation Operation()
    {
        if (Is("{")) return new("query", null, [], Selections());
        var kind = Name();
        if (kind is not ("query" or "mutation")) throw Unexpected(kind);
        var name = now.Kind == TokenKind.Name ? Name() : null;
        List<Variable> variables = [];
        if (Accept("(")) while (!Accept(")")) variables.Add(Variable());
        Conditions();
        return new(kind, name, variables, Selections());
    }

    Fragment Fragment()
    {
        Name();
        var name = Name();
        if (Name() != "on") throw Unexpected(name);
        var on = Name();
        Conditions();
        return new(name, on, Selections());
    }

    Variable Variable()
    {
        var place = now.Place;
        Expect("$");
        var name = Name();
        Expect(":");
        var required = Type();
        var initial = Accept("=") ? Value() : null;
        Conditions();
        return new(name, required && initial is null, initial, place);
    }

    /// <summary>Reads a type; true when it may not be null.</summary>
    bool Type()
    {
        if (Accept("[")) { Type(); Expect("]"); }
        else Name();
        return Accept("!");
    }

    List<Selection> Selections()
    {
        Expect("{");
        List<Selection> list = [];
        do list.Add(Selection()); while (!Accept("}"));
        return list;
    }

    Selection Selection()
    {
        var place = now.Place;
        if (Accept("..."))
        {
            if (now is { Kind: TokenKind.Name, Text: not "on" }) return new SpreadSelection(Name(), place, Conditions());
            string? on = null;
            if (now.Kind == TokenKind.Name) { Name(); on = Name(); }
            var conditions = Conditions();
            return new InlineSelection(on, Selections(), place, conditions);
        }
        var name = Name();
        string? alias = null;
        if (Accept(":")) (alias, name) = (name, Name());
        var arguments = Arguments();
        var when = Conditions();
        return new FieldSelection(alias, name, arguments, Is("{") ? Selections() : [], place, when);
    }

    Dictionary<string, Value> Arguments()
    {
        Dictionary<string, Value> arguments = [];
        if (!Accept("(")) return arguments;
        while (!Accept(")"))
        {
            var name = Name();
            Expect(":");
            arguments[name] = Value();
        }
        return arguments;
    }

    /// <summary>Directives; those that do not decide whether a field is wanted (@idempotent) are read over.</summary>
    List<Condition> Conditions()
    {
        List<Condition> conditions = [];
        while (Accept("@"))
        {
            var name = Name();
            if (Arguments().GetValueOrDefault("if") is { } value && name is "skip" or "include") conditions.Add(new(name == "skip", value!));
        }
        return conditions;
    }

    Value Value()
    {
        var token = now;
        if (Accept("$")) { var name = Name(); return variables => variables[name]?.DeepClone(); }
        if (Accept("["))
        {
            List<Value> items = [];
            while (!Accept("]")) items.Add(Value());
            return variables => new JsonArray([.. items.Select(item => item(variables))]);
        }
        if (Accept("{"))
        {
            List<(string Name, Value Value)> fields = [];
            while (!Accept("}"))
            {
                var name = Name();
                Expect(":");
                fields.Add((name, Value()));
            }
            return variables => new JsonObject(fields.Select(f => KeyValuePair.Create(f.Name, f.Value(variables))));
        }
        Advance();
        return token switch
        {
            { Kind: TokenKind.Text } => _ => token.Text,
            { Kind: TokenKind.Number } when long.TryParse(token.Text, CultureInfo.InvariantCulture, out var whole) => _ => whole,
            { Kind: TokenKind.Number } when double.TryParse(token.Text, CultureInfo.InvariantCulture, out var number) => _ => number,
            { Kind: TokenKind.Name, Text: "null" } => _ => null,
            { Kind: TokenKind.Name, Text: "true" } => _ => true,
            { Kind: TokenKind.Name, Text: "false" } => _ => false,
            { Kind: TokenKind.Name } => _ => token.Text,
            _ => throw Unexpected(token.Text, token.Place),
        };
    }

    bool Is(string mark) => now.Kind == TokenKind.Mark && now.Text == mark;

    bool Accept(string mark)
    {
        if (!Is(mark)) return false;
        Advance();
        return true;
    }

    void Expect(string mark) { if (!Accept(mark)) throw Unexpected(now.Text); }

    string Name()
    {
        if (now.Kind != TokenKind.Name) throw Unexpected(now.Text);
        var text = now.Text;
        Advance();
        return text;
    }

    void Advance() => now = tokens.Next();

    GraphException Unexpected(string text, Place? at = null)
    {
        var place = at ?? now.Place;
        return new($"syntax error, unexpected {text} at [{place.Line}, {place.Column}]", null, place);
    }
}
