// What an import takes, and what it answers.
namespace Hearth.People.Public;

/// <summary>How a housing system's export is to be imported.</summary>
public sealed record ImportChoices
{
    /// <summary>Name of a saved mapping; null guesses the columns from the headings.</summary>
    public string? Mapping { get; init; }

    /// <summary>Reads and compares, and changes nothing.</summary>
    public bool DryRun { get; init; }

    /// <summary>The file is the landlord's whole list: tenancies that are not in it are ended.</summary>
    public bool WholeList { get; init; }

    /// <summary>Ends them even where they are more than <see cref="HousingImport.LargestEnding"/> of all.</summary>
    public bool EndingConfirmed { get; init; }
}

/// <summary>How far an import has got.</summary>
/// <param name="Phase">What it does now, in words: "Reading the file".</param>
/// <param name="Done">Rows done in this phase.</param>
/// <param name="Total">Rows in all; 0 while that is not known.</param>
public sealed record ImportProgress(string Phase, int Done, int Total);

/// <summary>What a file holds. <c>DataRows = Taken + SetAside</c>, always.</summary>
/// <param name="DataRows">Rows below the headings, without blank ones, repeated headings and totals.</param>
/// <param name="Taken">Rows that can be imported.</param>
/// <param name="SetAside">Rows that cannot, each with its reason.</param>
/// <param name="Repeated">Of those taken, rows that only say again what another says.</param>
/// <param name="LeftOut">Values that could not be used in rows that were taken.</param>
/// <param name="NotData">Lines that are no data: titles, repeated headings, totals.</param>
/// <param name="Homes">Different homes.</param>
/// <param name="Tenancies">Different tenancies.</param>
/// <param name="People">Different tenants.</param>
public sealed record ImportCounts(
    int DataRows,
    int Taken,
    int SetAside,
    int Repeated,
    int LeftOut,
    int NotData,
    int Homes,
    int Tenancies,
    int People
);

/// <summary>What an import changes of one kind of thing. For people, Ended counts those who left their household.</summary>
public sealed record KindOfChange(int New, int Changed, int Ended, int Unchanged);

/// <summary>One line of the report. It names things by reference and says which facts changed, never what they are.</summary>
/// <param name="Kind">Home, Tenancy or Person.</param>
/// <param name="Change">New, Changed, Ended.</param>
public sealed record ChangeLine(string Kind, string Change, string Reference, string What);

/// <summary>The delta report.</summary>
/// <param name="RunningBefore">Running tenancies before the import, for the share that would end.</param>
/// <param name="Lines">Up to 50 of each kind and change.</param>
public sealed record ImportDelta(
    KindOfChange Homes,
    KindOfChange Tenancies,
    KindOfChange People,
    int NewWards,
    int NewNeighbourhoods,
    int NewPatches,
    int RunningBefore,
    IReadOnlyList<ChangeLine> Lines
);

/// <summary>A row of the file that needs a person's eye.</summary>
/// <param name="Line">Line of the file.</param>
/// <param name="Original">The row as it was written.</param>
public sealed record ImportRemarkLine(int Line, string Reason, string Original);

/// <summary>How an import ended.</summary>
/// <param name="RunId">For the report page; null where nothing was kept.</param>
/// <param name="Committed">True when the register was changed.</param>
/// <param name="Refusal">Why it was not, in words for the person; null where it was, or was not asked to be.</param>
public sealed record ImportOutcome(
    Guid? RunId,
    bool Committed,
    string? Refusal,
    ImportCounts Counts,
    ImportDelta? Delta,
    IReadOnlyList<ImportRemarkLine> SetAside,
    IReadOnlyList<ImportRemarkLine> LeftOut
);
