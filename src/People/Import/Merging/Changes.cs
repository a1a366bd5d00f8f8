// What is to be written, and the delta report as it grows.
using Hearth.People.Public;
using Hearth.People.Register;

namespace Hearth.People.Import.Merging;

internal sealed class Changes
{
    private const int LinesOfEach = 50;
    private readonly Dictionary<(string Kind, string Change), int> counts = [];
    private readonly List<ChangeLine> lines = [];

    public Dictionary<Guid, Home> Homes { get; } = [];
    public Dictionary<Guid, Household> Households { get; } = [];
    public Dictionary<Guid, Tenancy> Tenancies { get; } = [];
    public Dictionary<Guid, Person> People { get; } = [];
    public Dictionary<Guid, HouseholdMember> Members { get; } = [];
    public List<Consent> Consents { get; } = [];

    /// <summary>How people may be reached without danger.</summary>
    public Dictionary<Guid, ContactSafety> Care { get; } = [];

    public void Count(string kind, string change, string reference, IReadOnlyCollection<string>? what = null, int times = 1)
    {
        var so = counts.GetValueOrDefault((kind, change));
        counts[(kind, change)] = so + times;
        if (change != "Unchanged" && so < LinesOfEach && reference.Length > 0)
        {
            lines.Add(new(kind, change, reference, what is null ? "" : string.Join(", ", what)));
        }
    }

    public ImportDelta Report(PlaceNames places, int runningBefore) =>
        new(Of("Home"), Of("Tenancy"), Of("Person"), places.NewWards, places.NewNeighbourhoods, places.NewPatches, runningBefore, lines);

    public async Task WriteAsync(BulkWrite bulk, CancellationToken stop)
    {
        await bulk.UpsertAsync(Homes.Values, stop);
        await bulk.UpsertAsync(People.Values, stop);
        await bulk.UpsertAsync(Households.Values, stop);
        await bulk.UpsertAsync(Tenancies.Values, stop);
        await bulk.UpsertAsync(Members.Values, stop);
        await bulk.UpsertAsync(Consents, stop);
        await bulk.UpsertAsync(Care.Values, stop);
    }

    /// <summary>Lets go of the rows, once written or not wanted; the counts stay.</summary>
    public void Clear()
    {
        Homes.Clear();
        Households.Clear();
        Tenancies.Clear();
        People.Clear();
        Members.Clear();
        Consents.Clear();
        Care.Clear();
    }

    private KindOfChange Of(string kind) =>
        new(
            counts.GetValueOrDefault((kind, "New")),
            counts.GetValueOrDefault((kind, "Changed")),
            counts.GetValueOrDefault((kind, "Ended")),
            counts.GetValueOrDefault((kind, "Unchanged"))
        );
}
