// A language that a questionnaire is in: what it calls itself, and which way it runs.
using System.Globalization;
using Hearth.DesignSystem.Public;

namespace Hearth.Surveys.Questionnaires.Translations;

/// <param name="Code">As BCP 47 writes it.</param>
/// <param name="Name">In the language itself.</param>
/// <param name="English">For officers.</param>
internal sealed record Tongue(string Code, string Name, string English, bool RightToLeft)
{
    /// <summary>For the <c>dir</c> attribute.</summary>
    public string Direction => RightToLeft ? "rtl" : "ltr";

    public static Tongue Source { get; } = new(Language.English.Tag, "English", "English", RightToLeft: false);

    /// <summary>Every language that can be added, by its English name.</summary>
    public static IReadOnlyList<Tongue> All { get; } =
    [
        .. CultureInfo
            .GetCultures(CultureTypes.NeutralCultures)
            .Where(culture => culture.Name.Length is > 0 and <= 12 && culture.TwoLetterISOLanguageName is not ("en" or "iv"))
            .Select(culture => new Tongue(culture.Name, culture.NativeName, culture.EnglishName, culture.TextInfo.IsRightToLeft))
            .OrderBy(tongue => tongue.English, StringComparer.Ordinal),
    ];

    private static readonly Dictionary<string, Tongue> ByCode = All.ToDictionary(tongue => tongue.Code, StringComparer.OrdinalIgnoreCase);

    public static Tongue? Find(string? code) => code is null ? null : ByCode.GetValueOrDefault(code);
}
