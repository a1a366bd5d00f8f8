// Guesses what a heading means. Housing systems agree on nothing: "Tenancy Ref", "TAG_REF", "Main tenant surname", "DOB2".
using System.Globalization;
using Hearth.People.Import.Values;

namespace Hearth.People.Import.Columns;

internal static class HeadingGuess
{
    private static readonly IReadOnlyDictionary<string, ImportField> Spellings = HeadingWords.Read();

    private static readonly Dictionary<string, int> Ordinals = new(StringComparer.Ordinal)
    {
        ["main"] = 1,
        ["lead"] = 1,
        ["primary"] = 1,
        ["first"] = 1,
        ["1st"] = 1,
        ["principal"] = 1,
        ["joint"] = 2,
        ["second"] = 2,
        ["2nd"] = 2,
        ["secondary"] = 2,
        ["partner"] = 2,
        ["third"] = 3,
        ["3rd"] = 3,
        ["fourth"] = 4,
        ["4th"] = 4,
    };

    private static readonly HashSet<string> Holders = new(StringComparer.Ordinal)
    {
        "tenant",
        "tenants",
        "person",
        "customer",
        "occupant",
        "applicant",
        "resident",
        "contact",
        "client",
        "ten",
        "cust",
        "member",
        "t",
    };

    /// <summary>The meaning of a heading; null where it says nothing that is known.</summary>
    public static ColumnMeaning? Of(string heading)
    {
        var words = Fold.WordsOf(heading).ToList();
        if (words.Count == 0 || words.Count > 8)
        {
            return null;
        }
        // "Property Postcode", "Tenancy Start Date" are found whole; "Main tenant surname" once the tenant is taken off
        if (Spellings.TryGetValue(string.Concat(words), out var whole))
        {
            return whole.IsOfPerson() ? new(whole, 1) : new(whole);
        }
        var person = 0;
        var held = false;
        var rest = new List<string>();
        foreach (var word in words)
        {
            if (person == 0 && word.Length == 1 && word[0] is >= '1' and <= '6')
            {
                person = int.Parse(word, CultureInfo.InvariantCulture);
            }
            else if (person == 0 && Ordinals.TryGetValue(word, out var ordinal))
            {
                person = ordinal;
            }
            else if (Holders.Contains(word))
            {
                held = true;
            }
            else if (word is not ("of" or "the" or "s"))
            {
                rest.Add(word);
            }
        }
        // "1st", "2nd" come apart into a digit and letters
        rest.RemoveAll(word => word is "st" or "nd" or "rd" or "th");
        if (rest.Count == 0)
        {
            return held ? new(ImportField.FullName, Math.Max(person, 1)) : null;
        }
        var key = string.Concat(rest);
        if (!Spellings.TryGetValue(key, out var field))
        {
            return held && key is "ref" or "id" or "no" or "number" or "reference"
                ? new(ImportField.PersonReference, Math.Max(person, 1))
                : null;
        }
        if (field.IsOfPerson())
        {
            return new(field, Math.Max(person, 1));
        }
        // "Address 2" is a line of the address; "Tenant 2 address" is somebody's other address
        return person <= 1 || (field == ImportField.Address && !held) ? new(field) : null;
    }
}
