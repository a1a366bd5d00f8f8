// What a column of an export may mean.
namespace Hearth.People.Import.Columns;

internal enum ImportField
{
    TenancyReference,
    HomeReference,
    Uprn,
    Address,
    Postcode,
    Ward,
    Neighbourhood,
    Patch,
    Locality,
    HomeKind,
    Tenure,
    TenancyStarted,
    TenancyEnded,
    OfficerName,
    OfficerPhone,
    OfficerEmail,
    OfficerLanguages,
    PersonReference,
    FullName,
    Title,
    GivenName,
    FamilyName,
    BornOn,
    Email,
    Mobile,
    Phone,
    ContactWay,
    Language,
    DoNotContact,
    ConsentSurveys,
    ConsentNews,
    ConsentFeedback,
    CareFlags,
    CareAddress,
    NoEmail,
    NoText,
    NoLetter,
    NoTelephone,
    NoVisit,
    NoVoicemail,
    OnlyWithInterpreter,
    TwoVisitors,
    Discreet,
}

internal static class ImportFields
{
    /// <summary>Fields that say something of one tenant, and so may stand once for each.</summary>
    public static bool IsOfPerson(this ImportField field) => field >= ImportField.PersonReference;

    /// <summary>How a person may be reached without danger.</summary>
    public static bool IsOfCare(this ImportField field) => field >= ImportField.CareFlags;

    /// <summary>As officers read it.</summary>
    public static string Words(this ImportField field) =>
        field switch
        {
            ImportField.TenancyReference => "Tenancy reference",
            ImportField.HomeReference => "Property reference",
            ImportField.Uprn => "UPRN",
            ImportField.Address => "Address (all of it, or one line)",
            ImportField.Postcode => "Postcode",
            ImportField.Ward => "Ward",
            ImportField.Neighbourhood => "Neighbourhood or estate",
            ImportField.Patch => "Patch",
            ImportField.Locality => "City or rural",
            ImportField.HomeKind => "Kind of home (house, flat)",
            ImportField.Tenure => "Tenure",
            ImportField.TenancyStarted => "Tenancy start date",
            ImportField.TenancyEnded => "Tenancy end date",
            ImportField.OfficerName => "Housing officer’s name",
            ImportField.OfficerPhone => "Housing officer’s telephone",
            ImportField.OfficerEmail => "Housing officer’s e-mail",
            ImportField.OfficerLanguages => "Housing officer’s languages",
            ImportField.PersonReference => "person reference",
            ImportField.FullName => "full name",
            ImportField.Title => "title",
            ImportField.GivenName => "first name",
            ImportField.FamilyName => "last name",
            ImportField.BornOn => "date of birth",
            ImportField.Email => "e-mail",
            ImportField.Mobile => "mobile number",
            ImportField.Phone => "telephone number",
            ImportField.ContactWay => "preferred way of contact",
            ImportField.Language => "language",
            ImportField.DoNotContact => "do not contact",
            ImportField.ConsentSurveys => "agreed to surveys",
            ImportField.ConsentNews => "agreed to news",
            ImportField.ConsentFeedback => "agreed to be told results",
            ImportField.CareFlags => "flags of care (a list in one cell)",
            ImportField.CareAddress => "safe address for letters",
            ImportField.NoEmail => "never by e-mail",
            ImportField.NoText => "never by text",
            ImportField.NoLetter => "never by letter",
            ImportField.NoTelephone => "never by telephone",
            ImportField.NoVisit => "never by a visit",
            ImportField.NoVoicemail => "never leave a voicemail",
            ImportField.OnlyWithInterpreter => "only with an interpreter",
            ImportField.TwoVisitors => "visit in twos",
            _ => "say nothing of what it is about",
        };

    /// <summary>As an error names it: "date of birth", "tenancy start date".</summary>
    public static string InSentence(this ImportField field)
    {
        var words = field.Words();
        return field == ImportField.Uprn ? words : char.ToLowerInvariant(words[0]) + words[1..];
    }
}

/// <summary>The meaning of a column; <paramref name="Person"/> is 1 for the first-named tenant, 0 for what is not of a person.</summary>
internal sealed record ColumnMeaning(ImportField Field, int Person = 0)
{
    public const int MostPeople = 6;

    /// <summary>For a form: <c>BornOn.2</c>.</summary>
    public string Key => Field.IsOfPerson() ? $"{Field}.{Person}" : Field.ToString();

    public string Words =>
        Person switch
        {
            0 => Field.Words(),
            1 => $"Tenant: {Field.Words()}",
            _ => $"Tenant {Person}: {Field.Words()}",
        };

    public static ColumnMeaning? Parse(string? key)
    {
        var parts = (key ?? "").Split('.');
        if (!Enum.TryParse<ImportField>(parts[0], out var field) || !Enum.IsDefined(field))
        {
            return null;
        }
        if (!field.IsOfPerson())
        {
            return new(field);
        }
        return parts.Length == 2 && int.TryParse(parts[1], out var person) && person is >= 1 and <= MostPeople ? new(field, person) : null;
    }
}
