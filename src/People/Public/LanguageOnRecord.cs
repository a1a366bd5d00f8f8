// The language a person told us is best for them.
using Hearth.People.Register;
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.People.Public;

public sealed class LanguageOnRecord(HearthDb db)
{
    /// <summary>BCP 47; null for a person who is not there or was forgotten.</summary>
    public Task<string?> OfAsync(Guid person, CancellationToken stop = default) =>
        db.Set<Person>().Where(p => p.Id == person && p.ForgottenAt == null).Select(p => p.Language).FirstOrDefaultAsync(stop);
}
