// Reads a data row by the column map: takes it, or sets it aside with the reason.
using Hearth.People.Import.Columns;
using Hearth.People.Import.Reading;
using Hearth.People.Import.Values;

namespace Hearth.People.Import.Rows;

internal sealed class RowReader
{
    private readonly IReadOnlyList<string> headings;
    private readonly Dictionary<string, List<int>> columns = new(StringComparer.Ordinal);
    private readonly int people;
    private readonly DateOnly today;

    public RowReader(IReadOnlyList<string> headings, ColumnMap map, DateOnly today)
    {
        this.headings = headings;
        this.today = today;
        foreach (var column in map.Columns)
        {
            var wanted = Fold.Letters(column.Heading);
            var at = headings
                .Select((heading, index) => (heading, index))
                .FirstOrDefault(x => Fold.Letters(x.heading) == wanted, (heading: "", index: -1))
                .index;
            if (at >= 0)
            {
                if (!columns.TryGetValue(column.Meaning.Key, out var list))
                {
                    columns[column.Meaning.Key] = list = [];
                }
                list.Add(at);
            }
        }
        people = map.Columns.Select(c => c.Meaning.Person).DefaultIfEmpty().Max();
    }

    public ReadRow Read(RawRow raw)
    {
        var row = new Cells(raw, columns);
        if (FootOfReport.IsNotData(raw, headings, row))
        {
            return new ReadRow.NotData();
        }
        var tenancy = row.Line(ImportField.TenancyReference) ?? "";
        try
        {
            if (raw.Cells.Skip(headings.Count).Any(cell => !string.IsNullOrWhiteSpace(cell)))
            {
                throw new SetAside(
                    $"The row has {raw.Cells.Count} cells, but there are {headings.Count} headings. A comma or a quotation mark may be missing"
                );
            }
            if (raw.Original.Contains('\uFFFD', StringComparison.Ordinal))
            {
                throw new SetAside("Some letters of the row were lost before the file came here. Export it again");
            }
            var leftOut = new List<string>();
            return new ReadRow.Taken(Take(row, tenancy, leftOut), leftOut);
        }
        catch (SetAside aside)
        {
            return new ReadRow.Aside(tenancy, aside.Message);
        }
    }

    private ImportedRow Take(Cells row, string tenancy, List<string> leftOut)
    {
        var home = HomeReader.Read(row, leftOut);
        var tenants = new List<ImportedPerson>();
        for (var number = 1; number <= people; number++)
        {
            tenants.AddRange(PersonReader.Read(row, number, today, leftOut));
        }
        if (tenancy.Length == 0)
        {
            if (tenants.Count > 0)
            {
                throw new SetAside("There is no tenancy reference");
            }
            if (home is null)
            {
                throw new SetAside("There is no tenancy reference and no property reference");
            }
            return new ImportedRow { Home = home };
        }
        if (home is null)
        {
            throw new SetAside("There is no property reference");
        }
        var started = Day(row, ImportField.TenancyStarted);
        var ended = Day(row, ImportField.TenancyEnded);
        if (started is { } from && ended is { } until && until < from)
        {
            throw new SetAside($"The tenancy ends on {Shown(until)}, before it starts on {Shown(from)}");
        }
        if (tenants.Count == 0)
        {
            throw new SetAside("There is no tenant’s name");
        }
        var tenureText = row.Known(ImportField.Tenure);
        var tenure = tenureText is null ? null : CodeWords.Tenure(tenureText);
        if (tenureText is not null && tenure is null)
        {
            leftOut.Add($"Tenure “{tenureText}” is not one we know. Counted as Other");
            tenure = Public.TenureKind.Other;
        }
        return new ImportedRow
        {
            Tenancy = tenancy,
            Home = home,
            Tenure = tenure,
            Started = started,
            Ended = ended,
            People = tenants,
        };
    }

    private DateOnly? Day(Cells row, ImportField field)
    {
        if (row.Known(field) is not { } text || CodeWords.IsNoDay(text))
        {
            return null;
        }
        if (!UkDate.TryRead(text, DateMeaning.Tenancy, today, out var day))
        {
            throw new SetAside($"The {field.InSentence()} “{text}” is not a day, such as 27/3/2019");
        }
        return CodeWords.IsNoDay(day) ? null : day;
    }

    public static string Shown(DateOnly day) => day.ToString("d MMMM yyyy", System.Globalization.CultureInfo.GetCultureInfo("en-GB"));
}

/// <summary>The row cannot be taken; the message is the reason an officer reads.</summary>
internal sealed class SetAside(string reason) : Exception(reason);
