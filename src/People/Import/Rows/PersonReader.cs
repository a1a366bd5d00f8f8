// What a row says of one of its tenants.
using Hearth.People.Import.Columns;
using Hearth.People.Import.Values;

namespace Hearth.People.Import.Rows;

internal static class PersonReader
{
    /// <summary>The tenants that these columns name: none, one, or two where one cell names a couple.</summary>
    public static IEnumerable<ImportedPerson> Read(Cells row, int number, DateOnly today, List<string> leftOut)
    {
        var names = NamesIn(row, number);
        if (names.Count == 0)
        {
            return [];
        }
        var (care, noCare) = CareReader.Flags(row, number);
        var people = new List<ImportedPerson>
        {
            new()
            {
                Reference = row.Line(ImportField.PersonReference, number),
                Title = names[0].Title,
                Given = names[0].Given,
                Family = names[0].Family,
                Born = Birth(row, number, today),
                Email = Email(row, number, leftOut),
                Phone = Phone(row, number, leftOut),
                Way = Coded(row, ImportField.ContactWay, number, CodeWords.Way, leftOut),
                Language = Language(row, number, leftOut),
                DoNotContact = Coded(row, ImportField.DoNotContact, number, CodeWords.YesOrNo, leftOut),
                AgreesToSurveys = Coded(row, ImportField.ConsentSurveys, number, CodeWords.YesOrNo, leftOut),
                AgreesToNews = Coded(row, ImportField.ConsentNews, number, CodeWords.YesOrNo, leftOut),
                AgreesToFeedback = Coded(row, ImportField.ConsentFeedback, number, CodeWords.YesOrNo, leftOut),
                Care = care,
                NoCare = noCare,
                CareAddress = CareReader.Address(row, number),
            },
        };
        // whoever else one cell names shares the row, not the birthday or the telephone
        people.AddRange(
            names
                .Skip(1)
                .Select(name => new ImportedPerson
                {
                    Title = name.Title,
                    Given = name.Given,
                    Family = name.Family,
                    // who warns of one of a couple warns of their door
                    Care = care,
                    NoCare = noCare,
                    CareAddress = people[0].CareAddress,
                })
        );
        return people;
    }

    private static IReadOnlyList<PersonName> NamesIn(Cells row, int number)
    {
        // not Known: there are people named Null
        var family = row.All(ImportField.FamilyName, number).FirstOrDefault();
        var given = row.Line(ImportField.GivenName, number) ?? "";
        var full = row.Line(ImportField.FullName, number);
        foreach (var text in new[] { family, full })
        {
            if (text is not null && Names.SpeaksOfDeath(text))
            {
                throw new SetAside($"The name “{text}” says that the tenant has died");
            }
        }
        if (family is not null && !Names.NamesNobody(family))
        {
            return [Names.Of(row.Known(ImportField.Title, number), given, family)];
        }
        if (full is null || Names.NamesNobody(full))
        {
            return [];
        }
        var names = Names.Read(full);
        return names.Count > 0 && names[0].Title is null && Names.Title(row.Known(ImportField.Title, number)) is { } title
            ? [names[0] with { Title = title }, .. names.Skip(1)]
            : names;
    }

    private static DateOnly? Birth(Cells row, int number, DateOnly today)
    {
        if (row.Known(ImportField.BornOn, number) is not { } text || CodeWords.IsNoDay(text))
        {
            return null;
        }
        if (!UkDate.TryRead(text, DateMeaning.Birth, today, out var day))
        {
            throw new SetAside($"The date of birth “{text}” is not a day, such as 27/3/1980");
        }
        if (CodeWords.IsNoDay(day))
        {
            return null;
        }
        if (day > today)
        {
            throw new SetAside($"The date of birth {RowReader.Shown(day)} is in the future");
        }
        return day;
    }

    private static string? Email(Cells row, int number, List<string> leftOut)
    {
        if (row.Known(ImportField.Email, number) is not { } text)
        {
            return null;
        }
        foreach (var part in text.Split([';', ',', ' ', '/'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (EmailAddress.TryRead(part, out var address))
            {
                return address;
            }
        }
        leftOut.Add($"The e-mail address “{text}” is not one that can be written to");
        return null;
    }

    private static string? Phone(Cells row, int number, List<string> leftOut)
    {
        string? first = null;
        foreach (
            var text in row.All(ImportField.Mobile, number)
                .Concat(row.All(ImportField.Phone, number))
                .Where(text => !CodeWords.IsBlank(text))
        )
        {
            if (!PhoneNumber.TryRead(text, out var e164))
            {
                leftOut.Add($"The telephone number “{text}” is not one that can be rung");
            }
            else if (PhoneNumber.IsMobile(e164))
            {
                // one number is kept, and a mobile can also be sent a text
                return e164;
            }
            else
            {
                first ??= e164;
            }
        }
        return first;
    }

    private static string? Language(Cells row, int number, List<string> leftOut)
    {
        if (row.Known(ImportField.Language, number) is not { } text)
        {
            return null;
        }
        var tag = Languages.Tag(text);
        if (tag is null)
        {
            leftOut.Add($"The language “{text}” is not one we know");
        }
        return tag;
    }

    private static T? Coded<T>(Cells row, ImportField field, int number, Func<string, T?> read, List<string> leftOut)
        where T : struct
    {
        if (row.Known(field, number) is not { } text)
        {
            return null;
        }
        var value = read(text);
        if (value is null)
        {
            leftOut.Add($"“{text}” is not an answer we know for ‘{field.Words()}’");
        }
        return value;
    }
}
