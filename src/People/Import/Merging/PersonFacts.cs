// Brings a person up to date with the file, without undoing what they told us themselves.
using Hearth.People.Import.Rows;
using Hearth.People.Import.Values;
using Hearth.People.Register;

namespace Hearth.People.Import.Merging;

internal static class PersonFacts
{
    /// <summary>Changes the person; returns the names of the facts that changed.</summary>
    public static List<string> Fill(Person person, ImportedPerson imported)
    {
        var what = new List<string>();
        if (imported.Title is { } title && title != person.Title)
        {
            person.Title = title;
            what.Add("title");
        }
        if (IsBetterName(person, imported))
        {
            person.GivenName = imported.Given;
            person.FamilyName = imported.Family;
            person.NameKey = Names.Key(imported.Given, imported.Family);
            what.Add("name");
        }
        if (imported.Born is { } born && born != person.BornOn)
        {
            person.BornOn = born;
            what.Add("date of birth");
        }
        var free = person.ToldUsAt is null;
        if (imported.Email is { } email && email != person.Email && (free || person.Email is null))
        {
            person.Email = email;
            person.EmailKey = EmailAddress.Key(email);
            what.Add("e-mail");
        }
        if (imported.Phone is { } phone && phone != person.Phone && (free || person.Phone is null))
        {
            person.Phone = phone;
            what.Add("telephone");
        }
        if (imported.Way is { } way && way != person.PrefersWay && (free || person.PrefersWay is null))
        {
            person.PrefersWay = way;
            what.Add("preferred way of contact");
        }
        if (imported.Language is { } language && language != person.Language && free)
        {
            person.Language = language;
            what.Add("language");
        }
        // a wish not to be contacted is taken from either side
        if (imported.DoNotContact is { } doNot && doNot != person.DoNotContact && (free || doNot))
        {
            person.DoNotContact = doNot;
            what.Add("do not contact");
        }
        return what;
    }

    // "K Novak" does not replace "Kasia Novak"
    private static bool IsBetterName(Person person, ImportedPerson imported)
    {
        if (person.GivenName == imported.Given && person.FamilyName == imported.Family)
        {
            return false;
        }
        var sameFamily = Fold.Key(person.FamilyName) == Fold.Key(imported.Family);
        return !(sameFamily && imported.Given.TrimEnd('.').Length <= 1 && person.GivenName.Length > 1);
    }
}
