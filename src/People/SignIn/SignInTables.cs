// The doors: staff accounts, tenants' one-time codes, and the tries at each.
using Hearth.People.Staff;
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.People.SignIn;

internal sealed class SignInTables : ITables
{
    public void Map(ModelBuilder model)
    {
        model.Entity<StaffAccount>(account =>
        {
            account.ToTable("people_staff_account");
            account.Property(x => x.Id).ValueGeneratedNever();
            account.Ignore(x => x.Roles);
            account.Ignore(x => x.Sight);
            account.HasIndex(x => x.EmailKey).IsUnique();
            account.HasIndex(x => x.WelcomeHash);
            account.HasIndex(x => x.DirectorySubject).IsUnique();
            // each is used up once, however many ask in the same moment
            account.Property(x => x.WelcomeHash).IsConcurrencyToken();
            account.Property(x => x.RecoveryHashes).IsConcurrencyToken();
        });
        model.Entity<TenantStamp>(stamp =>
        {
            stamp.ToTable("people_tenant_stamp");
            stamp.HasKey(x => x.PersonId);
            stamp.Property(x => x.PersonId).ValueGeneratedNever();
        });
        model.Entity<SignInAttempt>(attempt =>
        {
            attempt.ToTable("people_sign_in_attempt");
            attempt.HasIndex(x => new { x.Key, x.At });
            attempt.HasIndex(x => x.At);
            attempt.NotAudited("a count of tries, gone after a day; what matters of them is audited in words");
        });
        model.Entity<SignInCode>(code =>
        {
            code.ToTable("people_sign_in_code");
            code.HasIndex(x => x.Until);
            code.NotAudited("a code is no change; that somebody came in by it is audited");
        });
    }
}
