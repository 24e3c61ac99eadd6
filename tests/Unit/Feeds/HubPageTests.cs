using MyCavoodle.Feeds.Airtable;
using Xunit;

namespace MyCavoodle.Tests.Unit.Feeds;

/// <summary>docs/hub.md is held against the schema.</summary>
public sealed class HubPageTests
{
    public static TheoryData<string> Tables => [.. new BaseSchema(TimeProvider.System).Sheets.Select(s => s.Name)];

    [Theory, MemberData(nameof(Tables))]
    public void The_page_names_every_field_with_its_owner_and_every_formula(string table)
    {
        var page = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", "hub.md"));
        var part = page[page.IndexOf($"### {table}\n", StringComparison.Ordinal)..].Split("\n#")[0];
        var rows = part.Split('\n').Where(l => l.StartsWith("| ", StringComparison.Ordinal)).Select(l => l.Split(" | ")).ToDictionary(c => c[0].TrimStart('|', ' '));
        var sheet = new BaseSchema(TimeProvider.System).Sheets.Single(s => s.Name == table);

        foreach (var field in sheet.Fields)
        {
            var row = rows[field.Name];
            Assert.Equal((field.Cell.Spoken, $"{field.Owner}"), (row[1].Replace("formula, ", "", StringComparison.Ordinal), row[2]));
            Assert.Contains(field.Meaning, row[3], StringComparison.Ordinal);
            if (field.Formula is { } formula) Assert.Contains($"`{formula}`", row[3], StringComparison.Ordinal);
        }
        // And no more: the header is the only other row.
        Assert.Equal(sheet.Fields.Count + 1, rows.Count);
    }
}
