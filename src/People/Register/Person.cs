// A person, apart from the home they live in and the tenancy they hold.
using Hearth.People.Public;

namespace Hearth.People.Register;

internal sealed class Person
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The housing system's person reference, unique; made from the tenancy's where the export has none.</summary>
    public string Reference { get; set; } = "";
    public string? Title { get; set; }
    public string GivenName { get; set; } = "";
    public string FamilyName { get; set; } = "";

    /// <summary>Lower-cased in C#, for search and order: "novak kasia".</summary>
    public string NameKey { get; set; } = "";
    public DateOnly? BornOn { get; set; }
    public string? Email { get; set; }

    /// <summary>Trimmed and lower-cased, for sign-in.</summary>
    public string? EmailKey { get; set; }

    /// <summary>E.164.</summary>
    public string? Phone { get; set; }

    /// <summary>How they asked to be reached; null where they never said.</summary>
    public ContactWay? PrefersWay { get; set; }

    /// <summary>BCP 47.</summary>
    public string Language { get; set; } = "en-GB";

    /// <summary>The landlord may not write, ring or call about anything that is not the law's demand.</summary>
    public bool DoNotContact { get; set; }

    /// <summary>When contact details or wishes were last given to Hearth itself: from then on an import only fills what is empty.</summary>
    public DateTimeOffset? ToldUsAt { get; set; }

    /// <summary>Set by erasure: the row stays for the counts, with nothing that names anyone.</summary>
    public DateTimeOffset? ForgottenAt { get; set; }
}
