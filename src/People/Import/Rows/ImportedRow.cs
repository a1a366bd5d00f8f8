// A data row as read: what it says of the home, the tenancy and the people. Null is "the file does not say".
using Hearth.People.Public;
using Hearth.People.Register;

namespace Hearth.People.Import.Rows;

internal sealed record ImportedRow
{
    /// <summary>Empty for a home that stands empty.</summary>
    public string Tenancy { get; init; } = "";
    public required ImportedHome Home { get; init; }
    public TenureKind? Tenure { get; init; }
    public DateOnly? Started { get; init; }
    public DateOnly? Ended { get; init; }
    public IReadOnlyList<ImportedPerson> People { get; init; } = [];
}

internal sealed record ImportedHome
{
    public required string Reference { get; init; }
    public string? Address { get; init; }
    public string? Postcode { get; init; }
    public string? Ward { get; init; }
    public string? Neighbourhood { get; init; }
    public string? Patch { get; init; }
    public Locality? Locality { get; init; }
    public HomeKind? Kind { get; init; }
    public ImportedOfficer? Officer { get; init; }
}

internal sealed record ImportedOfficer(string? Name, string? Phone, string? Email, string? Languages);

internal sealed record ImportedPerson
{
    /// <summary>The housing system's own reference; null where the export has none.</summary>
    public string? Reference { get; init; }
    public string? Title { get; init; }
    public string Given { get; init; } = "";
    public string Family { get; init; } = "";
    public DateOnly? Born { get; init; }
    public string? Email { get; init; }
    public string? Phone { get; init; }
    public ContactWay? Way { get; init; }
    public string? Language { get; init; }
    public bool? DoNotContact { get; init; }
    public bool? AgreesToSurveys { get; init; }
    public bool? AgreesToNews { get; init; }
    public bool? AgreesToFeedback { get; init; }

    /// <summary>Flags of care that the file sets.</summary>
    public CareFlags Care { get; init; }

    /// <summary>Flags of care that the file says are not there.</summary>
    public CareFlags NoCare { get; init; }

    /// <summary>Where letters are safe, in lines.</summary>
    public string? CareAddress { get; init; }

    /// <summary>The line of the file; 0 until it is settled.</summary>
    public int Line { get; init; }
}

/// <summary>What became of one row of the file.</summary>
internal abstract record ReadRow
{
    private ReadRow() { }

    /// <summary>Blank, a heading said again, a total, the foot of a report.</summary>
    public sealed record NotData : ReadRow;

    /// <summary>Cannot be taken; <paramref name="Tenancy"/> is its reference where it has one.</summary>
    public sealed record Aside(string Tenancy, string Reason) : ReadRow;

    /// <summary>Taken, with the values that could not be used.</summary>
    public sealed record Taken(ImportedRow Row, IReadOnlyList<string> LeftOut) : ReadRow;
}
