// What the landlord says of the languages: which are offered, and which somebody has checked.
namespace Hearth.Web.Languages;

/// <summary>Kept as a setting.</summary>
internal sealed record LanguageSettings
{
    public const string Key = "languages";

    /// <summary>Codes of the languages that tenants are not offered.</summary>
    public IReadOnlyList<string> Hidden { get; init; } = [];

    /// <summary>By code.</summary>
    public IReadOnlyDictionary<string, CheckedBy> Checked { get; init; } = new Dictionary<string, CheckedBy>();
}

/// <summary>Somebody who reads the language has read all of it.</summary>
/// <param name="Name">Who.</param>
/// <param name="On">The day it was said.</param>
/// <param name="Words">A mark of the words they checked: other words are not checked.</param>
internal sealed record CheckedBy(string Name, DateOnly On, string Words);
