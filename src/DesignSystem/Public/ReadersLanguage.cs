// The language that the reader of this page chose, kept with the request.
using Microsoft.AspNetCore.Http;

namespace Hearth.DesignSystem.Public;

public static class ReadersLanguage
{
    /// <summary>What <c>?lang=</c> is called, and the cookie.</summary>
    public const string Query = "lang";

    public const string Cookie = "hearth-language";

    private static readonly object Key = new();

    /// <summary>English until somebody chose.</summary>
    public static Language Of(HttpContext? http) => http?.Items[Key] as Language ?? Language.English;

    /// <summary>Said once a request, before a page is drawn.</summary>
    public static void Set(HttpContext http, Language language) => http.Items[Key] = language;

    /// <summary>Whether this page may be read in other languages: officers' pages may not.</summary>
    public static bool MayChoose(HttpContext http) => http.Items.ContainsKey(Key);
}

/// <summary>Says which languages tenants are offered, and whether somebody has checked them. Registered by whoever keeps the settings.</summary>
public interface ILanguageChoice
{
    /// <summary>English first. Cheap: layouts ask on every request.</summary>
    IReadOnlyList<Language> Offered { get; }

    /// <summary>Somebody who reads the language has checked all its words.</summary>
    bool IsChecked(Language language);
}

/// <summary>The language on record for the person who reads, asked when they have not chosen one on this device.</summary>
public interface IOwnLanguage
{
    /// <summary>BCP 47, or null where nothing is known.</summary>
    ValueTask<string?> OfAsync(HttpContext http, CancellationToken stop);
}

/// <summary>An anonymous page that is not for tenants: it stays English and offers no languages.</summary>
/// <param name="why">Who it is for.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class InEnglishAttribute(string why) : Attribute
{
    public string Why { get; } = why;
}
