namespace MyCavoodle.Feeds.Airtable;

/// <summary>What has to be finished by hand, since Airtable's API makes no formulas: in the order in which it can be done.</summary>
public static class HandList
{
    public static IEnumerable<string> Of(IReadOnlyList<Difference> formulas)
    {
        if (formulas.Count == 0) yield break;
        yield return "To be finished by hand in Airtable, whose API makes no formula fields. In each table: + (add field), type Formula, then";
        foreach (var (sheet, field) in formulas.Select(f => (f.Sheet, f.Field!)))
        {
            yield return "";
            yield return $"  Table    {sheet.Name}";
            yield return $"  Field    {field.Name}";
            yield return "  Type     Formula";
            yield return $"  Formula  {field.Formula}";
            yield return $"  Format   {field.Cell.Spoken}";
        }
        yield return "";
        yield return "The days are Sydney's by the formulas themselves; no time zone has to be set. Afterwards: airtable verify";
    }
}
