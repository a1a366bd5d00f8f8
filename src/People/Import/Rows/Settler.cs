// Brings the rows of one tenancy together: the same row twice is one, joint tenants are joined, a contradiction is set aside.
using Hearth.People.Import.Values;
using Hearth.People.Public;

namespace Hearth.People.Import.Rows;

/// <summary>What the whole file says of one tenancy (or, with an empty reference, of an empty home).</summary>
internal sealed record SettledTenancy(string Reference, ImportedHome Home, TenureKind? Tenure, DateOnly? Started, DateOnly? Ended)
{
    public List<ImportedPerson> People { get; init; } = [];
}

internal sealed class Settler(Action<int, string> setAside, Action<int, string> leaveOut)
{
    // of each home and person only what tells a contradiction is kept, as hashes: the file may be long
    private readonly Dictionary<string, (int Line, int? Address, int? Postcode)> homes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (int Line, int Name, DateOnly? Born)> people = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (int Line, ImportedOfficer Officer)> patches = new(StringComparer.Ordinal);

    public int Homes => homes.Count;
    public int Tenancies { get; private set; }
    public int People { get; private set; }
    public int Repeated { get; private set; }

    /// <summary>The rows of one reference, in the order of the file; null when every one was set aside.</summary>
    public SettledTenancy? Settle(IReadOnlyList<(int Line, ImportedRow Row)> rows)
    {
        SettledTenancy? tenancy = null;
        var firstLine = 0;
        foreach (var (line, row) in rows)
        {
            if (Contradiction(tenancy, firstLine, line, row) is { } reason)
            {
                setAside(line, reason);
                continue;
            }
            CheckPatch(line, row.Home);
            if (tenancy is null)
            {
                homes.TryAdd(row.Home.Reference, (line, Hash(row.Home.Address), Hash(row.Home.Postcode)));
                tenancy = new SettledTenancy(row.Tenancy, row.Home, row.Tenure, row.Started, row.Ended);
                firstLine = line;
                Join(tenancy, line, row);
                continue;
            }
            tenancy = tenancy with
            {
                Tenure = tenancy.Tenure ?? row.Tenure,
                Started = tenancy.Started ?? row.Started,
                Ended = tenancy.Ended ?? row.Ended,
            };
            if (!Join(tenancy, line, row))
            {
                Repeated++;
            }
        }
        if (tenancy is { Reference.Length: > 0 })
        {
            Tenancies++;
        }
        return tenancy;
    }

    private string? Contradiction(SettledTenancy? tenancy, int firstLine, int line, ImportedRow row)
    {
        if (tenancy is not null)
        {
            var differs =
                tenancy.Home.Reference != row.Home.Reference ? $"property {tenancy.Home.Reference}, here with property {row.Home.Reference}"
                : Differ(tenancy.Tenure, row.Tenure) ? "another tenure"
                : Differ(tenancy.Started, row.Started) ? "another start date"
                : Differ(tenancy.Ended, row.Ended) ? "another end date"
                : null;
            if (differs is not null)
            {
                return $"Tenancy {row.Tenancy} is also on line {firstLine}, with {differs}";
            }
        }
        if (
            homes.TryGetValue(row.Home.Reference, out var home)
            && (Differ(home.Address, Hash(row.Home.Address)) || Differ(home.Postcode, Hash(row.Home.Postcode)))
        )
        {
            return $"Property {row.Home.Reference} is also on line {home.Line}, with another address";
        }
        foreach (var person in row.People)
        {
            if (
                person.Reference is { } reference
                && people.TryGetValue(reference, out var known)
                && (known.Name != Hash(NameOf(person)) || Differ(known.Born, person.Born))
            )
            {
                return $"Person {reference} is also on line {known.Line}, with another name or date of birth";
            }
        }
        return null;
    }

    /// <summary>Adds the row's people; false when all of them were there already.</summary>
    private bool Join(SettledTenancy tenancy, int line, ImportedRow row)
    {
        var added = false;
        foreach (var person in row.People)
        {
            var isKnown = person.Reference is { } reference && !people.TryAdd(reference, (line, Hash(NameOf(person))!.Value, person.Born));
            var at = tenancy.People.FindIndex(other => IsSame(other, person));
            if (at < 0)
            {
                tenancy.People.Add(person with { Line = line });
                added = true;
                People += isKnown ? 0 : 1;
                continue;
            }
            var first = tenancy.People[at];
            if (DifferText(first.CareAddress, person.CareAddress))
            {
                leaveOut(line, "Another safe address for letters stands on an earlier row of the same tenant. The earlier one was taken");
            }
            if (DifferText(first.Email, person.Email) || DifferText(first.Phone, person.Phone))
            {
                leaveOut(
                    line,
                    "Another e-mail address or telephone number stands on an earlier row of the same tenant. The earlier one was taken"
                );
            }
            tenancy.People[at] = Filled(first, person);
        }
        return added;
    }

    private void CheckPatch(int line, ImportedHome home)
    {
        if (home is not { Patch: { } patch, Officer: { } officer })
        {
            return;
        }
        if (
            !patches.TryAdd(Fold.Key(patch), (line, officer))
            && patches[Fold.Key(patch)] is var known
            && DifferText(known.Officer.Name, officer.Name)
        )
        {
            leaveOut(line, $"{patch} has another housing officer on line {known.Line}, who was taken");
        }
    }

    private static bool IsSame(ImportedPerson a, ImportedPerson b) =>
        a.Reference is not null && b.Reference is not null ? a.Reference == b.Reference : NameOf(a) == NameOf(b) && !Differ(a.Born, b.Born);

    private static ImportedPerson Filled(ImportedPerson first, ImportedPerson second) =>
        first with
        {
            Reference = first.Reference ?? second.Reference,
            Title = first.Title ?? second.Title,
            Born = first.Born ?? second.Born,
            Email = first.Email ?? second.Email,
            Phone = first.Phone ?? second.Phone,
            Way = first.Way ?? second.Way,
            Language = first.Language ?? second.Language,
            DoNotContact = first.DoNotContact ?? second.DoNotContact,
            AgreesToSurveys = first.AgreesToSurveys ?? second.AgreesToSurveys,
            AgreesToNews = first.AgreesToNews ?? second.AgreesToNews,
            AgreesToFeedback = first.AgreesToFeedback ?? second.AgreesToFeedback,
            // of two rows the one that warns counts
            Care = first.Care | second.Care,
            NoCare = (first.NoCare | second.NoCare) & ~(first.Care | second.Care),
            CareAddress = first.CareAddress ?? second.CareAddress,
        };

    private static string NameOf(ImportedPerson person) => Names.Key(person.Given, person.Family);

    private static int? Hash(string? text) => text is null ? null : string.GetHashCode(Fold.Letters(text), StringComparison.Ordinal);

    private static bool Differ<T>(T? a, T? b)
        where T : struct => a is { } x && b is { } y && !x.Equals(y);

    private static bool DifferText(string? a, string? b) => a is not null && b is not null && Fold.Letters(a) != Fold.Letters(b);
}
