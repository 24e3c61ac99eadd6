using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using MyCavoodle.Sandbox.Wire;

namespace MyCavoodle.Sandbox.Shopify.Graph;

/// <summary>Writes what a plan asks for as JSON, and adds up what it really cost.</summary>
sealed class Executor(Utf8JsonWriter json)
{
    /// <summary>The object with every field of the plan; returns the points its content cost.</summary>
    /// <param name="leaveOut">Fields to pass over: in a bulk file, connections get lines of their own.</param>
    public double Write(Plan plan, object source, Func<PlannedField, bool>? leaveOut = null, Action<Utf8JsonWriter>? append = null)
    {
        if (source is Found found) (plan, source) = (plan.ByType[found.Type.Name], found.Object);
        var cost = 0.0;
        json.WriteStartObject();
        foreach (var field in plan.Fields)
        {
            if (leaveOut?.Invoke(field) == true) continue;
            json.WritePropertyName(field.Key);
            if (field.Field is null) json.WriteStringValue(plan.Type.Name);
            else cost += Write(field, field.Field.Read(source, field.Arguments), leaveOut);
        }
        append?.Invoke(json);
        json.WriteEndObject();
        return cost;
    }

    double Write(PlannedField field, object? read, Func<PlannedField, bool>? leaveOut)
    {
        switch (field.Field!.Shape)
        {
            case Shape.Value:
                WriteValue(read);
                return 0;
            case Shape.One:
                if (read is null) { json.WriteNullValue(); return 0; }
                return Cost.OfObject(field.Plan!) + Write(field.Plan!, read, leaveOut);
            case Shape.Connection:
                var page = RowPage.Of((IEnumerable<Row>)read!, field.Arguments);
                return Cost.OfConnection(page.Rows.Count, Write(field.Plan!, page, leaveOut) / Math.Max(1, page.Rows.Count));
            default:
                var cost = 0.0;
                json.WriteStartArray();
                foreach (var item in (System.Collections.IEnumerable)read!)
                    if (item is null) json.WriteNullValue();
                    else cost += Cost.OfObject(field.Plan!) + Write(field.Plan!, item, leaveOut);
                json.WriteEndArray();
                return cost;
        }
    }

    void WriteValue(object? value)
    {
        switch (value)
        {
            case null: json.WriteNullValue(); break;
            case string text: json.WriteStringValue(text); break;
            case bool flag: json.WriteBooleanValue(flag); break;
            case int number: json.WriteNumberValue(number); break;
            // An unsigned 64-bit number travels as text; so does money.
            case long number: json.WriteStringValue(number.ToString(CultureInfo.InvariantCulture)); break;
            case decimal amount: json.WriteStringValue(Money.Text(amount)); break;
            case DateTimeOffset at: json.WriteStringValue(at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)); break;
            case JsonNode node: node.WriteTo(json, Answer.Json); break;
            case IEnumerable<string> texts:
                json.WriteStartArray();
                foreach (var text in texts) json.WriteStringValue(text);
                json.WriteEndArray();
                break;
            default: throw new InvalidOperationException($"A {value.GetType().Name} is no GraphQL value.");
        }
    }
}
