// Who of a household is who in the file. Without a reference of their own people are known by name, birthday and e-mail address.
using Hearth.People.Import.Rows;
using Hearth.People.Import.Values;
using Hearth.People.Register;

namespace Hearth.People.Import.Merging;

internal sealed class MatchPeople(
    string tenancy,
    IReadOnlyCollection<Person> household,
    IReadOnlyDictionary<string, Person> byReference,
    Forgotten forgotten
)
{
    private readonly HashSet<Guid> taken = [];

    /// <summary>The person of the register, or null for somebody new. A forgotten person is found too, so that the import leaves them forgotten.</summary>
    public Person? Of(ImportedPerson person)
    {
        var found = ByReference(person) ?? ByName(person) ?? ForgottenByName(person);
        if (found is not null)
        {
            taken.Add(found.Id);
        }
        return found;
    }

    /// <summary>The reference of somebody new who came without one: the tenancy's with a number that nobody has.</summary>
    public string NewReference(IEnumerable<string> used)
    {
        var taken = household.Select(p => p.Reference).Concat(used).ToHashSet(StringComparer.Ordinal);
        var number = 1;
        while (taken.Contains($"{tenancy}/{number}"))
        {
            number++;
        }
        return $"{tenancy}/{number}";
    }

    private Person? ByReference(ImportedPerson person) =>
        person.Reference is not { } reference ? null
        : byReference.TryGetValue(reference, out var known) ? known
        : byReference.GetValueOrDefault(forgotten.Mark(reference));

    private Person? ByName(ImportedPerson person)
    {
        var free = household
            // somebody whom the housing system knows by another reference is somebody else
            .Where(p =>
                p.ForgottenAt is null
                && !taken.Contains(p.Id)
                && (person.Reference is null || p.Reference.StartsWith(tenancy + "/", StringComparison.Ordinal))
            )
            .ToList();
        var given = Fold.Key(person.Given);
        var family = Fold.Key(person.Family);
        return free.FirstOrDefault(p => p.NameKey == Names.Key(person.Given, person.Family) && !Differ(p.BornOn, person.Born))
            ?? free.FirstOrDefault(p =>
                Fold.Key(p.FamilyName) == family && IsInitialOf(Fold.Key(p.GivenName), given) && !Differ(p.BornOn, person.Born)
            )
            ?? free.FirstOrDefault(p =>
                person.Born is not null && p.BornOn == person.Born && (Fold.Key(p.GivenName) == given || Fold.Key(p.FamilyName) == family)
            )
            ?? free.FirstOrDefault(p =>
                person.Email is not null && p.EmailKey == EmailAddress.Key(person.Email) && Fold.Key(p.GivenName) == given
            );
    }

    private Person? ForgottenByName(ImportedPerson person)
    {
        var mark = forgotten.Mark(tenancy, person.Given, person.Family);
        return household.FirstOrDefault(p => p.ForgottenAt is not null && p.Reference == mark);
    }

    // "K" and "Kasia"
    private static bool IsInitialOf(string a, string b) =>
        a.Length > 0 && b.Length > 0 && a[0] == b[0] && (a.TrimEnd('.').Length == 1 || b.TrimEnd('.').Length == 1);

    private static bool Differ(DateOnly? a, DateOnly? b) => a is not null && b is not null && a != b;
}
