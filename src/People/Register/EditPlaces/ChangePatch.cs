// Who looks after a patch, and how tenants reach them.
using Hearth.People.Import.Values;
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.People.Register.EditPlaces;

internal enum PatchRefusal
{
    NoSuchPatch,
    NameTooLong,
    NotATelephoneNumber,
    NotAnEmailAddress,
    LanguagesTooLong,
}

internal sealed class ChangePatch(HearthDb db, AuditTrail audit)
{
    public const int Longest = 100;

    public async Task<IReadOnlyList<PatchRefusal>> DoAsync(
        Guid id,
        string? name,
        string? phone,
        string? email,
        string? languages,
        CancellationToken stop
    )
    {
        if (await db.Set<Patch>().FirstOrDefaultAsync(p => p.Id == id, stop) is not { } patch)
        {
            return [PatchRefusal.NoSuchPatch];
        }
        var refusals = new List<PatchRefusal>();
        string? number = null;
        string? address = null;
        if (name?.Trim().Length > Longest)
        {
            refusals.Add(PatchRefusal.NameTooLong);
        }
        if (!string.IsNullOrWhiteSpace(phone) && !PhoneNumber.TryRead(phone, out number))
        {
            refusals.Add(PatchRefusal.NotATelephoneNumber);
        }
        if (!string.IsNullOrWhiteSpace(email) && !EmailAddress.TryRead(email, out address))
        {
            refusals.Add(PatchRefusal.NotAnEmailAddress);
        }
        if (languages?.Trim().Length > Longest)
        {
            refusals.Add(PatchRefusal.LanguagesTooLong);
        }
        if (refusals.Count > 0)
        {
            return refusals;
        }
        patch.OfficerName = Said(name);
        patch.OfficerPhone = number;
        patch.OfficerEmail = address;
        patch.OfficerLanguages = Said(languages);
        audit.Write("ChangePatch", "patch", id, patch.Name);
        await db.SaveChangesAsync(stop);
        return [];
    }

    private static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
