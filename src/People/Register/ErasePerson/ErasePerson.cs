// Forgets a person in every module at once, or in none.
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.People.Register.ErasePerson;

internal sealed class ErasePerson(HearthDb db, IEnumerable<IPersonalData> modules, AuditTrail audit)
{
    /// <summary>False when there is no such person, or they are forgotten already.</summary>
    public async Task<bool> DoAsync(Guid personId, CancellationToken stop)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        if (!await db.Set<Person>().AnyAsync(p => p.Id == personId && p.ForgottenAt == null, stop))
        {
            return false;
        }
        foreach (var module in modules)
        {
            await module.ForgetAsync(personId, stop);
        }
        audit.Write("ErasePerson", "person", personId);
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return true;
    }
}
