// Moves tenants in: a test's landlord, made of the same rows that an import would make.
using Hearth.People.Public;
using Hearth.People.Register;
using Hearth.People.Register.LeaveOut;
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Hearth.Support;

/// <summary>A tenant to move in, alone in a home of their own. What a test does not care about has an ordinary value.</summary>
public sealed record NewTenant
{
    /// <summary>Age today; null where the date of birth is not on file.</summary>
    public int? Age { get; init; } = 44;
    public string? Ward { get; init; } = "Bridgegate";
    public string? Patch { get; init; }
    public TenureKind Tenure { get; init; } = TenureKind.GeneralNeeds;
    public Locality Locality { get; init; } = Locality.City;
    public string GivenName { get; init; } = "Kasia";
    public string FamilyName { get; init; } = "Nowak";
    public string? Email { get; init; }

    /// <summary>E.164.</summary>
    public string? Phone { get; init; }
    public ContactWay? Prefers { get; init; }
    public bool DoNotContact { get; init; }

    /// <summary>BCP 47.</summary>
    public string Language { get; init; } = "en-GB";
    public IReadOnlyList<MessageKind> Refuses { get; init; } = [];

    /// <summary>A role in involvement, held for a year; null for none.</summary>
    public string? InvolvedAs { get; init; }

    /// <summary>The day the tenancy ended; null while it runs.</summary>
    public DateOnly? Left { get; init; }
}

/// <summary>A tenant who has moved in.</summary>
public sealed record MovedIn(Guid PersonId, Guid HouseholdId, string TenancyReference, NewTenant As);

public static class TestTenants
{
    /// <summary>The person says no to this kind of message, now.</summary>
    public static Task RefuseAsync(this HearthApp hearth, Guid person, MessageKind kind) =>
        hearth.InScopeAsync(services =>
        {
            var db = services.GetRequiredService<HearthDb>();
            db.Add(
                new Consent
                {
                    PersonId = person,
                    Kind = kind,
                    Given = false,
                    At = hearth.Clock.GetUtcNow(),
                    Source = "own page",
                }
            );
            services.GetRequiredService<AuditTrail>().Write("WithdrawConsent", "person", person);
            return db.SaveChangesAsync();
        });

    /// <summary>An officer leaves the household out of the surveys that the regulator prescribes, until June 2027.</summary>
    public static Task LeaveOutAsync(this HearthApp hearth, Guid household, LeftOutReason reason) =>
        hearth.InScopeAsync(async services =>
            Assert.Empty(
                await services
                    .GetRequiredService<LeaveOut>()
                    .RunAsync(household, new(reason, "Agreed with the advocate", new DateOnly(2027, 6, 1), null))
            )
        );

    /// <summary>The household's tenancy ends today.</summary>
    public static Task MoveOutAsync(this HearthApp hearth, Guid household) =>
        hearth.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<HearthDb>();
            var tenancy = await db.Set<Tenancy>().SingleAsync(tenancy => tenancy.HouseholdId == household);
            tenancy.EndedOn = services.GetRequiredService<TimeProvider>().Today();
            services.GetRequiredService<AuditTrail>().Write("EndTenancy", "tenancy", tenancy.Id);
            await db.SaveChangesAsync();
        });

    /// <summary>Moves these tenants in, in their order; tenancy references count up from T00001.</summary>
    public static Task<IReadOnlyList<MovedIn>> MoveInAsync(this HearthApp hearth, params IEnumerable<NewTenant> tenants) =>
        hearth.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<HearthDb>();
            var today = services.GetRequiredService<TimeProvider>().Today();
            var number = await db.Set<Home>().CountAsync();
            var wards = await db.Set<Ward>().ToDictionaryAsync(w => w.Name, w => w.Id);
            var patches = await db.Set<Patch>().ToDictionaryAsync(p => p.Name, p => p.Id);
            var moved = new List<MovedIn>();
            foreach (var tenant in tenants)
            {
                number++;
                var home = new Home
                {
                    Reference = $"H{number:00000}",
                    AddressLines = $"{number} Kiln Lane\nOusebridge",
                    Postcode = "OB4 2QR",
                    Locality = tenant.Locality,
                    WardId = tenant.Ward is null
                        ? null
                        : Place(wards, tenant.Ward, name => new Ward { Name = name, NameKey = name.ToLowerInvariant() }, w => w.Id),
                    PatchId = tenant.Patch is null
                        ? null
                        : Place(patches, tenant.Patch, name => new Patch { Name = name, NameKey = name.ToLowerInvariant() }, p => p.Id),
                };
                var person = new Person
                {
                    Reference = $"P{number:00000}",
                    GivenName = tenant.GivenName,
                    FamilyName = tenant.FamilyName,
                    NameKey = $"{tenant.FamilyName} {tenant.GivenName}".ToLowerInvariant(),
                    // two months past the birthday, so that the age holds however a test moves its clock by days
                    BornOn = tenant.Age is { } age ? today.AddYears(-age).AddMonths(-2) : null,
                    Email = tenant.Email,
                    EmailKey = tenant.Email?.ToLowerInvariant(),
                    Phone = tenant.Phone,
                    PrefersWay = tenant.Prefers,
                    Language = tenant.Language,
                    DoNotContact = tenant.DoNotContact,
                };
                var household = new Household
                {
                    HomeId = home.Id,
                    ContactPersonId = person.Id,
                    EndedOn = tenant.Left,
                };
                var reference = $"T{number:00000}";
                db.AddRange(home, person, household);
                db.Add(
                    new HouseholdMember
                    {
                        HouseholdId = household.Id,
                        PersonId = person.Id,
                        Role = MemberRole.Tenant,
                    }
                );
                db.Add(
                    new Tenancy
                    {
                        Reference = reference,
                        HomeId = home.Id,
                        HouseholdId = household.Id,
                        Tenure = tenant.Tenure,
                        StartedOn = today.AddYears(-3),
                        EndedOn = tenant.Left,
                    }
                );
                foreach (var kind in tenant.Refuses)
                {
                    db.Add(
                        new Consent
                        {
                            PersonId = person.Id,
                            Kind = kind,
                            Given = false,
                            At = today.AddYears(-1).StartInLondon(),
                            Source = "own page",
                        }
                    );
                }
                if (tenant.InvolvedAs is not null)
                {
                    db.Add(
                        new Involvement
                        {
                            PersonId = person.Id,
                            Role = tenant.InvolvedAs,
                            Since = today.AddYears(-1),
                        }
                    );
                }
                moved.Add(new(person.Id, household.Id, reference, tenant));
            }
            services.GetRequiredService<AuditTrail>().Write("MoveIn", "tenancy", detail: $"{moved.Count} tenants of a test");
            await db.SaveChangesAsync();
            return (IReadOnlyList<MovedIn>)moved;

            Guid Place<T>(Dictionary<string, Guid> known, string name, Func<string, T> make, Func<T, Guid> id)
                where T : class
            {
                if (!known.TryGetValue(name, out var found))
                {
                    var place = make(name);
                    db.Add(place);
                    known[name] = found = id(place);
                }
                return found;
            }
        });
}
