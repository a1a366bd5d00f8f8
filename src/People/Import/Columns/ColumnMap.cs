// Which heading means what: guessed, corrected by an officer, kept by name for the next export of the same shape.
using System.Text.Json;
using Hearth.People.Import.Values;

namespace Hearth.People.Import.Columns;

internal sealed record MappedColumn(string Heading, ColumnMeaning Meaning);

internal sealed record ColumnMap(IReadOnlyList<MappedColumn> Columns)
{
    public static ColumnMap Guess(IReadOnlyList<string> headings)
    {
        var columns = new List<MappedColumn>();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < headings.Count; i++)
        {
            if (HeadingGuess.Of(headings[i]) is not { } meaning)
            {
                continue;
            }
            // an address may stand in several columns; anything else is read from the first that says it
            if (meaning.Field == ImportField.Address || taken.Add(meaning.Key))
            {
                columns.Add(new(headings[i], meaning));
            }
        }
        return new(columns);
    }

    /// <summary>What is missing before rows can be told apart; empty when the map will do.</summary>
    public IReadOnlyList<string> Missing()
    {
        var missing = new List<string>();
        if (!Has(ImportField.TenancyReference))
        {
            missing.Add("Say which column holds the tenancy reference");
        }
        if (!Has(ImportField.HomeReference) && !Has(ImportField.Uprn) && !(Has(ImportField.Address) && Has(ImportField.Postcode)))
        {
            missing.Add("Say which column holds the property reference, or the address and the postcode");
        }
        if (!Columns.Any(c => c.Meaning is { Field: ImportField.FullName or ImportField.FamilyName, Person: 1 }))
        {
            missing.Add("Say which column holds the tenant’s name");
        }
        return missing;
    }

    /// <summary>Headings of the map that these do not have.</summary>
    public IReadOnlyList<string> NotAmong(IReadOnlyList<string> headings)
    {
        var there = headings.Select(Fold.Letters).ToHashSet(StringComparer.Ordinal);
        return [.. Columns.Select(c => c.Heading).Where(heading => !there.Contains(Fold.Letters(heading)))];
    }

    public bool Has(ImportField field) => Columns.Any(c => c.Meaning.Field == field);

    public bool HasConsents => Has(ImportField.ConsentSurveys) || Has(ImportField.ConsentNews) || Has(ImportField.ConsentFeedback);

    public bool HasCare => Columns.Any(c => c.Meaning.Field.IsOfCare());

    public string ToJson() => JsonSerializer.Serialize(Columns.Select(c => new[] { c.Heading, c.Meaning.Key }));

    public static ColumnMap FromJson(string json) =>
        new([
            .. JsonSerializer
                .Deserialize<string[][]>(json)!
                .Select(pair => (Heading: pair[0], Meaning: ColumnMeaning.Parse(pair[1])))
                .Where(pair => pair.Meaning is not null)
                .Select(pair => new MappedColumn(pair.Heading, pair.Meaning!)),
        ]);
}
