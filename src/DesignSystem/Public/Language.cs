// A language that tenants' pages can be read in.
using System.Globalization;

namespace Hearth.DesignSystem.Public;

/// <summary>A language that tenants' pages can be read in.</summary>
/// <param name="Code">BCP 47, as short as it can be: <c>pl</c>.</param>
/// <param name="Name">In that language itself: “Polski”.</param>
/// <param name="Culture">For days and numbers: <c>pl-PL</c>.</param>
public sealed record Language(string Code, string Name, CultureInfo Culture)
{
    /// <summary>Ours, and the one that counts.</summary>
    public static Language English { get; } = new("en", "English", CultureInfo.GetCultureInfo("en-GB"));

    public bool RightToLeft => Culture.TextInfo.IsRightToLeft;

    /// <summary>For the <c>dir</c> attribute.</summary>
    public string Direction => RightToLeft ? "rtl" : "ltr";

    /// <summary>For the <c>lang</c> attribute: <c>en-GB</c>, <c>pl</c>.</summary>
    public string Tag => Code == English.Code ? Culture.Name : Code;

    public bool IsEnglish => Code == English.Code;
}
