// Compares what the file says with what the register holds: new, changed, ended, unchanged. An empty cell never wipes what is known.
using Hearth.People.Import.Rows;
using Hearth.People.Import.Values;
using Hearth.People.Public;
using Hearth.People.Register;

namespace Hearth.People.Import.Merging;

/// <param name="places">Wards, neighbourhoods and patches.</param>
/// <param name="changes">Where changes are put.</param>
/// <param name="wholeList">People who no longer stand on a tenancy have left it.</param>
/// <param name="source">For the consent ledger: "Import of 3 May 2026".</param>
/// <param name="remark">Says to the officer, with the line, what of the file was not done.</param>
internal sealed class Merge(
    PlaceNames places,
    Changes changes,
    bool wholeList,
    DateOnly today,
    DateTimeOffset now,
    string source,
    Action<int, string> remark
)
{
    private readonly MergeCare care = new(changes, now, source, remark);

    // a home or person may stand on several tenancies, far apart in the file
    private readonly Dictionary<string, Guid> homes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Guid> people = new(StringComparer.Ordinal);

    public void Apply(SettledTenancy settled, RegisterPart part)
    {
        var homeId = Home(settled.Home, part);
        if (settled.Reference.Length == 0)
        {
            return;
        }
        var tenancy = part.Tenancies.GetValueOrDefault(settled.Reference);
        var household = tenancy is null ? new Household { HomeId = homeId } : part.Households[tenancy.HouseholdId];
        var endedOn = settled.Ended;
        if (tenancy is null)
        {
            tenancy = new Tenancy
            {
                Reference = settled.Reference,
                HouseholdId = household.Id,
                HomeId = homeId,
                Tenure = settled.Tenure ?? TenureKind.Other,
                StartedOn = settled.Started,
                EndedOn = endedOn,
            };
            changes.Tenancies[tenancy.Id] = tenancy;
            changes.Count("Tenancy", "New", settled.Reference);
            changes.Households[household.Id] = household;
        }
        else
        {
            Update(tenancy, settled, homeId);
        }
        if (household.HomeId != homeId || household.EndedOn != endedOn)
        {
            (household.HomeId, household.EndedOn) = (homeId, endedOn);
            changes.Households[household.Id] = household;
        }
        Members(settled, household, part, endedOn);
    }

    private Guid Home(ImportedHome imported, RegisterPart part)
    {
        if (homes.TryGetValue(imported.Reference, out var done))
        {
            return done;
        }
        var isNew = !part.Homes.TryGetValue(imported.Reference, out var home);
        home ??= new Home { Reference = imported.Reference };
        homes[imported.Reference] = home.Id;

        var what = new List<string>();
        if (imported.Address is { } address && address != home.AddressLines)
        {
            home.AddressLines = address;
            what.Add("address");
        }
        if (imported.Postcode is { } postcode && postcode != home.Postcode)
        {
            home.Postcode = postcode;
            what.Add("postcode");
        }
        if (imported.Ward is { } ward && places.Ward(ward) is var wardId && wardId != home.WardId)
        {
            home.WardId = wardId;
            what.Add("ward");
        }
        if (
            imported.Neighbourhood is { } name
            && places.Neighbourhood(name) is var neighbourhoodId
            && neighbourhoodId != home.NeighbourhoodId
        )
        {
            home.NeighbourhoodId = neighbourhoodId;
            what.Add("neighbourhood");
        }
        if (imported.Patch is { } patch && places.Patch(patch, imported.Officer) is var patchId && patchId != home.PatchId)
        {
            home.PatchId = patchId;
            what.Add("patch");
        }
        if (imported.Locality is { } locality && locality != home.Locality)
        {
            home.Locality = locality;
            what.Add("city or rural");
        }
        if (imported.Kind is { } kind && kind != home.Kind)
        {
            home.Kind = kind;
            what.Add("kind of home");
        }
        if (isNew || what.Count > 0)
        {
            changes.Homes[home.Id] = home;
        }
        changes.Count(
            "Home",
            isNew ? "New"
                : what.Count > 0 ? "Changed"
                : "Unchanged",
            home.Reference,
            isNew ? null : what
        );
        return home.Id;
    }

    private void Update(Tenancy tenancy, SettledTenancy settled, Guid homeId)
    {
        var what = new List<string>();
        if (tenancy.HomeId != homeId)
        {
            tenancy.HomeId = homeId;
            what.Add("home");
        }
        if (settled.Tenure is { } tenure && tenure != tenancy.Tenure)
        {
            tenancy.Tenure = tenure;
            what.Add("tenure");
        }
        if (settled.Started is { } started && started != tenancy.StartedOn)
        {
            tenancy.StartedOn = started;
            what.Add("start date");
        }
        var wasRunning = IsRunning(tenancy.EndedOn);
        if (settled.Ended != tenancy.EndedOn)
        {
            // without an end date in the file the tenancy runs: it may have come back
            what.Add(settled.Ended is null ? "runs again" : "end date");
            tenancy.EndedOn = settled.Ended;
        }
        if (what.Count > 0)
        {
            changes.Tenancies[tenancy.Id] = tenancy;
        }
        var change =
            what.Count == 0 ? "Unchanged"
            : wasRunning && !IsRunning(tenancy.EndedOn) ? "Ended"
            : "Changed";
        changes.Count("Tenancy", change, tenancy.Reference, what);
    }

    private void Members(SettledTenancy settled, Household household, RegisterPart part, DateOnly? endedOn)
    {
        var members = part.Members[household.Id].ToDictionary(m => m.PersonId);
        var known = members.Keys.Select(id => part.People.GetValueOrDefault(id)).OfType<Person>().ToList();
        var match = new MatchPeople(settled.Reference, known, part.PeopleByReference, part.Forgotten);
        var present = new HashSet<Guid>();
        var references = new List<string>();
        Guid? contact = null;
        var joint = false;
        foreach (var imported in settled.People)
        {
            var id = PersonOf(imported, match, references, part, out var forgotten);
            if (!present.Add(id))
            {
                continue;
            }
            if (!forgotten)
            {
                contact ??= id;
            }
            var role = joint ? MemberRole.JointTenant : MemberRole.Tenant;
            joint = true;
            var member = members.GetValueOrDefault(id);
            if (member is null || member.Role != role || member.LeftOn != endedOn)
            {
                member ??= new HouseholdMember { HouseholdId = household.Id, PersonId = id };
                (member.Role, member.LeftOn) = (role, endedOn);
                changes.Members[member.Id] = member;
            }
        }
        contact ??= present.Count > 0 ? present.First() : null;
        if (household.ContactPersonId != contact && contact is not null)
        {
            household.ContactPersonId = contact;
            changes.Households[household.Id] = household;
        }
        if (!wholeList)
        {
            return;
        }
        foreach (var member in members.Values.Where(m => m.LeftOn is null && !present.Contains(m.PersonId)))
        {
            member.LeftOn = today;
            changes.Members[member.Id] = member;
            changes.Count("Person", "Ended", part.People.GetValueOrDefault(member.PersonId)?.Reference ?? "", ["no longer on the tenancy"]);
        }
    }

    private Guid PersonOf(ImportedPerson imported, MatchPeople match, List<string> references, RegisterPart part, out bool forgotten)
    {
        forgotten = false;
        if (imported.Reference is { } seen && people.TryGetValue(seen, out var done))
        {
            return done;
        }
        var person = match.Of(imported);
        var isNew = person is null;
        if (person is null)
        {
            person = new Person { Reference = imported.Reference ?? match.NewReference(references) };
            references.Add(person.Reference);
        }
        if (imported.Reference is { } reference)
        {
            people[reference] = person.Id;
        }
        if (person.ForgottenAt is not null)
        {
            forgotten = true;
            changes.Count("Person", "Unchanged", "");
            return person.Id;
        }
        var what = PersonFacts.Fill(person, imported);
        if (isNew || what.Count > 0)
        {
            changes.People[person.Id] = person;
        }
        if (Consent(person.Id, imported, part))
        {
            what.Add("consent");
        }
        if (care.Fill(person.Id, imported, part))
        {
            what.Add("flags of care");
        }
        changes.Count(
            "Person",
            isNew ? "New"
                : what.Count > 0 ? "Changed"
                : "Unchanged",
            person.Reference,
            isNew ? null : what
        );
        return person.Id;
    }

    private bool Consent(Guid person, ImportedPerson imported, RegisterPart part)
    {
        var before = changes.Consents.Count;
        Say(MessageKind.Surveys, imported.AgreesToSurveys);
        Say(MessageKind.News, imported.AgreesToNews);
        Say(MessageKind.Feedback, imported.AgreesToFeedback);
        return changes.Consents.Count > before;

        void Say(MessageKind kind, bool? given)
        {
            if (given is not { } yes)
            {
                return;
            }
            var newest = part.Consents.GetValueOrDefault((person, kind));
            // what somebody told us themselves outranks what the housing system has on file
            if (newest is null || (newest.Given != yes && newest.Source.StartsWith(SourceStart, StringComparison.Ordinal)))
            {
                changes.Consents.Add(
                    new Consent
                    {
                        PersonId = person,
                        Kind = kind,
                        Given = yes,
                        At = now,
                        Source = source,
                    }
                );
            }
        }
    }

    public const string SourceStart = "Import";

    private bool IsRunning(DateOnly? ended) => ended is null || ended > today;
}
