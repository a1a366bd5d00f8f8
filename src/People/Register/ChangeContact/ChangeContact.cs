// A person tells us how to reach them. From then on their word outranks the housing system's.
using Hearth.People.Import.Values;
using Hearth.People.Public;
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.People.Register.ChangeContact;

internal enum ContactRefusal
{
    NoSuchPerson,
    NotAnEmailAddress,
    NotATelephoneNumber,
    NotALanguage,
    NothingToReachThemBy,
}

internal sealed record ContactWishes(string? Email, string? Phone, ContactWay? Way, string Language, bool DoNotContact);

internal sealed class ChangeContact(HearthDb db, AuditTrail audit, TimeProvider time)
{
    /// <summary>Refuses with every reason at once, so that a person puts all right in one go.</summary>
    public async Task<IReadOnlyList<ContactRefusal>> DoAsync(Guid personId, ContactWishes wishes, CancellationToken stop)
    {
        var person = await db.Set<Person>().FirstOrDefaultAsync(p => p.Id == personId && p.ForgottenAt == null, stop);
        if (person is null)
        {
            return [ContactRefusal.NoSuchPerson];
        }
        var refusals = new List<ContactRefusal>();
        string? email = null;
        string? phone = null;
        if (!string.IsNullOrWhiteSpace(wishes.Email) && !EmailAddress.TryRead(wishes.Email, out email))
        {
            refusals.Add(ContactRefusal.NotAnEmailAddress);
        }
        if (!string.IsNullOrWhiteSpace(wishes.Phone) && !PhoneNumber.TryRead(wishes.Phone, out phone))
        {
            refusals.Add(ContactRefusal.NotATelephoneNumber);
        }
        if (Languages.Tag(wishes.Language) is not { } language)
        {
            refusals.Add(ContactRefusal.NotALanguage);
            language = person.Language;
        }
        if (
            refusals.Count == 0
            && (
                (wishes.Way == ContactWay.Email && email is null)
                || (wishes.Way is ContactWay.Text or ContactWay.WhatsApp or ContactWay.Telephone && phone is null)
            )
        )
        {
            refusals.Add(ContactRefusal.NothingToReachThemBy);
        }
        if (refusals.Count > 0)
        {
            return refusals;
        }
        var what = Changed(person, email, phone, wishes, language);
        person.Email = email;
        person.EmailKey = email is null ? null : EmailAddress.Key(email);
        person.Phone = phone;
        person.PrefersWay = wishes.Way;
        person.Language = language;
        person.DoNotContact = wishes.DoNotContact;
        person.ToldUsAt = time.GetUtcNow();
        // which facts changed, never what they are
        audit.Write("ChangeContact", "person", personId, what);
        await db.SaveChangesAsync(stop);
        return [];
    }

    private static string Changed(Person person, string? email, string? phone, ContactWishes wishes, string language)
    {
        var what = new List<string>();
        Add("e-mail", person.Email != email);
        Add("telephone", person.Phone != phone);
        Add("preferred way", person.PrefersWay != wishes.Way);
        Add("language", person.Language != language);
        Add("do not contact", person.DoNotContact != wishes.DoNotContact);
        return what.Count == 0 ? "confirmed as they were" : string.Join(", ", what);

        void Add(string name, bool changed)
        {
            if (changed)
            {
                what.Add(name);
            }
        }
    }
}
