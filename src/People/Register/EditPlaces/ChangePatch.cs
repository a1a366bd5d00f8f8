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
    CoverNameTooLong,
    CoverNotATelephoneNumber,
    CoverNotAnEmailAddress,
    CoverLanguagesTooLong,
    CoverWithoutDays,
    CoverEndsBeforeItBegins,
}

/// <summary>Who covers while the officer is away, as the form gives it.</summary>
internal sealed record CoverForm(string? Name, string? Phone, string? Email, string? Languages, DateOnly? From, DateOnly? Until);

internal sealed class ChangePatch(HearthDb db, AuditTrail audit)
{
    public const int Longest = 100;

    public async Task<IReadOnlyList<PatchRefusal>> DoAsync(
        Guid id,
        string? name,
        string? phone,
        string? email,
        string? languages,
        CoverForm cover,
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
        var covered = !string.IsNullOrWhiteSpace(cover.Name);
        string? coverNumber = null;
        string? coverAddress = null;
        if (covered)
        {
            refusals.AddRange(Refused(cover, out coverNumber, out coverAddress));
        }
        if (refusals.Count > 0)
        {
            return refusals;
        }
        patch.OfficerName = Said(name);
        patch.OfficerPhone = number;
        patch.OfficerEmail = address;
        patch.OfficerLanguages = Said(languages);
        (patch.CoverName, patch.CoverPhone, patch.CoverEmail) = covered
            ? (Said(cover.Name), coverNumber, coverAddress)
            : (null, null, null);
        (patch.CoverLanguages, patch.CoverFrom, patch.CoverUntil) = covered
            ? (Said(cover.Languages), cover.From, cover.Until)
            : (null, null, null);
        audit.Write("ChangePatch", "patch", id, patch.Name);
        await db.SaveChangesAsync(stop);
        return [];
    }

    private static List<PatchRefusal> Refused(CoverForm cover, out string? number, out string? address)
    {
        var refusals = new List<PatchRefusal>();
        (number, address) = (null, null);
        if (cover.Name!.Trim().Length > Longest)
        {
            refusals.Add(PatchRefusal.CoverNameTooLong);
        }
        if (!string.IsNullOrWhiteSpace(cover.Phone) && !PhoneNumber.TryRead(cover.Phone, out number))
        {
            refusals.Add(PatchRefusal.CoverNotATelephoneNumber);
        }
        if (!string.IsNullOrWhiteSpace(cover.Email) && !EmailAddress.TryRead(cover.Email, out address))
        {
            refusals.Add(PatchRefusal.CoverNotAnEmailAddress);
        }
        if (cover.Languages?.Trim().Length > Longest)
        {
            refusals.Add(PatchRefusal.CoverLanguagesTooLong);
        }
        if (cover.From is null || cover.Until is null)
        {
            refusals.Add(PatchRefusal.CoverWithoutDays);
        }
        else if (cover.Until < cover.From)
        {
            refusals.Add(PatchRefusal.CoverEndsBeforeItBegins);
        }
        return refusals;
    }

    private static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
