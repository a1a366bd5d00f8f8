// Homes, tenancies, households and people, each apart.
using Hearth.People.Limits;
using Hearth.People.Register;
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.People;

internal sealed class PeopleTables : ITables
{
    public void Limit(ModelBuilder model, HearthDb db) => LimitToSight.Apply(model, db);

    public void Map(ModelBuilder model)
    {
        model.Entity<Ward>(ward =>
        {
            ward.ToTable("people_ward");
            ward.HasIndex(x => x.NameKey).IsUnique();
        });
        model.Entity<Neighbourhood>(neighbourhood =>
        {
            neighbourhood.ToTable("people_neighbourhood");
            neighbourhood.HasIndex(x => x.NameKey).IsUnique();
        });
        model.Entity<Patch>(patch =>
        {
            patch.ToTable("people_patch");
            patch.HasIndex(x => x.NameKey).IsUnique();
        });
        model.Entity<Home>(home =>
        {
            home.ToTable("people_home");
            home.Property(x => x.Kind).HasDefaultValueSql("'Unknown'").ValueGeneratedNever();
            home.HasIndex(x => x.Reference).IsUnique();
            home.HasIndex(x => x.Postcode);
        });
        model.Entity<Household>(household =>
        {
            household.ToTable("people_household");
            household.HasIndex(x => x.HomeId);
            household.HasIndex(x => x.ContactPersonId);
        });
        model.Entity<HouseholdMember>(member =>
        {
            member.ToTable("people_household_member");
            member.HasIndex(x => new { x.HouseholdId, x.PersonId }).IsUnique();
            member.HasIndex(x => x.PersonId);
        });
        model.Entity<Tenancy>(tenancy =>
        {
            tenancy.ToTable("people_tenancy");
            tenancy.HasIndex(x => x.Reference).IsUnique();
            tenancy.HasIndex(x => x.HomeId);
            tenancy.HasIndex(x => x.HouseholdId);
        });
        model.Entity<Person>(person =>
        {
            person.ToTable("people_person");
            person.HasIndex(x => x.Reference).IsUnique();
            person.HasIndex(x => x.EmailKey);
            person.HasIndex(x => x.Phone);
            person.HasIndex(x => x.NameKey);
        });
        model.Entity<ContactSafety>(safety =>
        {
            safety.ToTable("people_contact_safety");
            safety.HasKey(x => x.PersonId);
            safety.Property(x => x.PersonId).ValueGeneratedNever();
            safety.Ignore(x => x.SaysNothing);
            safety.Ignore(x => x.Flags);
            safety.Property(x => x.FromImport).HasDefaultValueSql("'None'").ValueGeneratedNever();
        });
        model.Entity<LeftOut>(home =>
        {
            home.ToTable("people_left_out");
            home.HasKey(x => x.HouseholdId);
            home.Property(x => x.HouseholdId).ValueGeneratedNever();
            home.Property(x => x.Version).IsConcurrencyToken();
        });
        model.Entity<Consent>(consent =>
        {
            consent.ToTable("people_consent");
            consent.HasIndex(x => x.PersonId);
        });
        model.Entity<Involvement>(involvement =>
        {
            involvement.ToTable("people_involvement");
            involvement.HasIndex(x => x.PersonId);
        });
    }
}
